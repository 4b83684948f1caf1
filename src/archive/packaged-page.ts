/**
 * The page of a report as its story's package has it: its address, when its outlet was found to have deleted it, and the page as it was
 * received, which is a record of a WARC file: a gzip member in base 64, that any reader of WARC reads when it is decoded. Reports of one
 * page, or of one feed that gave their texts, share their original: it stands with the first of them, the others name it.
 */
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { type PageHint, type PageTask, parseInstant } from "../model/index.ts";
import type { KeptRecord } from "./warc-file.ts";

/** The page on a line of a package. */
export interface PageFields {
  readonly id: string;
  readonly url: string;
  readonly source: string | null;
  readonly hint: PageHint;
  /** Ids of all the articles it gave. */
  readonly articles: readonly string[];
  readonly fetched: string | null;
  /** When it was found deleted. */
  readonly gone: string | null;
  readonly original: OriginalFields | null;
}

/** An original: the id of its record, and the record itself where it has not stood before. */
interface OriginalFields {
  readonly record: string;
  readonly warc: string | null;
}

/** A page read back. */
export interface PackagedPage extends Omit<PageFields, "original"> {
  readonly original: PackagedOriginal | null;
}

/** An original read back; `member` is null when it stood with a report before. */
export interface PackagedOriginal {
  readonly record: string;
  readonly member: Uint8Array | null;
}

/** A line has to hold it, in letters four thirds as long. */
const MOST_MEMBER_BYTES = 40 * 1024 * 1024;
const MOST_RECORD_BYTES = 128 * 1024 * 1024;
const RECORD_ID = "warc-record-id";

const text = z.string().nullable();
const name = z.string().min(1);

/** The shape of a page on a line. */
export const PAGE: z.ZodType<PageFields> = z.object({
  id: name,
  url: z.string().refine((written) => URL.canParse(written), "not an address"),
  source: text,
  hint: z.object({
    title: text,
    author: text,
    source: text,
    published: z
      .object({
        at: name,
        precision: z.enum(["minute", "day", "month", "year"]),
        from: z.string(),
      })
      .nullable(),
    keywords: z.array(z.string()),
    language: text,
    fullText: text,
  }),
  articles: z.array(name),
  fetched: text,
  gone: z
    .string()
    .refine((written) => parseInstant(written) !== null, "not an ISO 8601 time")
    .nullable(),
  original: z.object({ record: name, warc: text }).nullable(),
});

/** The page for a line; `written` are the records that stand on lines before. */
export function toPageFields(
  page: PageTask,
  kept: KeptRecord | null,
  written: ReadonlySet<string>,
): PageFields {
  return {
    id: page.id,
    url: page.url,
    source: page.outlet,
    hint: page.hint,
    articles: page.articles,
    fetched: page.fetchedAt,
    gone: page.goneAt,
    original: toOriginalFields(kept, written),
  };
}

function toOriginalFields(
  kept: KeptRecord | null,
  written: ReadonlySet<string>,
): OriginalFields | null {
  const record = kept?.record.fields.get(RECORD_ID);
  if (kept === null || record === undefined || kept.member.length > MOST_MEMBER_BYTES) return null;
  const warc = written.has(record) ? null : Buffer.from(kept.member).toString("base64");
  return { record, warc };
}

/** What was wrong with a page on a line. */
export type PageReading =
  | { readonly ok: true; readonly page: PackagedPage }
  | { readonly ok: false; readonly page: PackagedPage; readonly warning: string };

/** Takes a page off its line. One whose original cannot be read is known without it. */
export function fromPageFields(fields: PageFields): PageReading {
  const { original, ...page } = fields;
  if (original === null) return { ok: true, page: { ...page, original: null } };
  const { record, warc } = original;
  const member = warc === null ? null : Buffer.from(warc, "base64");
  if (member === null || isRecord(member, record)) {
    return { ok: true, page: { ...page, original: { record, member } } };
  }
  const warning = `${page.url}: its original is not the WARC record ${record}; kept without it`;
  return { ok: false, page: { ...page, original: null }, warning };
}

/** Whether a gzip member is this record, alone and whole. */
function isRecord(member: Uint8Array, id: string): boolean {
  try {
    const record = gunzipSync(member, { maxOutputLength: MOST_RECORD_BYTES });
    const end = record.indexOf("\r\n\r\n");
    const head = record.subarray(0, end).toString("utf8");
    const fields = new Map(
      head.split("\r\n").map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    const length = Number(fields.get("content-length"));
    return (
      head.startsWith("WARC/") &&
      fields.get(RECORD_ID) === id &&
      record.length === end + 4 + length + 4
    );
  } catch {
    return false;
  }
}
