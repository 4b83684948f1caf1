import { foldWord } from "../fold.ts";
import { DAY_SECONDS, daysInMonth, toCivil, toDayNumber } from "./civil.ts";
import { type Context, near, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import { toDays, toInterval } from "./interval.ts";
import { readDraft, toSpan } from "./read-draft.ts";
import { resolveAt } from "./read-range.ts";

const LIKE: ReadonlySet<string> = new Set(["مثل", "بمثل", "كمثل"].map(foldWord));

/** The words that «في مثل هذا اليوم» begins with. */
export function anniversaryForms(): Iterable<string> {
  return LIKE;
}

/** «في مثل هذا اليوم من عام 1967»: the publication's day of the month in that year. */
export function readAnniversary(context: Context, at: number): Found | null {
  const { tokens, reference } = context;
  if (!LIKE.has(tokens[at]?.folded ?? "") || near(context, at + 1)?.is !== "this") return null;
  const day = near(context, at + 2);
  if (day?.is !== "day" || day.offset !== 0) return null;
  const year = readDraft(context, wordAt(context, at + 3)?.is === "from" ? at + 4 : at + 3);
  if (year === null || Object.keys(year.draft).some((key) => key !== "year" && key !== "hijri"))
    return null;
  const span = toSpan(context, at, year.next);
  const around = resolveAt(context, year.draft, at, year.next);
  if (reference === null || around === null) return { ...span, interval: null, grain: "day" };
  const { month, day: date } = toCivil(reference.day);
  const first = toCivil(around.from / DAY_SECONDS);
  const kept = Math.min(date, daysInMonth(first.year, month));
  const interval = toInterval(toDays(toDayNumber(first.year, month, kept)));
  return { ...span, interval, grain: "day" };
}
