import { fold, foldText } from "../text/index.ts";
import { type CalendarDay, toGregorian } from "./date/calendar.ts";
import { findClock } from "./date/clock.ts";
import { countBack } from "./date/relative.ts";
import { findWeekday, findWrittenParts, type WrittenParts } from "./date/shapes.ts";
import { toDateTokens } from "./date/tokens.ts";

/** A date as a page writes it: ISO 8601 with an offset for "minute", else the bare local calendar day, month or year. */
export interface WrittenDate {
  readonly at: string;
  readonly precision: "minute" | "day" | "month" | "year";
}

/** A date and where in the text it is written. */
export interface FoundDate extends WrittenDate {
  readonly start: number;
  readonly end: number;
}

/** What is known beside the text. */
export interface DateOptions {
  /** ISO 8601: ages («منذ ساعتين») are counted back from it, and not read without it. */
  readonly fetchedAt?: string | null;
  /** 5/4 is the fourth of May, as in the United States, where nothing in the text settles it. */
  readonly monthFirst?: boolean;
}

const LONGEST = 1000;
const ISO_INSTANT =
  /^\s*(?<day>\d{4}-\d{2}-\d{2})[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d+)?)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?\s*$/iu;
/** Every shape has a year of four digits, or a second number beside its year or day. Most lines have neither, and are not cut into tokens. */
const MAY_HAVE_DATE = /\d{4}|\d\D+\d/u;

/**
 * Reads the date that a short text writes, in any shape of the press of many countries: Gregorian before Hijri and Solar Hijri, a whole day
 * before a month. Null when there is none, or none that the calendar has. The local day is never shifted to another zone.
 */
export function parseWrittenDate(text: string, options: DateOptions = {}): WrittenDate | null {
  const iso = ISO_INSTANT.exec(text)?.groups;
  if (iso !== undefined) return parseIso(iso);
  const folded = foldText(text.slice(0, LONGEST));
  return toWhole(folded, readDates(folded, options), options);
}

/** The one date that a text with these dates writes. */
function toWhole(
  folded: string,
  found: readonly WrittenDate[],
  { fetchedAt }: DateOptions,
): WrittenDate | null {
  const day = found.find(({ precision }) => precision === "day");
  if (day !== undefined) {
    const clock = findClock(folded);
    if (clock === null) return { at: day.at, precision: "day" };
    return { at: `${day.at}${clock}`, precision: "minute" };
  }
  const [first] = found;
  if (first !== undefined) return { at: first.at, precision: first.precision };
  return typeof fetchedAt === "string" ? countBack(folded, fetchedAt) : null;
}

/** All dates that a text writes with day or month, in order, and where; those of the Gregorian calendar alone if there are any. */
export function findWrittenDates(text: string, options: DateOptions = {}): FoundDate[] {
  return readWrittenDates(text, options).dates;
}

/** All dates of a text, and the one it writes when it is read as one, as `parseWrittenDate` reads it. */
export function readWrittenDates(
  text: string,
  options: DateOptions = {},
): { readonly dates: FoundDate[]; readonly whole: () => WrittenDate | null } {
  const { text: folded, offsets } = fold(text.slice(0, LONGEST));
  const found = readDates(folded, options);
  const dates = found.map(({ at, precision, start, end }) => ({
    at,
    precision,
    start: offsets[start] ?? 0,
    end: offsets[end] ?? text.length,
  }));
  const whole = () => {
    const iso = ISO_INSTANT.exec(text)?.groups;
    return iso === undefined ? toWhole(folded, found, options) : parseIso(iso);
  };
  return { dates, whole };
}

function readDates(folded: string, { monthFirst = false }: DateOptions): FoundDate[] {
  if (!MAY_HAVE_DATE.test(folded)) return [];
  const tokens = toDateTokens(folded);
  const all = findWrittenParts(tokens);
  const gregorian = all.filter(({ calendar }) => calendar === "gregorian");
  const weekday = all.some(({ ambiguous }) => ambiguous) ? findWeekday(tokens) : null;
  return (gregorian.length > 0 ? gregorian : all).flatMap((parts) => {
    const date = toDate(parts, weekday, monthFirst);
    if (date === null) return [];
    const [start, end] = [tokens[parts.from]?.start ?? 0, tokens[parts.to - 1]?.end ?? 0];
    return [{ ...date, start, end }];
  });
}

function toDate(
  parts: WrittenParts,
  weekday: number | null,
  monthFirst: boolean,
): WrittenDate | null {
  if (parts.day === 0) {
    return { at: `${parts.year}-${pad(parts.month)}`, precision: "month" };
  }
  const day = toGregorian(parts.calendar, inOrder(parts, weekday, monthFirst));
  if (day === null) return null;
  return { at: `${day.year}-${pad(day.month)}-${pad(day.day)}`, precision: "day" };
}

/** Day and month of 5/4: the weekday decides, else the habit of the country. */
function inOrder(parts: WrittenParts, weekday: number | null, monthFirst: boolean): CalendarDay {
  const { year, month, day, ambiguous } = parts;
  const swapped = { year, month: day, day: month };
  if (!ambiguous) return { year, month, day };
  const [asIs, turned] = [weekdayOf({ year, month, day }), weekdayOf(swapped)];
  if (weekday !== null && (asIs === weekday) !== (turned === weekday)) {
    return turned === weekday ? swapped : { year, month, day };
  }
  return monthFirst ? swapped : { year, month, day };
}

function weekdayOf({ year, month, day }: CalendarDay): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

function parseIso(groups: Readonly<Record<string, string | undefined>>): WrittenDate | null {
  const { day = "", hour = "", minute = "", zone } = groups;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  if (toGregorian("gregorian", { year, month, day: date }) === null) return null;
  const known = zone !== undefined && Number(hour) < 24 && Number(minute) < 60;
  if (!known) return { at: day, precision: "day" };
  return { at: `${day}T${hour}:${minute}:00${toZone(zone)}`, precision: "minute" };
}

function toZone(zone: string): string {
  if (zone.toUpperCase() === "Z") return "Z";
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
