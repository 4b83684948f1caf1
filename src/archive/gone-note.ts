/** That an outlet deleted a page, as a `metadata` record of WARC: what is known of an address beside what was received from it. */
import { z } from "zod";
import { parseInstant } from "../model/index.ts";
import type { WarcRecord } from "./warc-reader.ts";
import type { WarcNote } from "./warc-record.ts";

/** A page that was found deleted. */
export interface GonePage {
  readonly url: string;
  /** When it was found so, ISO 8601 UTC. */
  readonly goneAt: string;
}

const TYPE = "application/json";

const NOTE = z.object({
  tawatur: z.literal("gone"),
  goneAt: z.string().refine((written) => parseInstant(written) !== null, "not an ISO 8601 time"),
});

/** The record that says so. */
export function toGoneNote({ url, goneAt }: GonePage): WarcNote {
  const block = Buffer.from(JSON.stringify({ tawatur: "gone", goneAt }));
  return { type: "metadata", url, at: goneAt, contentType: TYPE, block };
}

/** What such a record says; null for every other. */
export function readGoneNote({ type, url, contentType, block }: WarcRecord): GonePage | null {
  if (type !== "metadata" || url === null || contentType !== TYPE) return null;
  try {
    const { success, data } = NOTE.safeParse(JSON.parse(new TextDecoder().decode(block)));
    return success && URL.canParse(url) ? { url, goneAt: data.goneAt } : null;
  } catch {
    return null;
  }
}
