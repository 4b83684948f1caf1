import { fold, foldWord } from "../text/index.ts";
import { MONTHS } from "./tables/months.ts";

/** A date as a page writes it: ISO 8601 with an offset for "minute", else the bare local calendar day, month or year. */
export interface WrittenDate {
  readonly at: string;
  readonly precision: "minute" | "day" | "month" | "year";
}

const MONTH_NUMBER: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap(([month, names]) => names.map((name) => [fold(name).text, month] as const)),
);
const MONTH_NAME = [...MONTH_NUMBER.keys()].sort((a, b) => b.length - a.length).join("|");

/** A month, and the same month in another system beside it: «نوفمبر/تشرين الثاني», «أبريل (نيسان)», «مارس آذار» are one date. */
const MONTH = `(?<month>${MONTH_NAME})(?:\\s*[/\\-(]?\\s*(?:${MONTH_NAME})\\)?)?`;
const BETWEEN = "\\s*[،,./-]?\\s*";
const NOT_WITHIN_WORD = "(?<![\\p{L}\\p{N}])";

/** In order: what says more of itself is tried first. Day before month, as everywhere in the Arab press. */
const SHAPES: readonly RegExp[] = [
  `${NOT_WITHIN_WORD}(?<year>\\d{4})[-/.](?<number>\\d{1,2})[-/.](?<day>\\d{1,2})(?!\\d)`,
  `${NOT_WITHIN_WORD}(?<day>\\d{1,2})(?:st|nd|rd|th)?${BETWEEN}${MONTH}${BETWEEN}(?<year>\\d{4})(?!\\d)`,
  `${NOT_WITHIN_WORD}${MONTH}\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*[،,]?\\s*(?<year>\\d{4})(?!\\d)`,
  `${NOT_WITHIN_WORD}(?<day>\\d{1,2})\\s*[-/.]\\s*(?<number>\\d{1,2})\\s*[-/.]\\s*(?<year>\\d{4})(?!\\d)`,
  `(?<!\\d[\\s،,./-]{0,3})${NOT_WITHIN_WORD}${MONTH}${BETWEEN}(?<year>\\d{4})(?!\\d)`,
].map((shape) => new RegExp(shape, "u"));

const CLOCK =
  /(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2})?\s*(?<half>am|pm|ص|م|صباحا|مساء)?(?![\p{L}])/u;
const ZONE =
  /(?:gmt|utc)\s*(?<offset>[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})?|(?<!\d)(?<bare>[+-]\d{2}:?\d{2})(?!\d)|غرينتش|جرينتش/u;
const HIJRI_YEAR = /^1[34]\d{2}$/u;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const AFTERNOON: ReadonlySet<string> = new Set(["pm", "م", foldWord("مساء")]);

/** Reads the date that a short text writes, in any shape of the Arabic press; null when there is none or it is not of the calendar. Hijri dates alone are not read. */
export function parseWrittenDate(text: string): WrittenDate | null {
  const folded = fold(text).text;
  for (const shape of SHAPES) {
    const day = toDay(shape.exec(folded)?.groups ?? {});
    if (day === null) continue;
    return day.precision === "day" ? withClock(day, folded) : day;
  }
  return null;
}

function toDay(groups: Readonly<Record<string, string | undefined>>): WrittenDate | null {
  const { year, month, number, day } = groups;
  if (year === undefined || HIJRI_YEAR.test(year)) return null;
  const which = number === undefined ? MONTH_NUMBER.get(month ?? "") : Number(number);
  if (which === undefined || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null;
  const at = `${year}-${String(which).padStart(2, "0")}`;
  if (day === undefined) return which >= 1 && which <= 12 ? { at, precision: "month" } : null;
  const whole = `${at}-${day.padStart(2, "0")}`;
  const instant = Date.parse(whole);
  if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(whole)) return null;
  return { at: whole, precision: "day" };
}

/** Adds the time of day when its zone is written too; without a zone the local day is all that is certain. */
function withClock(day: WrittenDate, folded: string): WrittenDate {
  const { hour, minute, half } = CLOCK.exec(folded)?.groups ?? {};
  const zone = ZONE.exec(folded);
  if (hour === undefined || minute === undefined || zone === null) return day;
  const written = Number(hour) % (half === undefined ? 24 : 12);
  const hours = AFTERNOON.has(half ?? "") ? written + 12 : written;
  if (Number(hour) > 24 || Number(minute) > 59) return day;
  const at = `${day.at}T${String(hours).padStart(2, "0")}:${minute}:00${toOffset(zone.groups?.["offset"] ?? zone.groups?.["bare"])}`;
  return { at, precision: "minute" };
}

function toOffset(written: string | undefined): string {
  if (written === undefined) return "Z";
  const digits = written.slice(1).replace(":", "");
  const hours = digits.length <= 2 ? digits : digits.slice(0, -2);
  const minutes = digits.length <= 2 ? "00" : digits.slice(-2);
  return `${written[0]}${hours.padStart(2, "0")}:${minutes}`;
}
