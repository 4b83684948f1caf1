import { numberForms } from "../number/read-number.ts";
import { factOf, type Word } from "../word.ts";
import { type Context, ordinalAndMonthForms } from "./context.ts";
import { anniversaryForms } from "./read-anniversary.ts";
import { holidayForms } from "./read-holiday.ts";
import { phraseForms } from "./read-now.ts";
import { vagueForms } from "./read-vague.ts";

/** One look-up passes over nearly every word of a text. */
const STARTS: ReadonlySet<string> = new Set([
  ...numberForms(),
  ...ordinalAndMonthForms(),
  ...holidayForms(),
  ...phraseForms(),
  ...vagueForms(),
  ...anniversaryForms(),
]);

const isStart = factOf((folded) => STARTS.has(folded), false);

/** Whether an expression may begin at a token. */
export function mayBegin(
  { tokens, words, all }: Pick<Context, "tokens" | "words" | "all">,
  at: number,
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind !== "word") return true;
  const word = words[at]?.word;
  // The commonest word of time is also the commonest preposition: what follows it tells.
  if (word?.is === "from") return mayBegin({ tokens, words, all }, at + 1);
  return word !== undefined || isStart(all[at] as Word);
}
