import type { ExtractedDate } from "../extraction.ts";
import type { WrittenDate } from "../written-date.ts";
import type { DateCandidate } from "./date-choice.ts";
import type { Around } from "./date-place.ts";
import { findDeclaredDates } from "./declared-dates.ts";
import { findUrlDate } from "./url-date.ts";
import { findShownDates } from "./written-dates.ts";

/** The dates a page offers, the chosen ones first. */
export interface PageDates {
  readonly published: readonly DateCandidate[];
  readonly modified: readonly DateCandidate[];
}

/**
 * Finds when an article was published and changed: what the head declares, then its address, then what the page shows. A page
 * that only says when it was changed was published then at the latest, and the date says that it is that of the change.
 */
export function findDates(around: Around): PageDates {
  const declared = findDeclaredDates(around, around.monthFirst);
  const url = findUrlDate(around.url);
  const fromUrl: DateCandidate[] = url === null ? [] : [{ date: url, from: "url" }];
  const [first] = declared.published;
  if (first !== undefined) {
    const others = isLocalDayOf(url, first.date)
      ? [...fromUrl, ...declared.published]
      : [...declared.published, ...fromUrl];
    return { published: others, modified: declared.modified };
  }
  const shown = findShownDates(around);
  const modified = [...declared.modified, ...shown.modified];
  const wholeUrl = fromUrl.filter(({ date }) => date.precision === "day");
  const published = [...wholeUrl, ...shown.published.filter(({ rank }) => rank >= LEAST_RANK)];
  const changed = modified.map(({ date }) => ({ date, from: "modified" as const }));
  return { published: [...published, ...changed, ...fromUrl], modified };
}

/** A shown date with less ground than this is of something else. */
const LEAST_RANK = 1;
const DAY_MS = 86_400_000;
const IN_UTC = /(?:Z|[+-]00:00)$/u;

/** Whether the address has the day before or after a moment given in UTC: the outlet's own calendar had it. */
function isLocalDayOf(url: WrittenDate | null, { at, precision }: WrittenDate): boolean {
  if (url?.precision !== "day" || (precision === "minute" && !IN_UTC.test(at))) return false;
  const apart = Math.abs(Date.parse(url.at) - Date.parse(at.slice(0, url.at.length)));
  return apart === DAY_MS;
}

/** The form in which an article carries a date. */
export function toExtractedDate(candidate: DateCandidate | undefined): ExtractedDate | null {
  return candidate === undefined ? null : { ...candidate.date, from: candidate.from };
}
