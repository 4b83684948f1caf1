import { toCivil, toDayNumber } from "./civil.ts";

/** The platform's own Umm al-Qura calendar; none of ours. */
const UMM_AL_QURA = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
  timeZone: "UTC",
  year: "numeric",
  month: "numeric",
  day: "numeric",
});
const DAY_MS = 86_400_000;
const MEAN_YEAR_DAYS = 354.36708;
const MEAN_MONTH_DAYS = 29.530588;
/** 1 Muharram 1 AH as a day number. */
const EPOCH = -492_148;
const MOST_STEPS = 4;

/** A day of the Hijri year. */
export interface HijriDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The Hijri day of a day number. */
export function toHijri(dayNumber: number): HijriDay {
  const parts = { year: 0, month: 0, day: 0 };
  for (const { type, value } of UMM_AL_QURA.formatToParts(dayNumber * DAY_MS)) {
    if (type === "month" || type === "day") parts[type] = Number(value);
    // Intl calls the year of this calendar a related year on some platforms.
    if (type === "year" || type === ("relatedYear" as string))
      parts.year = Number.parseInt(value, 10);
  }
  return parts;
}

/** First days of months already asked for: a page asks for the same few again and again. */
const MONTH_STARTS = new Map<number, number>();
const MOST_KEPT = 5000;

/** The first day of a Hijri month; months beyond the year count on. */
export function toHijriMonthStart(year: number, month: number): number {
  const index = year * 12 + month - 1;
  const known = MONTH_STARTS.get(index);
  if (known !== undefined) return known;
  const start = findMonthStart(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
  if (MONTH_STARTS.size >= MOST_KEPT) MONTH_STARTS.clear();
  MONTH_STARTS.set(index, start);
  return start;
}

/** From where the mean year puts it, by the distance that the calendar itself tells. */
function findMonthStart(year: number, month: number): number {
  let at = Math.round(EPOCH + (year - 1) * MEAN_YEAR_DAYS + (month - 1) * MEAN_MONTH_DAYS) + 14;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const hijri = toHijri(at);
    const months = (year - hijri.year) * 12 + month - hijri.month;
    if (months === 0) return at - hijri.day + 1;
    at += Math.round(months * MEAN_MONTH_DAYS) - hijri.day + 15;
  }
  return at;
}

/** Hijri years run some eleven days short: those that touch a Gregorian year. */
export function hijriYearsOf(year: number): readonly number[] {
  const first = toHijri(toDayNumber(year, 1, 1)).year;
  const last = toHijri(toDayNumber(year, 12, 31)).year;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The Gregorian year a day number is in. */
export function yearOf(dayNumber: number): number {
  return toCivil(dayNumber).year;
}
