import { foldWord } from "../fold.ts";
import { DAY_SECONDS, daysInMonth, toCivil, toDayNumber } from "./civil.ts";
import { type Context, type Counted, jointAt, ordinalAt, wholeAt } from "./context.ts";
import type { Found } from "./found.ts";
import { toDays, toInterval } from "./interval.ts";
import { LIKELY } from "./placing.ts";
import { toSpan } from "./read-draft.ts";

const OF_IT = foldWord("منه");
const MOST_TOKENS_BETWEEN = 30;
const MOST_WORDS_OF_DAY = 3;
/** What a day stands behind; in «المادة 15 منه» and «الجزء الثاني منه» something else is counted. */
const BEFORE_DAY: ReadonlySet<string> = new Set(
  "في وفي ففي يوم ويوم حتي وحتي الي والي ثم".split(" "),
);
const AND = "و";
const FEMININE = /ه$/u;

/** «27 منه», «السابع منه»: a day of the month of the day or month told just before; null where none was. */
export function readOfIt(context: Context, at: number, before: Found | undefined): Found | null {
  const interval = before?.interval ?? null;
  if (before === undefined || interval === null) return null;
  if (interval.grain !== "day" && interval.grain !== "month") return null;
  const ofItAt = wordOfItAt(context, at);
  if (ofItAt === null || at - before.next > MOST_TOKENS_BETWEEN || isHijri(context, before))
    return null;
  const number = dayAt(context, at);
  if (number?.next !== ofItAt || !isAnnounced(context, at, before)) return null;
  const { year, month } = toCivil(Math.floor(interval.from / DAY_SECONDS));
  if (number.value < 1 || number.value > daysInMonth(year, month)) return null;
  const days = toDays(toDayNumber(year, month, number.value));
  return {
    ...toSpan(context, at, ofItAt + 1),
    interval: toInterval(days, Math.min(LIKELY, interval.confidence)),
    grain: "day",
  };
}

/** The number of a day: in digits, or a masculine ordinal with its article. */
function dayAt(context: Context, at: number): Counted | null {
  const number = wholeAt(context, at);
  if (number?.digits === true) return number;
  const ordinal = ordinalAt(context, at);
  const isDay = ordinal?.definite === true && !FEMININE.test(context.tokens[at]?.folded ?? "");
  return isDay ? ordinal : null;
}

/** Whether a word before it, or a «و» that joins it to the date right before, makes it a day. */
function isAnnounced({ tokens }: Context, at: number, before: Found): boolean {
  if (tokens[at]?.folded.startsWith(AND)) return before.next === at;
  const word = tokens[at - 1]?.folded ?? "";
  return word === AND ? before.next === at - 1 : BEFORE_DAY.has(word);
}

/** Where «منه» stands after a word or some of a day; nearly always nowhere, which is then known at once. */
function wordOfItAt(context: Context, at: number): number | null {
  for (let i = at + 1; i <= at + MOST_WORDS_OF_DAY; i += 1)
    if (context.tokens[i]?.folded === OF_IT) return jointAt(context, i) === "space" ? i : null;
  return null;
}

/** Of a month of the Hijra, a day is not reckoned by ours. */
function isHijri({ read, tokens }: Context, { start, next }: Found): boolean {
  for (let i = next - 1; (tokens[i]?.end ?? 0) > start; i -= 1) {
    const reading = read[i];
    if (reading?.next === next && reading.draft.hijri === true) return true;
  }
  return false;
}
