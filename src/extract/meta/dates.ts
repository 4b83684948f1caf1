import type { ExtractedDate } from "../extraction.ts";
import type { WrittenDate } from "../written-date.ts";
import type { DateCandidate } from "./date-choice.ts";
import { findDeclaredDates } from "./declared-dates.ts";
import type { Evidence } from "./evidence.ts";
import { hostOf } from "./outlet.ts";
import { toSimilarity, toWords } from "./similarity.ts";
import type { TitleCandidate } from "./title.ts";
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
export function findDates(evidence: Evidence, titles: readonly TitleCandidate[]): PageDates {
  const monthFirst = isMonthFirst(evidence);
  const declared = findDeclaredDates(evidence, monthFirst);
  const url = findUrlDate(evidence.url);
  const fromUrl: DateCandidate[] = url === null ? [] : [{ date: url, from: "url" }];
  const [first] = declared.published;
  if (first !== undefined) {
    const others = isLocalDayOf(url, first.date)
      ? [...fromUrl, ...declared.published]
      : [...declared.published, ...fromUrl];
    return { published: others, modified: declared.modified };
  }
  const heading = findPlace(evidence, titles);
  const shown = findShownDates({ ...evidence, heading, monthFirst });
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

/** Where the article's title stands: its heading, else the line that has its words. */
function findPlace(
  { page }: Evidence,
  titles: readonly TitleCandidate[],
): { readonly start: number; readonly end: number } | null {
  const heading = titles.find((title) => title.heading !== null)?.heading ?? null;
  if (heading?.level === 1) return heading;
  const title = titles[0]?.value ?? "";
  const words = toWords(title);
  const line = page.blocks.find(({ start, end }) => {
    if (Math.abs(end - start - title.length) > title.length / 2) return false;
    return toSimilarity(toWords(page.text.slice(start, end)), words) >= SAME;
  });
  return line ?? heading;
}

const SAME = 0.75;

const MONTH_FIRST_LANGUAGE = /^en-us|^fil|^tl/iu;
const OTHER_ENGLISH = /^en-(?!us)/iu;
const AMERICAN_HOST = /\.(?:com|org|net|edu|gov|us|ph|io|co)$/u;

/** 5/4 is May the fourth where the page is American. */
function isMonthFirst({ page, url }: Evidence): boolean {
  const language = page.head.language ?? "";
  if (MONTH_FIRST_LANGUAGE.test(language)) return true;
  if (OTHER_ENGLISH.test(language) || !language.toLowerCase().startsWith("en")) return false;
  return AMERICAN_HOST.test(hostOf(url) ?? "");
}

/** The form in which an article carries a date. */
export function toExtractedDate(candidate: DateCandidate | undefined): ExtractedDate | null {
  return candidate === undefined ? null : { ...candidate.date, from: candidate.from };
}
