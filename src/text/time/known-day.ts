import { foldWord } from "../fold.ts";
import { KNOWN_DAYS, NAMED_BY_DAY } from "../tables/known-days.ts";
import { toDayNumber } from "./civil.ts";
import { type Context, wordAt } from "./context.ts";
import type { Draft } from "./time.ts";

const ROWS = KNOWN_DAYS.map(({ events, ...row }) => ({
  ...row,
  events: new Set(events.split(" ").map(foldWord)),
}));
const NAMED: ReadonlySet<string> = new Set(NAMED_BY_DAY.map(foldWord));
const JOINED = /^[وف]?[بلك]?(?=.{3})/u;
const BY = /^[بلك](?=.{3})/u;

/** A day as the event before it makes it known: «هجمات 11 سبتمبر» is of 2001. Nothing that is told before it happened is that one. */
export function ofEvent(context: Context, at: number, draft: Draft): Draft {
  const { month, day = null, year, shift, hijri } = draft;
  if (month === undefined || year !== undefined || shift !== undefined || hijri === true)
    return draft;
  const before = forms(context, at);
  const row = ROWS.find(
    (known) =>
      known.month === month &&
      known.day === day &&
      isOver(context, known) &&
      before.some((form) => known.events.has(form)),
  );
  return row === undefined ? draft : { ...draft, year: row.year };
}

/** Whether the word before a month names an event that the month alone makes known: «حرب تموز». */
export function isMonthOfEvent(context: Context, at: number, month: number): boolean {
  const before = forms(context, at);
  return ROWS.some(
    (known) =>
      known.day === null && known.month === month && before.some((form) => known.events.has(form)),
  );
}

/** Whether a day of a month, or the month behind such a day, is what a street, a bloc or a newspaper is called by. */
export function isName(context: Context, at: number, draft: Draft): boolean {
  const { month, day, year, shift } = draft;
  // «جامعة 12 أغسطس المقبل», «جامعة الخميس 12 أغسطس»: what says more than a name does is a date.
  if (month === undefined || year !== undefined || shift?.["named-month"] !== undefined)
    return false;
  if (wordAt(context, at)?.is === "weekday") return false;
  const isAfterDay = context.tokens[at - 1]?.kind === "number";
  if (day === undefined && !isAfterDay) return false;
  return forms(context, day === undefined ? at - 1 : at).some((form) => NAMED.has(form));
}

function isOver({ reference }: Context, { year, month, day }: (typeof ROWS)[number]): boolean {
  return reference === null || toDayNumber(year, month, day ?? 1) <= reference.day;
}

/** The word before a token, with and without what is joined to it. */
function forms({ tokens }: Context, at: number): string[] {
  const before = tokens[at - 1]?.folded ?? "";
  return [before, before.replace(BY, ""), before.replace(JOINED, "")];
}
