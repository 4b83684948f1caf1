import { parseWrittenDate } from "../extract/index.ts";
import { MONTH_NAMES } from "./tables/months.ts";
import { ZONES } from "./tables/zones.ts";

/** A date as a feed gives it: with an offset where one is written; a local time stays without, and is not given one. */
export interface FeedDate {
  readonly at: string;
  readonly precision: "minute" | "day" | "month" | "year";
}

const ZONE_OFFSET: ReadonlyMap<string, string> = new Map(ZONES);
const ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const CLOCK =
  "(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d{1,9})?)?\\s?(?<half>[ap]\\.?m\\.?)?";
/** An offset after a name is from that zone: `GMT+0300`, as browsers write it. */
const ZONE =
  "\\s*(?:(?:GMT|UTC)(?=[+-]))?(?<zone>[+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2}|Etc/(?:GMT|UTC)|[A-Za-z]{1,5})?";
const WEEKDAY = "(?:[^\\d\\s,،.]{1,12}(?:[,،.]+\\s*|\\s+))?";

/** In order: the shapes that specifications ask for, then what is met instead of them. */
const SHAPES: readonly RegExp[] = [
  `^${WEEKDAY}(?<year>\\d{4})(?<mark>[-/])(?<number>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)(?:[T\\s]+${CLOCK}${ZONE})?`,
  `^(?<year>\\d{4})-(?<ordinal>\\d{3})(?!\\d)(?:[T\\s]+${CLOCK}${ZONE})?`,
  `^(?<year>\\d{4})(?<number>\\d{2})(?<day>\\d{2})(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?${ZONE})?$`,
  `^(?<year>\\d{4})-(?<name>[A-Za-z]{3,9})-(?<day>\\d{1,2})(?:[T\\s]+${CLOCK}${ZONE})?`,
  `^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<name>[A-Za-z]{3,9})\\.?,?[\\s-]+(?<year>\\d{4}|\\d{2})(?:[,T\\s]+${CLOCK}${ZONE})?`,
  `^${WEEKDAY}(?<name>[A-Za-z]{3,9})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:(?<year>\\d{4}),?(?:\\s+${CLOCK}${ZONE})?)`,
  `^${WEEKDAY}(?<name>[A-Za-z]{3,9})\\s+(?<day>\\d{1,2})\\s+${CLOCK}${ZONE}\\s+(?<year>\\d{4})`,
  `^${WEEKDAY}(?<day>\\d{1,2})(?<mark>[-/.])(?<number>0?[1-9]|1[0-2])\\k<mark>(?<year>\\d{4})[-,،|\\s]+${CLOCK}${ZONE}`,
].map((shape) => new RegExp(shape, "iu"));

const BARE_YEAR_OR_MONTH = /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u;
const UNIX_SECONDS = /^\d{9,10}(?:\.\d+)?$/u;
const UNIX_MILLISECONDS = /^\d{12,13}$/u;
const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/gu;
const OFFSET_DIGITS = /^\d{1,4}$/u;
const LONGEST_DATE = 120;
const FIRST_YEAR = 1980;
const LAST_YEAR = 2099;
const LONGEST_OFFSET_HOURS = 14;

type Parts = Readonly<Record<string, string | undefined>>;

/** Reads a feed's date in any shape; null when it is none, or is an unset field's zero. A zone that is not known leaves the day. */
export function parseFeedDate(written: string | null): FeedDate | null {
  const text = (written ?? "").trim().replace(ARABIC_DIGIT, toAsciiDigit);
  if (text === "" || text.length > LONGEST_DATE) return null;
  const plain = toEnglish(text);
  if (UNIX_SECONDS.test(text)) return fromInstant(Number(text) * 1000);
  if (UNIX_MILLISECONDS.test(text)) return fromInstant(Number(text));
  for (const shape of SHAPES) {
    const found = shape.exec(plain)?.groups;
    if (found !== undefined) return toDate(found);
  }
  if (BARE_YEAR_OR_MONTH.test(text)) return toBare(text);
  const read = parseWrittenDate(text);
  return read !== null && isOfOurTime(Number(read.at.slice(0, 4))) ? read : null;
}

const MONTH_OF: ReadonlyMap<string, string> = new Map(
  MONTH_NAMES.map(([name, month]) => [name.toLowerCase(), month]),
);
const MONTH_WORD = new RegExp(
  `(?<!\\p{L})(?:${MONTH_NAMES.map(([name]) => name).join("|")})(?![\\p{L}\\p{M}])`,
  "giu",
);
const NUMBERS_ALONE = /^[\dTZ:.+\-/\s]+$/u;
const KOREAN_DAY = /(\d{4})년\s*(\d{1,2})월\s*(\d{1,2})일/u;
const KOREAN_HALF = /(오전|오후)\s*([\d:]+)/u;
const ARABIC_HALF = /(?<=\d)\s*(?:(ص|صباحاً?)|م|مساءً?)(?!\p{L})/u;

/** Months, halves of the day and marks of other languages as English has them. */
function toEnglish(text: string): string {
  if (NUMBERS_ALONE.test(text)) return text;
  return text
    .replace(KOREAN_DAY, "$1-$2-$3 ")
    .replace(KOREAN_HALF, (_all, half: string, clock: string) =>
      half === "오전" ? `${clock} AM` : `${clock} PM`,
    )
    .replace(ARABIC_HALF, (_all, morning: string | undefined) =>
      morning === undefined ? " PM" : " AM",
    )
    .replace(MONTH_WORD, (name) => MONTH_OF.get(name.toLowerCase()) ?? name);
}

const toAsciiDigit = (digit: string): string => String((digit.codePointAt(0) ?? 0) & 0xf);

const isOfOurTime = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

function fromInstant(instant: number): FeedDate | null {
  const date = new Date(instant);
  if (Number.isNaN(instant) || !isOfOurTime(date.getUTCFullYear())) return null;
  return { at: `${date.toISOString().slice(0, 19)}Z`, precision: "minute" };
}

function toBare(text: string): FeedDate | null {
  if (!isOfOurTime(Number(text.slice(0, 4)))) return null;
  return { at: text, precision: text.length === 4 ? "year" : "month" };
}

function toDate(parts: Parts): FeedDate | null {
  const day = toDay(parts);
  if (day === null) return null;
  const isMidnight = parts["hour"] === "24" && Number(parts["minute"]) === 0;
  const clock = toClock(isMidnight ? { ...parts, hour: "0" } : parts);
  if (clock === null) return { at: day, precision: "day" };
  const zone = toZone(parts["zone"]);
  if (zone === "unknown") return { at: day, precision: "day" };
  // ISO 8601 once had 24:00 for the end of a day.
  const date = isMidnight ? toIsoDay(Date.parse(day) + DAY_MS) : day;
  return { at: `${date}T${clock}${zone}`, precision: "minute" };
}

const DAY_MS = 24 * 60 * 60 * 1000;

const toIsoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** The day that a number of days into a year is. */
function toOrdinalDay(year: number, ordinal: number): string | null {
  if (!isOfOurTime(year) || ordinal < 1) return null;
  const at = toIsoDay(Date.UTC(year, 0, ordinal));
  return Number(at.slice(0, 4)) === year ? at : null;
}

function toDay({ year = "", number, name = "", day = "", ordinal }: Parts): string | null {
  if (ordinal !== undefined) return toOrdinalDay(Number(year), Number(ordinal));
  const month =
    number === undefined
      ? ENGLISH_MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
      : Number(number);
  const full = year.length === 2 ? `20${year}` : year;
  if (month < 1 || month > 12 || !isOfOurTime(Number(full))) return null;
  const at = `${full}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const instant = Date.parse(at);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(at) ? at : null;
}

function toClock({ hour, minute, second = "00", half }: Parts): string | null {
  if (hour === undefined || minute === undefined) return null;
  const afternoon = half?.toLowerCase().startsWith("p") === true;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return null;
  const seconds = Math.min(59, Number(second));
  return `${String(hours).padStart(2, "0")}:${minute.padStart(2, "0")}:${String(seconds).padStart(2, "0")}`;
}

function toZone(written: string | undefined): string {
  if (written === undefined) return "";
  const named = ZONE_OFFSET.get(written.toUpperCase().replace("ETC/", ""));
  if (named !== undefined) return named;
  const digits = written.slice(1).replace(":", "");
  if (!OFFSET_DIGITS.test(digits)) return "unknown";
  const hours = digits.length <= 2 ? digits : digits.slice(0, -2);
  const minutes = digits.length <= 2 ? "00" : digits.slice(-2);
  if (Number(hours) > LONGEST_OFFSET_HOURS || Number(minutes) > 59) return "unknown";
  return `${written[0]}${hours.padStart(2, "0")}:${minutes}`;
}
