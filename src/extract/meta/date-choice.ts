import type { WrittenDate } from "../written-date.ts";

/** A date that a page offers, and where it was read. */
export interface DateCandidate {
  readonly date: WrittenDate;
  readonly from: DateSource;
}

/** Where a date was read. */
export type DateSource =
  | "json-ld"
  | "meta"
  | "microdata"
  | "time"
  | "url"
  | "label"
  | "byline"
  | "element"
  | "modified";

/** No news page is older; an earlier date is the zero of some clock or belongs to the story. */
const FIRST_DAY = "1993-01-01";
const DAY_LENGTH = 10;

/** Whether a page can have been published then: not before there were pages, not after it was fetched (a day's grace for the zones). */
export function isPlausible({ at }: WrittenDate, fetchedAt: string | null): boolean {
  const day = at.slice(0, DAY_LENGTH);
  if (day < FIRST_DAY) return false;
  if (fetchedAt === null) return true;
  const latest = new Date(Date.parse(fetchedAt.slice(0, DAY_LENGTH)) + 86_400_000);
  return Number.isNaN(latest.getTime()) || day <= latest.toISOString().slice(0, DAY_LENGTH);
}
