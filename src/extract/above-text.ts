import { foldText } from "../text/index.ts";
import { findMonth } from "./date/months.ts";
import { DATE_COMPANIONS, DATE_FILLERS, DAY_HALVES, WEEKDAYS } from "./tables/date-words.ts";
import { findWrittenDates, parseWrittenDate } from "./written-date.ts";

const LONGEST_DATE_LINE = 90;
/** «منذ 3 أيام»: an age is alone when its line has no room for more. */
const LONGEST_AGE = 16;
/** Whether a line is an age does not hang on the day it is counted from. */
const ANY_DAY = "2020-01-01";
const WORD = /[\p{L}\p{M}]+/gu;
/** Without a date a time of day is alone as well. */
const CLOCK = /(?<![\p{Nd}:])\p{Nd}{1,2}:\p{Nd}{2}(?![\p{Nd}])/u;
const DIGIT = /\p{Nd}/u;
const COMPANIONS: ReadonlySet<string> = new Set(
  [
    ...DATE_COMPANIONS.map(([word]) => word),
    ...DATE_FILLERS.map(([word]) => word),
    ...DAY_HALVES.flatMap(([, names]) => names),
    ...WEEKDAYS.flatMap(([, names]) => names),
  ].map((word) => foldText(word)),
);

/** Whether a line is a date and what belongs to one, weekday, time, number of the issue, and nothing else. */
export function isDateAlone(line: string): boolean {
  if (line.length > LONGEST_DATE_LINE || !DIGIT.test(line)) return false;
  if (line.length <= LONGEST_AGE && parseWrittenDate(line, { fetchedAt: ANY_DAY }) !== null)
    return true;
  const dates = findWrittenDates(line);
  if (dates.length === 0 && !CLOCK.test(line)) return false;
  let rest = "";
  let from = 0;
  for (const { start, end } of dates) {
    rest += ` ${line.slice(from, start)}`;
    from = end;
  }
  rest += ` ${line.slice(from)}`;
  // Of two calendars one is read; the other's month is left.
  const words = foldText(rest).match(WORD) ?? [];
  return areOfDate(words);
}

function areOfDate(words: readonly string[]): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (findMonth(`${word} ${words[at + 1] ?? ""}`) !== null) at += 1;
    else if (!COMPANIONS.has(word) && findMonth(word) === null) return false;
  }
  return true;
}

/** Whether lines are short and no sentences: what stands above a title as a kicker, a section's name, a ticker. */
export function isAboveTitle(lines: readonly string[]): boolean {
  return lines.every((line) => line.length < LONGEST_TEASER && !SENTENCE_END.test(line));
}

const LONGEST_TEASER = 120;
const SENTENCE_END = /[.؟!?]["»”)]*$/u;
