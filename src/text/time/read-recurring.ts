import { foldWord } from "../fold.ts";
import type { TimeUnit } from "../tables/time-words.ts";
import { BEFORE_SURNAME } from "../tables/vague-times.ts";
import { readAmount, toDuration } from "./amount.ts";
import { toCivil, toMonday } from "./civil.ts";
import { type Context, isDefinite, jointAt, near, ordinalAt, wholeAt, wordAt } from "./context.ts";
import type { Found } from "./found.ts";
import { type Days, monthDays, toInterval, yearDays } from "./interval.ts";
import { toSpan } from "./read-draft.ts";
import { indefiniteWeekdayAt } from "./weekday.ts";

/** «كل يوم», «كل عامين», «يوميا», «السنوي»: a set of times; the interval is its turn at the publication. */
export function readRecurring(context: Context, at: number): Found | null {
  const word = wordAt(context, at);
  if (word?.is === "recurring" && (isDualOf(context, at, word.adverb) || isSurname(context, at)))
    return null;
  const timesAt = word?.is === "times" ? at : timesAfter(context, at);
  if (timesAt !== null) return readTimesIn(context, at, timesAt);
  if (word?.is === "recurring") return recur(context, at, at + 1, word.unit, 1);
  if (word?.is !== "each") return null;
  const day = wordAt(context, at + 1);
  const isDay = day?.is === "unit" && day.unit === "day" && day.count === "one";
  const weekday = isDay ? at + 2 : at + 1;
  const named =
    wordAt(context, weekday)?.is === "weekday" || indefiniteWeekdayAt(context, weekday) !== null;
  if (named) return recur(context, at, weekday + 1, "week", 1);
  const edge = unitOfEdge(context, at + 1);
  if (edge !== null) return recur(context, at, at + 3, edge, 1);
  const amount = readAmount(context, at + 1);
  if (amount === null || amount.definite) return null;
  const [count, unit] = amount.counts[0] ?? [1, "day" as const];
  return recur(context, at, amount.next, unit, count);
}

const SURNAME = foldWord("الشهري");
const BEFORE_NAMES: ReadonlySet<string> = new Set(BEFORE_SURNAME.map(foldWord));
const AGREES = /^(?:[وفب]?ال|لل)..|.(?:ه|ها|هم|نا)$/u;

/** «سعد الشهري», «العقيد الشهري»: as an adjective it follows a noun with the article, or one of somebody's. */
function isSurname({ tokens }: Context, at: number): boolean {
  if (tokens[at]?.folded !== SURNAME) return false;
  const before = tokens[at - 1]?.folded ?? "";
  return !AGREES.test(before) || BEFORE_NAMES.has(before);
}

/** «كل نهاية شهر», «كل مطلع عام», «كل آخر أسبوع». */
function unitOfEdge(context: Context, at: number): TimeUnit | null {
  const edge = near(context, at)?.is;
  const unit = near(context, at + 1);
  if (edge !== "edge" && edge !== "last") return null;
  if (unit?.is !== "unit" || unit.count !== "one" || isDefinite(context, at + 1)) return null;
  return unit.unit;
}

/** «يومي السبت والأحد», «يومي 3 و4», «شهري مايو ويونيو»: two of them, and nothing that comes again. */
function isDualOf(context: Context, at: number, adverb: boolean): boolean {
  const next = wordAt(context, at + 1);
  if (next?.is === "weekday") return true;
  const named = next?.is === "month" || context.tokens[at + 1]?.kind === "number";
  return !adverb && named && jointAt(context, at + 1) === "space";
}

const ONCE: ReadonlySet<string> = new Set(["واحده"]);
const IN: ReadonlySet<string> = new Set(["في", "خلال", "كل"]);

/** Where «مرات» stands after a number: «ثلاث مرات». */
function timesAfter(context: Context, at: number): number | null {
  const number = wholeAt(context, at);
  return number !== null && wordAt(context, number.next)?.is === "times" ? number.next : null;
}

/** «مرتين في الأسبوع», «مرة كل شهر», «ثلاث مرات في السنة». */
function readTimesIn(context: Context, at: number, timesAt: number): Found | null {
  const { tokens } = context;
  const link = ONCE.has(tokens[timesAt + 1]?.folded ?? "") ? timesAt + 2 : timesAt + 1;
  const folded = tokens[link]?.folded ?? "";
  const unit = wordAt(context, link + 1);
  if (!IN.has(folded) || jointAt(context, link) !== "space") return null;
  // «اليوم» is a unit here.
  const own = unit?.is === "day" && unit.offset === 0 ? "day" : unit?.is === "unit" ? unit : null;
  if (own === null || (own !== "day" && own.count !== "one")) return null;
  if (own !== "day" && isDefinite(context, link + 1) !== (folded !== "كل")) return null;
  return recur(context, at, link + 2, own === "day" ? own : own.unit, 1);
}

function recur(context: Context, at: number, next: number, unit: TimeUnit, count: number): Found {
  const ordinal = ordinalAt(context, next);
  const withOrdinal =
    ordinal?.definite === true && jointAt(context, next) === "space" ? ordinal.next : next;
  const span = toSpan(context, at, wordAt(context, at)?.is === "recurring" ? next : withOrdinal);
  const counts = [[count, unit]] as const;
  const duration = toDuration({ counts, next, few: false, bare: false, definite: false });
  const { reference } = context;
  const days = reference === null || count !== 1 ? null : turnOf(reference.day, unit);
  const interval = days === null ? null : toInterval(days, 0.5);
  return { ...span, grain: unit, interval, duration, recurring: true };
}

/** «30 مارس من كل عام», «الجمعة من كل أسبوع»: what has been read comes again; its interval stays the one near the publication. */
export function withRecurrence(context: Context, found: Found): Found {
  const { next } = found;
  const [of, each] = [near(context, next), near(context, next + 1)];
  if (of?.is !== "from" || each?.is !== "each") return found;
  const unit = near(context, next + 2);
  if (unit?.is !== "unit" || unit.count !== "one" || isDefinite(context, next + 2)) return found;
  const end = context.tokens[next + 2]?.end ?? found.end;
  return { ...found, end, next: next + 3, recurring: true };
}

function turnOf(day: number, unit: TimeUnit): Days | null {
  const { year, month } = toCivil(day);
  switch (unit) {
    case "day":
      return { from: day, to: day + 1, grain: unit };
    case "week":
      return { from: toMonday(day), to: toMonday(day) + 7, grain: unit };
    case "month":
      return monthDays(year, month);
    case "year":
      return yearDays(year);
    default:
      return null;
  }
}
