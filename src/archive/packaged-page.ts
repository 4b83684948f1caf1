/**
 * The page of a report as its story's package has it: its address, when its outlet was found to have deleted it, and the page as it was
 * received, last and before each change of its articles, which is a record of a WARC file: a gzip member in base 64, that any reader of WARC reads when it is decoded. Reports of one
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
  /** As it was received before its articles changed, oldest first. */
  readonly earlier: readonly EarlierFields[];
}

interface EarlierFields {
  readonly fetched: string;
  readonly original: OriginalFields;
}

/** An original: the id of its record, and the record itself where it has not stood before. */
interface OriginalFields {
  readonly record: string;
  readonly warc: string | null;
}

/** A page read back. */
export interface PackagedPage extends Omit<PageFields, "original" | "earlier"> {
  readonly original: PackagedOriginal | null;
  readonly earlier: readonly { readonly fetched: string; readonly original: PackagedOriginal }[];
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

const ORIGINAL = z.object({ record: name, warc: text });
const time = z.string().refine((written) => parseInstant(written) !== null, "not an ISO 8601 time");

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
  gone: time.nullable(),
  original: ORIGINAL.nullable(),
  // Packages of earlier versions have none.
  earlier: z.array(z.object({ fetched: time, original: ORIGINAL })).default([]),
});

/** Originals of a page: what it is, and what it was with when it was received. */
export interface PageOriginals {
  readonly kept: KeptRecord | null;
  readonly earlier: readonly { readonly fetched: string; readonly kept: KeptRecord }[];
}

/** The page for a line; `written` are the records that stand on lines before. */
export function toPageFields(
  page: PageTask,
  { kept, earlier }: PageOriginals,
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
    earlier: earlier.flatMap((one) => {
      const original = toOriginalFields(one.kept, written);
      return original === null ? [] : [{ fetched: one.fetched, original }];
    }),
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

/** A page off its line, with what was wrong with it. */
export interface PageReading {
  readonly page: PackagedPage;
  readonly warnings: readonly string[];
}

/** Takes a page off its line. An original that cannot be read is left out. */
export function fromPageFields(fields: PageFields): PageReading {
  const { original, earlier, ...page } = fields;
  const warnings: string[] = [];
  const read = (one: OriginalFields): PackagedOriginal | null => {
    const member = one.warc === null ? null : Buffer.from(one.warc, "base64");
    if (member === null || isRecord(member, one.record)) return { record: one.record, member };
    const { record } = one;
    warnings.push(`${page.url}: its original is not the WARC record ${record}; kept without it`);
    return null;
  };
  const before = earlier.flatMap((one) => {
    const old = read(one.original);
    return old === null ? [] : [{ fetched: one.fetched, original: old }];
  });
  const last = original === null ? null : read(original);
  return { page: { ...page, original: last, earlier: before }, warnings };
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
