import { numberForms } from "../number/read-number.ts";
import { type Context, ordinalAndMonthForms } from "./context.ts";
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
]);

/** Whether an expression may begin at a token. */
export function mayBegin(
  { tokens, words }: Pick<Context, "tokens" | "words">,
  at: number,
): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind !== "word") return true;
  const word = words[at]?.word;
  // The commonest word of time is also the commonest preposition: what follows it tells.
  if (word?.is === "from") return mayBegin({ tokens, words }, at + 1);
  return word !== undefined || STARTS.has(token.folded);
}
