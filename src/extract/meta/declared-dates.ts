import { MODIFIED_METAS, PUBLISHED_METAS } from "../tables/meta-names.ts";
import { parseWrittenDate, type WrittenDate } from "../written-date.ts";
import { type DateCandidate, type DateSource, isPlausible } from "./date-choice.ts";
import type { Evidence } from "./evidence.ts";
import { textOf } from "./linked-data.ts";

const COMPACT = /^\s*(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d{3,})/u;
const EPOCH = /^\s*(?<seconds>1\d{9})(?:\d{3})?\s*$/u;
const LONGEST = 60;
/** Names that no vocabulary has and that say what they are. */
const PUBLISHED_NAME = /publi(?:sh|c)|pub[_-]?date|posted|issued|^date|[._:-]date$/u;
const OTHER_NAME = /modif|updat|expir|valid|revis|until|end|founding|copyright|image/u;

/** A date as machines write it, or as people do. */
export function parseDeclared(text: string | null, monthFirst: boolean): WrittenDate | null {
  if (text === null || text.length > LONGEST) return null;
  const { seconds } = EPOCH.exec(text)?.groups ?? {};
  if (seconds !== undefined) {
    const at = new Date(Number(seconds) * 1000).toISOString();
    return { at: `${at.slice(0, 16)}:00Z`, precision: "minute" };
  }
  const { year, month, day } = COMPACT.exec(text)?.groups ?? {};
  const written = year === undefined ? text : `${year}-${month}-${day}`;
  return parseWrittenDate(written, { monthFirst });
}

/** What the head of a page says of its dates, the most trusted first. */
export interface DeclaredDates {
  readonly published: readonly DateCandidate[];
  readonly modified: readonly DateCandidate[];
}

/** Reads the dates of JSON-LD and `<meta>`. */
export function findDeclaredDates(evidence: Evidence, monthFirst: boolean): DeclaredDates {
  const { article, linked, metas, fetchedAt } = evidence;
  const published: DateCandidate[] = [];
  const modified: DateCandidate[] = [];
  // Most places say the same date.
  const read = new Map<string, WrittenDate | null>();
  const add = (to: DateCandidate[], text: string | null, from: DateSource) => {
    if (text === null) return;
    let date = read.get(text);
    if (date === undefined) {
      date = parseDeclared(text, monthFirst);
      read.set(text, date);
    }
    if (date !== null && isPlausible(date, fetchedAt)) to.push({ date, from });
  };
  add(published, textOf(article?.["datePublished"]), "json-ld");
  for (const name of PUBLISHED_METAS) add(published, metas.get(name)?.[0] ?? null, "meta");
  for (const [name, [content]] of metas) {
    if (PUBLISHED_NAME.test(name) && !OTHER_NAME.test(name))
      add(published, content ?? null, "meta");
  }
  for (const node of linked.nodes) add(published, textOf(node["datePublished"]), "json-ld");
  add(published, textOf(article?.["dateCreated"] ?? article?.["uploadDate"]), "json-ld");
  add(modified, textOf(article?.["dateModified"]), "json-ld");
  for (const name of MODIFIED_METAS) add(modified, metas.get(name)?.[0] ?? null, "meta");
  return { published, modified };
}
