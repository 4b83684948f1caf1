import type { Article } from "../model/index.ts";
import { type Figure, findFigures, type Time, type Token } from "../text/index.ts";

/** The figures of an article's text in order, given the times it speaks of: the numbers of a date or a clock are none, how many days something lasted is one. */
export function readFigures(
  { text }: Article,
  tokens: readonly Token[],
  times: readonly Time[],
): Figure[] {
  const { length } = text.trim();
  const calendar = times.filter((time) => isOfCalendar(time, length));
  return findFigures({ text, tokens }, calendar);
}

/** A date or a clock and no length, placed or not; one that cannot be placed and is all there is may be asked for its number as well. */
function isOfCalendar({ duration, from, start, end }: Time, length: number): boolean {
  return duration === undefined && (from !== null || end - start < length);
}
