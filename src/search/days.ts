import { findTimes, type Time, tokenize } from "../text/index.ts";

const DIGIT = /\p{Nd}/u;
/** Beside more words a day is part of what is told, not of when it was reported. */
const MOST_BESIDE = 3;
/** No text with so few words beside a day is longer, and times are looked for in all of it. */
const LONGEST = 200;
const SPACES = /\s+/u;
const MS_PER_DAY = 86_400_000;

/** The last day of a half-open interval of days. */
const lastDay = (to: string): string =>
  new Date(Date.parse(to) - MS_PER_DAY).toISOString().slice(0, 10);

const isDayOrMonth = ({ grain }: Time): boolean => grain === "day" || grain === "month";

/**
 * A short query with the day or month it names as a filter, since days are mostly typed for what was reported on them; null when it
 * names none, or none that is sure.
 */
export function withDaysAsFilter(text: string): string | null {
  if (text.length > LONGEST || !DIGIT.test(text) || text.includes(":")) return null;
  const [time, ...others] = findTimes({ text, tokens: tokenize(text) }, null);
  if (time === undefined || others.length > 0 || !isDayOrMonth(time)) return null;
  const { start, end, from, to } = time;
  if (from === null || to === null) return null;
  const beside = `${text.slice(0, start)} ${text.slice(end)}`.trim().split(SPACES);
  if (beside.length > MOST_BESIDE) return null;
  return [...beside, `from:${from}`, `to:${lastDay(to)}`].filter((part) => part !== "").join(" ");
}
