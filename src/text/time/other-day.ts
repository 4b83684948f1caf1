import { foldWord } from "../fold.ts";
import { MEDIA_OF_TODAY, MEDIA_OF_TODAY_LED, NOT_A_DAY } from "../tables/vague-times.ts";
import type { Context } from "./context.ts";

const OTHER_DAYS = Object.entries(NOT_A_DAY).map(
  ([day, others]) => [foldWord(day), new Set(others.split(" ").map(foldWord))] as const,
);

const TODAY = "اليوم";
const MEDIA: ReadonlySet<string> = new Set(MEDIA_OF_TODAY.map(foldWord));
const LED: ReadonlySet<string> = new Set(MEDIA_OF_TODAY_LED.names.map(foldWord));
const LEADS: ReadonlySet<string> = new Set(MEDIA_OF_TODAY_LED.leads.map(foldWord));
const JOINED = /^(?:[وف]?[بل])(?=.{3})/u;
const QUOTES = '"«»“”';

/** «اليوم العالمي» and «غد أفضل» are not days of the calendar, and «المصري اليوم» is a newspaper. */
export function isOtherDay(context: Context, at: number): boolean {
  const after = context.tokens[at + 1]?.folded ?? "";
  const isOther = OTHER_DAYS.some(
    ([day, others]) => others.has(after) && (context.tokens[at]?.folded ?? "").endsWith(day),
  );
  return isOther || isMedium(context, at);
}

/** «المصري اليوم», «قناة روسيا اليوم», «صحيفة "اليوم"». */
function isMedium({ text, tokens }: Context, at: number): boolean {
  const token = tokens[at];
  if (token?.folded !== TODAY) return false;
  const before = tokens[at - 1]?.folded ?? "";
  if (MEDIA.has(before) || MEDIA.has(before.replace(JOINED, ""))) return true;
  if (!LED.has(before)) return isLead(before) && isQuoted(text[token.start - 1], text[token.end]);
  if (isLead(tokens[at - 2]?.folded ?? "")) return true;
  return isQuoted(text[(tokens[at - 1]?.start ?? 0) - 1], text[token.end]);
}

/** Whether a word is one for a medium: «صحيفة», «لصحيفة». */
function isLead(folded: string): boolean {
  return LEADS.has(folded) || LEADS.has(folded.replace(JOINED, ""));
}

function isQuoted(before: string | undefined, after: string | undefined): boolean {
  return (
    before !== undefined && after !== undefined && QUOTES.includes(before) && QUOTES.includes(after)
  );
}
