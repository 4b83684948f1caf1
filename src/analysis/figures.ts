import type { Article } from "../model/index.ts";
import { type Figure, findFigures, type Time, type Token } from "../text/index.ts";

/** The figures of an article's text in order, given the times it speaks of: the numbers of a date or a clock are none, how many days something lasted is one. */
export function readFigures(
  { text }: Article,
  tokens: readonly Token[],
  times: readonly Time[],
): Figure[] {
  const calendar = times.filter(({ from, duration }) => from !== null && duration === undefined);
  return findFigures({ text, tokens }, calendar);
}
