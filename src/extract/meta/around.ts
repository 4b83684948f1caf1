import type { Around } from "./date-place.ts";
import type { Evidence } from "./evidence.ts";
import { hostOf } from "./outlet.ts";
import { toSimilarity, toWords } from "./similarity.ts";
import type { TitleCandidate } from "./title.ts";

/** Adds to what a page says where its article's title stands, and in which order its country writes day and month. */
export function locate(evidence: Evidence, titles: readonly TitleCandidate[]): Around {
  return {
    ...evidence,
    heading: findPlace(evidence, titles),
    monthFirst: isMonthFirst(evidence),
  };
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
