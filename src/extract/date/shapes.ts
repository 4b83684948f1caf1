import { fold } from "../../text/index.ts";
import { DATE_FILLERS, WEEKDAYS } from "../tables/date-words.ts";
import { type Calendar, type CalendarDay, calendarOfYear } from "./calendar.ts";
import type { NamedMonth } from "./months.ts";
import { type DateToken, monthAt } from "./tokens.ts";

/** A date as its parts are written; month 0 and day 0 are not written. `from` and `to` are tokens. */
export interface WrittenParts extends CalendarDay {
  readonly calendar: Calendar;
  /** Day and month are both written as numbers that may be either. */
  readonly ambiguous: boolean;
  readonly from: number;
  readonly to: number;
}

type Tokens = readonly DateToken[];
type Shape = (tokens: Tokens, at: number) => WrittenParts | null;

const FILLERS: ReadonlySet<string> = new Set(DATE_FILLERS.map(([word]) => fold(word).text));
const FILLER_MARKS: ReadonlySet<string> = new Set([..."،,./-–'’(|ºª"]);
/** Marks that join the numbers of one date; letters, as Chinese, Japanese and Korean write it. */
const JOINTS: ReadonlySet<string> = new Set([..."/-.–年月日년월일"]);
const MOST_FILLERS = 3;
const LAST_DAY = 31;
const LAST_MONTH = 12;
const YEAR_DIGITS = 4;

const WEEKDAY_OF: ReadonlyMap<string, number> = new Map(
  WEEKDAYS.flatMap(([day, names]) => names.map((name) => [fold(name).text, day] as const)),
);

/** The weekday that a text names, Sunday 0; null when it names none. */
export function findWeekday(tokens: Tokens): number | null {
  for (const { text } of tokens) {
    const day = WEEKDAY_OF.get(text);
    if (day !== undefined) return day;
  }
  return null;
}

function skipFillers(tokens: Tokens, from: number): number {
  let at = from;
  for (; at < from + MOST_FILLERS; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (!FILLERS.has(token.text) && !FILLER_MARKS.has(token.text)) break;
  }
  return at;
}

function isDay(token: DateToken | undefined): token is DateToken {
  return (
    token?.kind === "number" &&
    token.text.length <= 2 &&
    token.value >= 1 &&
    token.value <= LAST_DAY
  );
}

function yearOf(token: DateToken | undefined): number | null {
  if (token?.kind !== "number" || token.text.length !== YEAR_DIGITS) return null;
  return calendarOfYear(token.value) === null ? null : token.value;
}

/** A number that is part of a longer one («192.168.1.2», a telephone's) is none of a date. */
function isJoinedBefore(tokens: Tokens, at: number): boolean {
  const [before, mark, own] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  if (mark?.kind !== "mark" || own?.spaced !== false || mark.spaced) return false;
  return before?.kind === "number" && (mark.text === "." || mark.text === "-" || mark.text === "/");
}

function isJoinedAfter(tokens: Tokens, at: number): boolean {
  const [mark, after] = [tokens[at], tokens[at + 1]];
  if (mark?.kind !== "mark" || mark.spaced || after?.spaced !== false) return false;
  return after.kind === "number" && (mark.text === "." || mark.text === "-" || mark.text === "/");
}

/** A second name of the same month, in another system: «نوفمبر/تشرين الثاني», «أبريل (نيسان)», «مارس آذار». */
function skipSameMonth(tokens: Tokens, at: number, month: NamedMonth): number {
  const mark = tokens[at]?.text;
  const from = mark === "/" || mark === "-" || mark === "(" ? at + 1 : at;
  const second = monthAt(tokens, from);
  if (second === null || second.month.month !== month.month) return at;
  return tokens[second.next]?.text === ")" ? second.next + 1 : second.next;
}

function isOfCalendar(month: NamedMonth, year: number): boolean {
  const calendar = calendarOfYear(year);
  return (calendar === "gregorian") === (month.calendar === "gregorian");
}

/** «09:22 مايو»: what follows a colon after a number is of a time. */
function isMinute(tokens: Tokens, at: number): boolean {
  return tokens[at - 1]?.text === ":" && tokens[at - 2]?.kind === "number" && !tokens[at]?.spaced;
}

/** «18th, April 2024», «10/مايو/2025», «23 / شعبان / 1447». */
const dayMonthYear: Shape = (tokens, at) => {
  const day = tokens[at];
  if (!isDay(day) || isMinute(tokens, at)) return null;
  const named = monthAt(tokens, skipFillers(tokens, at + 1));
  if (named === null) return null;
  const next = skipSameMonth(tokens, named.next, named.month);
  const yearAt = skipFillers(tokens, next);
  const year = yearOf(tokens[yearAt]) ?? shortYear(tokens, yearAt);
  if (year === null || !isOfCalendar(named.month, year)) return null;
  return toParts(named.month, year, day.value, [at, yearAt + 1]);
};

/** «28-Jul-25»: two digits are a year only where the same mark joins them. */
function shortYear(tokens: Tokens, at: number): number | null {
  const [mark, year] = [tokens[at - 1], tokens[at]];
  if (year?.kind !== "number" || year.text.length !== 2 || year.spaced) return null;
  if (mark?.text !== "-" && mark?.text !== "/" && mark?.text !== "'" && mark?.text !== "’")
    return null;
  return isJoinedAfter(tokens, at + 1) ? null : 2000 + year.value;
}

/** «April 18, 2024». */
const monthDayYear: Shape = (tokens, at) => {
  const named = monthAt(tokens, at);
  if (named === null) return null;
  const dayAt = skipFillers(tokens, skipSameMonth(tokens, named.next, named.month));
  const day = tokens[dayAt];
  if (!isDay(day)) return null;
  const yearAt = skipFillers(tokens, skipClock(tokens, dayAt + 1));
  const year = yearOf(tokens[yearAt]);
  if (year === null || !isOfCalendar(named.month, year)) return null;
  return toParts(named.month, year, day.value, [at, yearAt + 1]);
};

/** «Apr 18 21:05:33 2024», as machines write it. */
function skipClock(tokens: Tokens, at: number): number {
  if (tokens[at]?.kind !== "number" || tokens[at + 1]?.text !== ":") return at;
  return tokens[at + 3]?.text === ":" ? at + 5 : at + 3;
}

/** «2024. május 4.», «2024 m. gegužės 4 d.». */
const yearMonthDay: Shape = (tokens, at) => {
  const year = yearOf(tokens[at]);
  if (year === null) return null;
  const named = monthAt(tokens, skipFillers(tokens, at + 1));
  if (named === null || !isOfCalendar(named.month, year)) return null;
  const dayAt = skipFillers(tokens, named.next);
  const day = tokens[dayAt];
  if (!isDay(day) || tokens[dayAt + 1]?.text === ":") return null;
  // «2024 مايو 4 2025» writes the year after: the first number is of something else.
  if (yearOf(tokens[skipFillers(tokens, dayAt + 1)]) !== null) return null;
  return toParts(named.month, year, day.value, [at, dayAt + 1]);
};

/** «أبريل 2024». */
const monthYear: Shape = (tokens, at) => {
  const named = monthAt(tokens, at);
  if (named === null || named.month.calendar !== "gregorian") return null;
  const yearAt = skipFillers(tokens, skipSameMonth(tokens, named.next, named.month));
  const year = yearOf(tokens[yearAt]);
  if (year === null || calendarOfYear(year) !== "gregorian") return null;
  if (isNumberNear(tokens, at - 1)) return null;
  return toParts(named.month, year, 0, [at, yearAt + 1]);
};

function isNumberNear(tokens: Tokens, at: number): boolean {
  for (let back = at; back > at - MOST_FILLERS && back >= 0; back -= 1) {
    const token = tokens[back];
    if (token?.kind === "number") return token.text.length <= 2;
    if (token === undefined || !(FILLERS.has(token.text) || FILLER_MARKS.has(token.text)))
      return false;
  }
  return false;
}

function toParts(
  { calendar, month }: NamedMonth,
  year: number,
  day: number,
  [from, to]: readonly [number, number],
): WrittenParts {
  return { calendar, year, month, day, ambiguous: false, from, to };
}

/** Three numbers: the tokens they are, and the marks between them. */
interface Numbers {
  readonly values: readonly [DateToken, DateToken, DateToken];
  readonly joint: string;
  readonly to: number;
}

function numbersAt(tokens: Tokens, at: number): Numbers | null {
  const first = tokens[at];
  if (first?.kind !== "number") return null;
  const joint = JOINTS.has(tokens[at + 1]?.text ?? "") ? (tokens[at + 1]?.text ?? "") : "";
  const step = joint === "" ? 1 : 2;
  const [second, third] = [tokens[at + step], tokens[at + step * 2]];
  if (second?.kind !== "number" || third?.kind !== "number") return null;
  if (step === 2 && !JOINTS.has(tokens[at + 3]?.text ?? "")) return null;
  const to = at + step * 2 + 1;
  if (isJoinedBefore(tokens, at) || isJoinedAfter(tokens, to)) return null;
  return { values: [first, second, third], joint, to };
}

const HIJRI_MARKS: ReadonlySet<string> = new Set(["ه", "هجري", "هجرية"]);

/** «2024-04-18», «18/4/2024», «24 12 2025», «7/3/1429 هـ», «1399/02/21», «2024年4月18日». */
const numeric: Shape = (tokens, at) => {
  const numbers = numbersAt(tokens, at);
  if (numbers === null) return null;
  const [first, second, third] = numbers.values;
  const place: readonly [number, number] = [at, numbers.to];
  if (yearOf(first) !== null && second.text.length <= 2 && isDay(third)) {
    // A year first and only spaces between is a row of a table.
    if (numbers.joint === "") return null;
    return numericParts(tokens, [first.value, second.value, third.value], place, false);
  }
  if (!isDay(first) || second.text.length > 2) return null;
  const year = yearOf(third) ?? shortNumericYear(third, numbers.joint, tokens[numbers.to]);
  if (year === null) return null;
  const ambiguous = numbers.joint !== "." && calendarOfYear(year) === "gregorian";
  return numericParts(tokens, [year, second.value, first.value], place, ambiguous);
};

/** «12.05.20», «5/1/24». */
function shortNumericYear(
  token: DateToken,
  joint: string,
  next: DateToken | undefined,
): number | null {
  if (token.text.length !== 2 || (joint !== "." && joint !== "/")) return null;
  return next?.text === ":" || next?.text === "%" ? null : 2000 + token.value;
}

function numericParts(
  tokens: Tokens,
  [year, month, day]: readonly [number, number, number],
  [from, to]: readonly [number, number],
  ambiguous: boolean,
): WrittenParts | null {
  const hijri = HIJRI_MARKS.has(tokens[to]?.text ?? "");
  const calendar = hijri && calendarOfYear(year) === "solar" ? "hijri" : calendarOfYear(year);
  if (calendar === null || (hijri && calendar === "gregorian")) return null;
  const swapped = ambiguous && month > LAST_MONTH && day <= LAST_MONTH;
  return {
    calendar,
    year,
    month: swapped ? day : month,
    day: swapped ? month : day,
    ambiguous: ambiguous && month <= LAST_MONTH && day <= LAST_MONTH,
    from,
    to,
  };
}

const SHAPES: readonly Shape[] = [numeric, dayMonthYear, monthDayYear, yearMonthDay, monthYear];

/** Every date that the tokens write, in order; of several readings of one place the first shape's. */
export function findWrittenParts(tokens: Tokens): WrittenParts[] {
  const found: WrittenParts[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.kind === "mark") continue;
    for (const shape of SHAPES) {
      const parts = shape(tokens, at);
      if (parts === null) continue;
      found.push(parts);
      at = parts.to - 1;
      break;
    }
  }
  return found;
}
