import { addMonths, DAY_SECONDS, toCivil, toDayNumber, toMonday, toMonthStart } from "./civil.ts";
import { toHijriMonthStart } from "./hijri.ts";
import type { Grain } from "./time.ts";

/** A half-open span of whole days. */
export interface Days {
  readonly from: number;
  readonly to: number;
  readonly grain: Grain;
}

/** A half-open span of the wall clock, in seconds since 1970. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly grain: Grain;
  /** How sure; 1 for certain. */
  readonly confidence: number;
  readonly approximate?: boolean;
}

/** A single day. */
export function toDays(day: number): Days {
  return { from: day, to: day + 1, grain: "day" };
}

/** A Gregorian year. */
export function yearDays(year: number): Days {
  return { from: toDayNumber(year, 1, 1), to: toDayNumber(year + 1, 1, 1), grain: "year" };
}

/** A month of either calendar. */
export function monthDays(year: number, month: number, hijri = false): Days {
  const start = hijri ? toHijriMonthStart : toMonthStart;
  return { from: start(year, month), to: start(year, month + 1), grain: "month" };
}

/** A Hijri year. */
export function hijriYearDays(year: number): Days {
  return { from: toHijriMonthStart(year, 1), to: toHijriMonthStart(year + 1, 1), grain: "year" };
}

/** A week from its Monday. */
export function weekDays(day: number): Days {
  const from = toMonday(day);
  return { from, to: from + 7, grain: "week" };
}

/** Spring 1 to winter 4 by whole months, as the press counts; winter is named by the year it begins in. */
export function seasonDays(year: number, season: number): Days {
  const month = season * 3;
  return { from: toMonthStart(year, month), to: toMonthStart(year, month + 3), grain: "season" };
}

/** Ten years from one that ends in nought. */
export function decadeDays(year: number): Days {
  const first = Math.floor(year / 10) * 10;
  return { from: toDayNumber(first, 1, 1), to: toDayNumber(first + 10, 1, 1), grain: "decade" };
}

/** A century by its number: the twentieth is the nineteen hundreds. */
export function centuryDays(century: number): Days {
  const first = (century - 1) * 100;
  return { from: toDayNumber(first, 1, 1), to: toDayNumber(first + 100, 1, 1), grain: "century" };
}

/** A century of the Hijra by its number: the first is its years 1 to 100. */
export function hijriCenturyDays(century: number): Days {
  const first = (century - 1) * 100 + 1;
  const [from, to] = [toHijriMonthStart(first, 1), toHijriMonthStart(first + 100, 1)];
  return { from, to, grain: "century" };
}

/** Quarter, half or third piece of a span by whole months where it has them. */
export function pieceOf(days: Days, n: number, pieces: number, grain: Grain): Days {
  const at = (index: number) => {
    const start = toCivil(days.from);
    const end = toCivil(days.to);
    const months = (end.year - start.year) * 12 + end.month - start.month;
    if (start.day === 1 && end.day === 1 && months % pieces === 0)
      return addMonths(days.from, (months / pieces) * index);
    return days.from + Math.round(((days.to - days.from) * index) / pieces);
  };
  return { from: at(n - 1), to: at(n), grain };
}

/** Days as an interval of seconds. */
export function toInterval({ from, to, grain }: Days, confidence = 1): Interval {
  return { from: from * DAY_SECONDS, to: to * DAY_SECONDS, grain, confidence };
}
