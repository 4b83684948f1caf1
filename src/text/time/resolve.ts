import { HOLIDAYS } from "../tables/holidays.ts";
import { DAY_PARTS } from "../tables/time-words.ts";
import { DAY_SECONDS, toCivil, toMonday, toWeekday } from "./civil.ts";
import { toEdge } from "./edge.ts";
import { hijriYearsOf, toHijri, yearOf } from "./hijri.ts";
import { holidaysIn } from "./holiday-days.ts";
import {
  centuryDays,
  type Days,
  decadeDays,
  hijriCenturyDays,
  hijriYearDays,
  type Interval,
  monthDays,
  seasonDays,
  toDays,
  toInterval,
  weekDays,
  yearDays,
} from "./interval.ts";
import { toPiece } from "./nth-piece.ts";
import { placeClock } from "./place-clock.ts";
import { LIKELY, type Placed, type Placing } from "./placing.ts";
import { isOver } from "./tense.ts";
import type { Draft, Nth } from "./time.ts";

const GUESS = 0.6;
const DOUBTFUL = 0.4;

/** The interval a draft means; null where neither text nor publication tell. */
export function resolveDraft(draft: Draft, placing: Placing): Interval | null {
  const placed = place(draft, placing);
  const { clock, part } = draft;
  if (clock === undefined && part === undefined)
    return placed === null ? null : toWhole(draft, placed);
  const day = placed ?? today(placing);
  if (day === null) return null;
  if (clock === undefined && part !== undefined) {
    const [from, to] = DAY_PARTS[part];
    const start = day.days.from * DAY_SECONDS;
    return {
      from: start + from * 3600,
      to: start + to * 3600,
      grain: part,
      confidence: day.confidence,
    };
  }
  return placeClock(draft, day, placed !== null, placing);
}

/** «نهاية اليوم» is its last minute. */
function toWhole({ edge }: Draft, { days, confidence }: Placed): Interval {
  if (edge !== "close" || days.grain !== "day" || days.to - days.from > 1)
    return toInterval(days, confidence);
  const to = days.to * DAY_SECONDS;
  return { from: to - 60, to, grain: "minute", confidence };
}

function today({ reference }: Placing): Placed | null {
  return reference === null ? null : { days: toDays(reference.day), confidence: LIKELY };
}

/** Places what a draft says of the calendar, coarse to fine; null where it says nothing of it or cannot be placed. */
function place(draft: Draft, placing: Placing): Placed | null {
  if (draft.offset !== undefined) return placeOffset(draft, placing);
  if (draft.holiday !== undefined) return placeHoliday(draft, placing);
  if (draft.weekend === true) return placeWeekend(draft, placing);
  const { weekday, day, month, nth } = draft;
  const isMonthDay = month !== undefined && day !== undefined;
  if (isMonthDay) return edged(draft, placeMonthDay(draft, placing), placing);
  const around = placeAround(draft, placing);
  if (nth !== undefined) return edged(draft, placeNth(draft, around, placing), placing);
  if (day !== undefined) return edged(draft, placeDay(draft, around, placing), placing);
  if (weekday !== undefined) return edged(draft, placeWeekday(draft, around, placing), placing);
  return edged(draft, around, placing);
}

function placeOffset({ offset = 0, edge }: Draft, { reference }: Placing): Placed | null {
  if (reference === null) return null;
  const days = toDays(reference.day + offset);
  return { days, confidence: edge === undefined ? 1 : LIKELY };
}

/** The span around: century, decade, year, quarter, season, month or week. */
function placeAround(draft: Draft, placing: Placing): Placed | null {
  const { year, month, season, decade, shift, hijri } = draft;
  if (shift?.week !== undefined)
    return fromReference(placing, (day) => weekDays(day + 7 * (shift.week ?? 0)));
  if (shift?.month !== undefined)
    return fromReference(placing, (day) => {
      const civil = toCivil(day);
      return monthDays(civil.year, civil.month + (shift.month ?? 0));
    });
  if (month !== undefined) return placeMonth(draft, placing);
  if (season !== undefined) return placeSeason(draft, placing);
  if (year !== undefined) return sure(hijri === true ? hijriYearDays(year) : yearDays(year));
  if (shift?.year !== undefined)
    return fromReference(placing, (day) => yearDays(toCivil(day).year + (shift.year ?? 0)));
  if (decade !== undefined) return placeDecade(draft, placing);
  if (shift?.decade !== undefined)
    return fromReference(placing, (day) =>
      decadeDays(toCivil(day).year + 10 * (shift.decade ?? 0)),
    );
  return placeCentury(draft, placing);
}

function placeCentury({ century, shift, hijri }: Draft, placing: Placing): Placed | null {
  if (century !== undefined)
    return sure(hijri === true ? hijriCenturyDays(century) : centuryDays(century));
  if (shift?.century === undefined) return null;
  return fromReference(placing, (day) => {
    const running = Math.floor(toCivil(day).year / 100) + 1;
    return centuryDays(running + (shift.century ?? 0));
  });
}

function placeDecade(draft: Draft, placing: Placing): Placed | null {
  const century = placeCentury(draft, placing);
  if (draft.century !== undefined || draft.shift?.century !== undefined)
    return century === null
      ? null
      : sure(decadeDays(toCivil(century.days.from).year + (draft.decade ?? 0)));
  return { days: decadeDays(1900 + (draft.decade ?? 0)), confidence: LIKELY };
}

function sure(days: Days): Placed {
  return { days, confidence: 1 };
}

function fromReference({ reference }: Placing, toSpan: (day: number) => Days): Placed | null {
  return reference === null ? null : sure(toSpan(reference.day));
}

/** The year a draft says outright; null where it has to be chosen. */
function saidYear(draft: Draft, { reference }: Placing): number | null {
  const { year, shift, hijri } = draft;
  if (year !== undefined) return hijri === true ? toHijriYear(year, draft.month ?? 1) : year;
  if (shift?.year === undefined || reference === null) return null;
  // «رمضان هذا العام» is of our year: the press reckons «العام» by it, whatever the month.
  const of = toCivil(reference.day).year + shift.year;
  return hijri === true ? toHijriYear(of, draft.month ?? 1) : of;
}

const LEAST_GREGORIAN = 1600;

/** «رمضان 2015» is in a year of ours: the Hijri year whose month begins in it. */
function toHijriYear(year: number, month: number): number {
  if (year < LEAST_GREGORIAN) return year;
  const years = hijriYearsOf(year);
  return years.find((each) => yearOf(monthDays(each, month, true).from) === year) ?? year;
}

function runningYear(day: number, hijri: boolean | undefined): number {
  return hijri === true ? toHijri(day).year : toCivil(day).year;
}

/** Of the spans of three years, the one the tense, or «الماضي» and «المقبل», mean. */
function choose(
  placing: Placing,
  hijri: boolean | undefined,
  by: number | undefined,
  toSpan: (year: number) => Days | null,
): Placed | null {
  const { reference } = placing;
  if (reference === null) return null;
  const year = runningYear(reference.day, hijri);
  const spans = [-1, 0, 1, 2].flatMap((offset) => toSpan(year + offset) ?? []);
  const { day } = reference;
  if (by === 0) return pick(nearest(spans, day), 1);
  if (by !== undefined && by < 0) return pick(spans.filter(({ to }) => to <= day).at(-1), 1);
  if (by !== undefined)
    return pick(
      spans.find(({ from }) => from > day),
      1,
    );
  const tense = placing.tense();
  if (isOver(tense)) {
    const over =
      tense === "since" || placing.done()
        ? spans.filter(({ from }) => from <= day).at(-1)
        : undefined;
    return pick(over ?? nearest(spans, day), GUESS + 0.2);
  }
  return pick(
    spans.find(({ to }) => to > day),
    LIKELY,
  );
}

function pick(days: Days | undefined, confidence: number): Placed | null {
  return days === undefined ? null : { days, confidence };
}

function nearest(spans: readonly Days[], day: number): Days | undefined {
  const distance = ({ from, to }: Days) => (day < from ? from - day : day >= to ? day - to + 1 : 0);
  return [...spans].sort((a, b) => distance(a) - distance(b))[0];
}

function placeMonth(draft: Draft, placing: Placing): Placed | null {
  const { month = 1, hijri } = draft;
  const year = saidYear(draft, placing);
  if (year !== null) return sure(monthDays(year, month, hijri));
  return chooseMonth(draft, placing, (y) => monthDays(y, month, hijri));
}

const AHEAD_WEIGHT = 2;

/** Of a month without a year: where it would lie ahead and nothing says so, that of the year the text has told of it before. */
function chooseMonth(
  { month = 1, hijri, shift }: Draft,
  placing: Placing,
  toSpan: (year: number) => Days | null,
): Placed | null {
  const by = shift?.["named-month"];
  const chosen = choose(placing, hijri, by, toSpan);
  const { reference, tense, toldYear } = placing;
  if (chosen === null || reference === null || hijri === true || by !== undefined) return chosen;
  if (chosen.days.from <= reference.day || !isOver(tense())) return chosen;
  const told = toldYear(month);
  // The background of news names years long gone; a month without one is not of those.
  const isNear = told !== undefined && Math.abs(yearOf(reference.day) - told) <= 1;
  const days = isNear ? toSpan(told) : null;
  if (days !== null) return { days, confidence: LIKELY };
  // What is told as over was rather half a year ago than it will be in five months.
  const before = toSpan(yearOf(chosen.days.from) - 1);
  if (before === null) return chosen;
  const isFar = (chosen.days.from - reference.day) * AHEAD_WEIGHT > reference.day - before.to;
  return isFar ? { days: before, confidence: LIKELY } : chosen;
}

function placeSeason(draft: Draft, placing: Placing): Placed | null {
  const { season = 1, shift } = draft;
  const year = saidYear(draft, placing);
  if (year !== null) return sure(seasonDays(year, season));
  return choose(placing, false, shift?.season, (y) => seasonDays(y, season));
}

/** A day of a named month. A weekday beside it chooses the year, or says it is the nth of its kind. */
function placeMonthDay(draft: Draft, placing: Placing): Placed | null {
  const { month = 1, day = 1, hijri, weekday, nth, shift } = draft;
  const toDay = (year: number): Days | null => {
    const { from, to } = monthDays(year, month, hijri);
    return day <= to - from ? toDays(from + day - 1) : null;
  };
  const fits = (days: Days) => weekday === undefined || toWeekday(days.from) === weekday;
  const year = saidYear(draft, placing);
  if (year !== null) {
    const days = toDay(year);
    if (days === null) return null;
    if (fits(days) || nth === undefined) return { days, confidence: fits(days) ? 1 : GUESS };
    return placeNth(draft, sure(monthDays(year, month, hijri)), placing);
  }
  const chosen = chooseMonth(draft, placing, (y) => {
    const days = toDay(y);
    return days !== null && fits(days) ? days : null;
  });
  if (chosen !== null) return chosen;
  // «الثلاثاء 14 مايو»: the year whose 14 May is a Tuesday, also where the words look ahead.
  const fitting = weekday === undefined ? null : nearestYear(placing, hijri, toDay, fits);
  if (fitting !== null && shift?.["named-month"] === undefined) return fitting;
  if (nth !== undefined) return placeNth(draft, placeMonth(draft, placing), placing);
  const anyway = choose(placing, hijri, shift?.["named-month"], toDay);
  return anyway === null ? null : { ...anyway, confidence: DOUBTFUL };
}

function nearestYear(
  placing: Placing,
  hijri: boolean | undefined,
  toDay: (year: number) => Days | null,
  fits: (days: Days) => boolean,
): Placed | null {
  return choose({ ...placing, tense: () => "past" }, hijri, undefined, (year) => {
    const days = toDay(year);
    return days !== null && fits(days) ? days : null;
  });
}

/** «ثاني أربعاء من أكتوبر», «الأسبوع الأخير», «الربع الثالث», «العقد الأول». */
function placeNth(draft: Draft, around: Placed | null, placing: Placing): Placed | null {
  const { nth, weekday } = draft;
  if (nth === undefined) return around;
  const { n, unit } = nth;
  if (unit === "weekday") return placeNthWeekday(weekday ?? 0, n, around, placing, draft.day);
  const container = around ?? containerOf(nth, placing);
  if (container === null) return null;
  const { days, confidence } = container;
  const piece = toPiece(days, n, unit);
  return piece === null ? null : { days: piece, confidence };
}

/** Without more, a quarter is of the running year; told before it has begun, of the last. */
function containerOf({ n, unit }: Nth, { reference, tense }: Placing): Placed | null {
  // «اليوم الثاني» is of what the text tells of, and not of the year.
  if (reference === null || unit === "day") return null;
  const { year } = toCivil(reference.day);
  const days = yearDays(year);
  const isAhead = (toPiece(days, n, unit)?.from ?? 0) > reference.day;
  return { days: isAhead && isOver(tense()) ? yearDays(year - 1) : days, confidence: LIKELY };
}

function placeNthWeekday(
  weekday: number,
  n: number,
  around: Placed | null,
  { reference }: Placing,
  day: number | undefined,
): Placed | null {
  const running = reference === null ? null : toCivil(reference.day);
  const month = around?.days ?? (running === null ? null : monthDays(running.year, running.month));
  if (month === null) return null;
  const confidence = around?.confidence ?? LIKELY;
  const dated = day === undefined ? null : month.from + day - 1;
  if (dated !== null && toWeekday(dated) === weekday) return { days: toDays(dated), confidence };
  if (n === -1) {
    const end = month.to - 1;
    return { days: toDays(end - ((toWeekday(end) - weekday + 7) % 7)), confidence };
  }
  const first = month.from + ((weekday - toWeekday(month.from) + 7) % 7);
  return { days: toDays(first + 7 * (n - 1)), confidence };
}

/** A day of the month without the month's name: of the running one. */
function placeDay(draft: Draft, around: Placed | null, { reference }: Placing): Placed | null {
  const { day = 1, weekday } = draft;
  const running = reference === null ? null : toCivil(reference.day);
  const month = around?.days ?? (running === null ? null : monthDays(running.year, running.month));
  if (month === null || day > month.to - month.from) return null;
  const days = toDays(month.from + day - 1);
  const fits = weekday === undefined || toWeekday(days.from) === weekday;
  return { days, confidence: fits ? (around?.confidence ?? LIKELY) : DOUBTFUL };
}

/** In news a bare weekday is past, the day of publication included, unless the sentence is of the future. */
function placeWeekday(draft: Draft, around: Placed | null, placing: Placing): Placed | null {
  const { weekday = 0, shift } = draft;
  if (around !== null) {
    const { from } = around.days;
    return { ...around, days: toDays(from + ((weekday - toWeekday(from) + 7) % 7)) };
  }
  const { reference } = placing;
  if (reference === null) return null;
  const behind = (toWeekday(reference.day) - weekday + 7) % 7;
  const by = shift?.weekday;
  if (by === 0) return sure(toDays(toMonday(reference.day) + ((weekday + 6) % 7)));
  if (by !== undefined && by < 0) return sure(toDays(reference.day - (behind || 7) + 7 * (by + 1)));
  if (by !== undefined) return sure(toDays(reference.day - behind + 7 * by));
  const tense = placing.tense();
  if (isOver(tense)) return { days: toDays(reference.day - behind), confidence: LIKELY };
  // «سيلعب الثلاثاء» on a Tuesday is that day; alone, as in a calendar, the next.
  const ahead = tense === "future" && behind === 0 ? 0 : 7 - behind;
  return { days: toDays(reference.day + ahead), confidence: LIKELY };
}

function placeWeekend({ shift }: Draft, placing: Placing): Placed | null {
  return fromReference(placing, (day) => {
    const monday = toMonday(day) + 7 * (shift?.week ?? 0);
    return { from: monday + 5, to: monday + 7, grain: "weekend" };
  });
}

function placeHoliday(draft: Draft, placing: Placing): Placed | null {
  const rule = HOLIDAYS[draft.holiday ?? 0]?.[1];
  if (rule === undefined) return null;
  const year = saidYear({ ...draft, hijri: false }, placing);
  if (year !== null) {
    const days = draft.hijri === true ? null : holidaysIn(rule, year)[0];
    return days === undefined || days === null ? null : sure(days);
  }
  return choose(placing, false, draft.shift?.holiday, (y) => holidaysIn(rule, y)[0] ?? null);
}

/** «مطلع», «منتصف», «أواخر» of a span: thirds of a month, halves of a week, a year and what is longer. */
function edged({ edge, weekOf }: Draft, placed: Placed | null, placing: Placing): Placed | null {
  if (placed === null) return null;
  if (weekOf === true) return { ...placed, days: weekDays(placed.days.from) };
  if (edge === undefined) return placed;
  const days = toEdge(placed.days, edge, placing.reference?.day ?? null);
  return { days, confidence: placed.confidence };
}
