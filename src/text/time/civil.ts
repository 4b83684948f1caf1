/** Days and seconds of the proleptic Gregorian calendar as plain numbers, without zones: days since 1970-01-01, seconds since its midnight. */
export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Seconds of a day. */
export const DAY_SECONDS = 86_400;

/** The number of a calendar day. Years before 1 and days beyond the month count on. Algorithm: Howard Hinnant, days_from_civil. */
export function toDayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar day of a day number. Algorithm: Howard Hinnant, civil_from_days. */
export function toCivil(dayNumber: number): CivilDay {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The first day of a month; months beyond the year count on. */
export function toMonthStart(year: number, month: number): number {
  const index = year * 12 + month - 1;
  return toDayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  return toMonthStart(year, month + 1) - toMonthStart(year, month);
}

/** A day some months away; the last of the month where it has no such day. */
export function addMonths(dayNumber: number, months: number): number {
  const { year, month, day } = toCivil(dayNumber);
  const start = toMonthStart(year, month + months);
  const civil = toCivil(start);
  return start + Math.min(day, daysInMonth(civil.year, civil.month)) - 1;
}

/** 0 for Sunday to 6 for Saturday. */
export function toWeekday(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** The Monday on or before a day: weeks are those of ISO 8601. */
export function toMonday(dayNumber: number): number {
  return dayNumber - ((toWeekday(dayNumber) + 6) % 7);
}

/** A day as ISO 8601 writes it. */
export function toIsoDay(dayNumber: number): string {
  const { year, month, day } = toCivil(dayNumber);
  const digits = String(Math.abs(year)).padStart(4, "0");
  return `${year < 0 ? "-" : ""}${digits}-${pad(month)}-${pad(day)}`;
}

/** A wall clock as ISO 8601 writes it, without a zone. */
export function toIsoClock(seconds: number): string {
  const dayNumber = Math.floor(seconds / DAY_SECONDS);
  const rest = Math.round(seconds - dayNumber * DAY_SECONDS);
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(pad);
  return `${toIsoDay(dayNumber)}T${clock.join(":")}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/** Easter Sunday of the Gregorian calendar. Algorithm: the anonymous computus (Meeus, Jones, Butcher). */
export function toEaster(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return toDayNumber(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
