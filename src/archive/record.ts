import { z } from "zod";
import { parseFeedDate } from "../feed/index.ts";
import {
  type Article,
  type Beside,
  type Precision,
  type Published,
  parseInstant,
} from "../model/index.ts";

/** Why a record gives no article. */
export type RecordFault =
  | "not-json"
  | "not-an-object"
  | "no-id"
  | "no-text"
  | "too-long"
  | "bad-field";

/** A record as an article, or why not. `warnings` name what was left out of an article that is kept. */
export type ReadRecord =
  | { readonly ok: true; readonly article: Article; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly reason: RecordFault; readonly detail: string };

/** No article comes near it; a whole archive pasted into one record would take the memory of all the others. */
const LONGEST_TEXT = 4_000_000;

const optionalText = z.string().nullish();

/** The fields of a record that mean something here; others are passed over. */
const RECORD = z.object({
  id: z.union([z.string(), z.number()], { error: "expected text or a number" }).nullish(),
  url: optionalText,
  source: optionalText,
  outlet: optionalText,
  credit: optionalText,
  title: optionalText,
  text: optionalText,
  author: optionalText,
  summary: optionalText,
  section: optionalText,
  keywords: z
    .union([z.array(z.string()), z.string()], { error: "expected a list of texts, or text" })
    .nullish(),
  published: z
    .union(
      [
        z.string(),
        z.number(),
        z.object({ at: z.string(), precision: z.string().optional(), from: z.string().optional() }),
      ],
      { error: "expected a time as text, seconds since 1970, or {at, precision}" },
    )
    .nullish(),
  fetched: optionalText,
  fetchedAt: optionalText,
  image: optionalText,
  captions: z.array(z.string()).nullish(),
  links: z.array(z.object({ text: z.string(), url: z.string() })).nullish(),
});

type RecordFields = z.infer<typeof RECORD>;

const PRECISION_BY_SHAPE: readonly (readonly [RegExp, Precision])[] = [
  [/^\d{4}$/u, "year"],
  [/^\d{4}-\d{2}$/u, "month"],
  [/^\d{4}-\d{2}-\d{2}$/u, "day"],
  [/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u, "minute"],
];
const KEYWORD_MARKS = /[,،;؛|]/u;
const CLOCK_AFTER_SPACE = /^(\d{4}-\d{2}-\d{2}) (?=\d)/u;

/** A written ISO 8601 time with the precision its shape has; null when it is no such time. */
export function toPublished(written: string, from: string): Published | null {
  const at = written.trim().replace(CLOCK_AFTER_SPACE, "$1T");
  const precision = PRECISION_BY_SHAPE.find(([shape]) => shape.test(at))?.[1];
  if (precision === undefined || parseInstant(at) === null) return null;
  return { at, precision, from };
}

function filled(value: string | null | undefined): string | null {
  return value === null || value === undefined || value.trim() === "" ? null : value;
}

/** Reads a JSON Lines record in the format of DESIGN.md. A record is known by its `id`, or by its `url` when it has none. */
export function parseRecord(line: string): ReadRecord {
  const parsed = parseJson(line);
  return parsed.ok ? toArticle(parsed.value) : parsed;
}

/** Parses a line, whatever it holds. */
export function parseJson(
  line: string,
): { readonly ok: true; readonly value: unknown } | Extract<ReadRecord, { ok: false }> {
  try {
    return { ok: true, value: JSON.parse(line) };
  } catch (cause) {
    return { ok: false, reason: "not-json", detail: (cause as Error).message };
  }
}

/** The same for a record that has been parsed. */
export function toArticle(value: unknown): ReadRecord {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { ok: false, reason: "not-an-object", detail: "a record is a JSON object" };
  }
  const parsed = RECORD.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      ok: false,
      reason: "bad-field",
      detail: `${issue?.path.join(".")}: ${issue?.message}`,
    };
  }
  const fields = parsed.data;
  const id =
    filled(fields.id === null || fields.id === undefined ? null : String(fields.id)) ??
    filled(fields.url);
  if (id === null) return { ok: false, reason: "no-id", detail: "neither `id` nor `url` is given" };
  const text = filled(fields.text);
  if (text === null)
    return { ok: false, reason: "no-text", detail: `${id}: \`text\` is empty or missing` };
  if (text.length > LONGEST_TEXT)
    return {
      ok: false,
      reason: "too-long",
      detail: `${id}: \`text\` has ${text.length} characters; the limit is ${LONGEST_TEXT}`,
    };
  return toKept(fields, id, text);
}

function toKept(fields: RecordFields, id: string, text: string): ReadRecord {
  const warnings: string[] = [];
  const keywords = fields.keywords ?? [];
  const article: Article = {
    id,
    url: filled(fields.url),
    outlet: filled(fields.outlet) ?? filled(fields.source),
    source: filled(fields.credit),
    author: filled(fields.author),
    title: filled(fields.title),
    text,
    summary: filled(fields.summary),
    section: filled(fields.section),
    keywords: (typeof keywords === "string" ? keywords.split(KEYWORD_MARKS) : keywords).flatMap(
      (word) => filled(word)?.trim() ?? [],
    ),
    published: readPublished(fields.published, id, warnings),
    fetchedAt: readFetched(fields, id, warnings),
    ...readBeside(fields),
  };
  return { ok: true, article, warnings };
}

function readPublished(
  written: RecordFields["published"],
  id: string,
  warnings: string[],
): Published | null {
  if (written === null || written === undefined || written === "") return null;
  const isPlain = typeof written !== "object";
  const at = isPlain ? String(written) : written.at;
  const from = isPlain ? "record" : (written.from ?? "record");
  const published = toPublished(at, from) ?? toPublishedAsWritten(at, from);
  if (published === null)
    warnings.push(`${id}: \`published\` is no time that can be read: ${at}; kept without one`);
  return published;
}

/** Not ISO 8601, but a time as feeds and pages write one: «10 نيسان 2026», `Fri, 10 Apr 2026 09:00:00 GMT`. */
function toPublishedAsWritten(written: string, from: string): Published | null {
  const date = parseFeedDate(written);
  return date === null ? null : { ...date, from };
}

function readFetched(fields: RecordFields, id: string, warnings: string[]): string | null {
  const written = filled(fields.fetchedAt) ?? filled(fields.fetched);
  if (written === null || parseInstant(written) !== null) return written;
  warnings.push(`${id}: \`fetched\` is not an ISO 8601 time: ${written}; kept without one`);
  return null;
}

function readBeside({ image, captions, links }: RecordFields): { beside?: Beside } {
  const beside = { image: filled(image), captions: captions ?? [], links: links ?? [] };
  const isEmpty =
    beside.image === null && beside.captions.length === 0 && beside.links.length === 0;
  return isEmpty ? {} : { beside };
}
