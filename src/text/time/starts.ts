import { numberWord } from "../number/read-number.ts";
import { type Context, monthAt, ordinalAt } from "./context.ts";
import { beginsHoliday } from "./read-holiday.ts";
import { beginsPhrase } from "./read-now.ts";

/** Whether an expression may begin at a token: all but a few words of a text are passed over here. */
export function mayBegin(context: Context, at: number): boolean {
  const token = context.tokens[at];
  if (token === undefined) return false;
  if (token.kind !== "word" || context.words[at] !== undefined) return true;
  const { folded } = token;
  return (
    numberWord(token) !== undefined ||
    ordinalAt(context, at) !== null ||
    monthAt(context, at) !== null ||
    beginsHoliday(folded) ||
    beginsPhrase(folded)
  );
}
