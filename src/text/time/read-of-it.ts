import { foldWord } from "../fold.ts";
import { DAY_SECONDS, daysInMonth, toCivil, toDayNumber } from "./civil.ts";
import { type Context, jointAt, ordinalAt, wholeAt } from "./context.ts";
import type { Found } from "./found.ts";
import { toDays, toInterval } from "./interval.ts";
import { LIKELY } from "./placing.ts";
import { toSpan } from "./read-draft.ts";

const OF_IT = foldWord("منه");
const MOST_TOKENS_BETWEEN = 30;
const MOST_WORDS_OF_DAY = 3;

/** «27 منه», «السابع منه»: a day of the month of the day or month told just before; null where none was. */
export function readOfIt(context: Context, at: number, before: Found | undefined): Found | null {
  const interval = before?.interval ?? null;
  if (before === undefined || interval === null) return null;
  if (interval.grain !== "day" && interval.grain !== "month") return null;
  const ofItAt = wordOfItAt(context, at);
  if (ofItAt === null || at - before.next > MOST_TOKENS_BETWEEN || isHijri(context, before))
    return null;
  const number = wholeAt(context, at) ?? ordinalAt(context, at);
  if (number?.next !== ofItAt) return null;
  const { year, month } = toCivil(Math.floor(interval.from / DAY_SECONDS));
  if (number.value < 1 || number.value > daysInMonth(year, month)) return null;
  const days = toDays(toDayNumber(year, month, number.value));
  return {
    ...toSpan(context, at, ofItAt + 1),
    interval: toInterval(days, Math.min(LIKELY, interval.confidence)),
    grain: "day",
  };
}

/** Where «منه» stands after a word or some of a day; nearly always nowhere, which is then known at once. */
function wordOfItAt(context: Context, at: number): number | null {
  for (let i = at + 1; i <= at + MOST_WORDS_OF_DAY; i += 1)
    if (context.tokens[i]?.folded === OF_IT) return jointAt(context, i) === "space" ? i : null;
  return null;
}

/** Of a month of the Hijra, a day is not reckoned by ours. */
function isHijri({ read }: Context, before: Found): boolean {
  return read.some((reading) => reading?.next === before.next && reading.draft.hijri === true);
}
