export type Calendar = "gregorian" | "hijri" | "solar";

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Whether the Gregorian calendar has the day, in the years that pages are of. */
export function isGregorianDay({ year, month, day }: CalendarDay): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Lengths of the years and where year 1 begins, to come near a day that the platform's calendar then confirms. */
const APPROXIMATE = {
  hijri: {
    name: "islamic-umalqura",
    epoch: Date.UTC(622, 6, 19),
    yearDays: 354.367,
    monthDays: 29.5306,
  },
  solar: { name: "persian", epoch: Date.UTC(622, 2, 22), yearDays: 365.2422, monthDays: 30.6 },
} as const;
const FARTHEST_OFF = 5;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(name: string): Intl.DateTimeFormat {
  const known = formats.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  formats.set(name, format);
  return format;
}

/** The Gregorian day of a day of another calendar, by the platform's calendars (Umm al-Qura for Hijri); null when that calendar has no such day. */
export function toGregorian(calendar: Calendar, written: CalendarDay): CalendarDay | null {
  if (calendar === "gregorian") return isGregorianDay(written) ? written : null;
  const { name, epoch, yearDays, monthDays } = APPROXIMATE[calendar];
  const days = (written.year - 1) * yearDays + (written.month - 1) * monthDays + written.day - 1;
  const near = epoch + Math.round(days) * DAY_MS;
  for (let off = -FARTHEST_OFF; off <= FARTHEST_OFF; off += 1) {
    const instant = near + off * DAY_MS;
    if (isSame(formatOf(name), instant, written)) return toDay(instant);
  }
  return null;
}

function isSame(format: Intl.DateTimeFormat, instant: number, written: CalendarDay): boolean {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (
    Number(parts.get("day")) === written.day &&
    Number(parts.get("month")) === written.month &&
    Number.parseInt(parts.get("year") ?? "", 10) === written.year
  );
}

function toDay(instant: number): CalendarDay | null {
  const date = new Date(instant);
  const day = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
  return isGregorianDay(day) ? day : null;
}

/** A year of another calendar that would be news of our time in it, the Hijri first: 1441 is 2020 by the moon, 1399 is 2020 by the sun. */
export function calendarOfYear(year: number): Calendar | null {
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return "gregorian";
  if (year >= 1410 && year <= 1470) return "hijri";
  return year >= 1360 && year < 1410 ? "solar" : null;
}
