import { readDigits } from "../number/numeral.ts";
import { daysInMonth, toDayNumber } from "./civil.ts";
import type { Draft } from "./time.ts";

/** A date in digits: what it says and where it ends. */
export interface DateDigits {
  readonly set: Draft;
  readonly end: number;
  /** As likely a fraction, a score or a decimal: a date only where the words around it say so. */
  readonly doubtful: boolean;
}

const SEPARATORS = "/-.";
const HIJRI_YEARS = [1300, 1500] as const;

/** The date in digits at an offset: «2016/02/22», «21-04-2016», «3/2015», «22/04»; null for other numbers. */
export function readDateDigits(text: string, at: number, day: number | null): DateDigits | null {
  const first = readDigits(text, at);
  const mark = text[first.end] ?? "";
  if (mark === " " || DASHES.includes(mark)) return readSpacedDate(text, at, day);
  if (mark === "" || !SEPARATORS.includes(mark)) return null;
  const second = readDigits(text, first.end + 1);
  if (second.digits === "" || isDigitBefore(text, at)) return null;
  if (text[second.end] !== mark) return toTwoParts(first.digits, second.digits, mark, second.end);
  const third = readDigits(text, second.end + 1);
  if (third.digits === "") return toTwoParts(first.digits, second.digits, mark, second.end);
  if (text[third.end] === mark && readDigits(text, third.end + 1).digits !== "") return null;
  const parts = [first.digits, second.digits, third.digits] as const;
  const set = toThreeParts(parts, day);
  return set === null ? null : { set, end: third.end, doubtful: false };
}

/** Dashes that part the numbers of a date where a hyphen should. */
const DASHES = "–—−";
const LONGEST_SPACED = 24;
const SPACED =
  /^(?:\p{Nd}{4} ?([/–—−-]) ?\p{Nd}{1,2} ?\1 ?\p{Nd}{1,2}|\p{Nd}{1,2} ?([/–—−-]) ?\p{Nd}{1,2} ?\2 ?\p{Nd}{4})(?!\p{Nd})/u;
const WRITTEN_APART = /[ –—−]/gu;

/** «15 / 4 / 2026», «15–4–2026»: with a whole year only, for scores and ranges are written so too. */
function readSpacedDate(text: string, at: number, day: number | null): DateDigits | null {
  const spaced = SPACED.exec(text.slice(at, at + LONGEST_SPACED));
  if (spaced === null || isDigitBefore(text, at)) return null;
  const close = readDateDigits(toClose(spaced[0]), 0, day);
  return close === null ? null : { ...close, end: at + spaced[0].length };
}

function toClose(written: string): string {
  return written.replace(WRITTEN_APART, (mark) => (mark === " " ? "" : "-"));
}

function isDigitBefore(text: string, at: number): boolean {
  const mark = text[at - 1] ?? " ";
  return SEPARATORS.includes(mark) && readDigits(text, at - 2).digits !== "";
}

function toThreeParts(parts: readonly [string, string, string], day: number | null): Draft | null {
  const [a, b, c] = parts.map(Number) as [number, number, number];
  const [lengthA, lengthB, lengthC] = parts.map(({ length }) => length) as [number, number, number];
  if (lengthB > 2) return null;
  if (lengthA === 4 && lengthC <= 2) return toDate(a, b, c) ?? toDate(a, c, b);
  if (lengthC === 4 && lengthA <= 2) return toDate(c, b, a) ?? toDate(c, a, b);
  if (lengthA > 2 || lengthC > 2) return null;
  return toShortYear(a, b, c, day);
}

/** Two digits for the year: of day-month-year and year-month-day, the one nearer to the publication. */
function toShortYear(a: number, b: number, c: number, day: number | null): Draft | null {
  const last = toDate(2000 + c, b, a) ?? toDate(2000 + c, a, b);
  const first = toDate(2000 + a, b, c);
  if (first === null || last === null || day === null) return last ?? first;
  return distance(first, day) < distance(last, day) ? first : last;
}

function distance({ year = 0, month = 0, day = 0 }: Draft, from: number): number {
  return Math.abs(toDayNumber(year, month, day) - from);
}

function toDate(year: number, month: number, day: number): Draft | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const hijri = year >= HIJRI_YEARS[0] && year < HIJRI_YEARS[1];
  if (day > (hijri ? 30 : daysInMonth(year, month))) return null;
  return hijri ? { hijri, year, month, day } : { year, month, day };
}

function toTwoParts(first: string, second: string, mark: string, end: number): DateDigits | null {
  const [a, b] = [Number(first), Number(second)];
  const isYear = (digits: string, value: number) =>
    digits.length === 4 && value >= 1800 && value < 2200;
  if (isYear(first, a) && second.length <= 2 && b >= 1 && b <= 12)
    return { set: { year: a, month: b }, end, doubtful: mark === "." };
  if (isYear(second, b) && first.length <= 2 && a >= 1 && a <= 12)
    return { set: { year: b, month: a }, end, doubtful: mark === "." };
  if (mark !== "/" || first.length > 2 || second.length > 2) return null;
  const padded = first.startsWith("0") || second.startsWith("0");
  if (b >= 1 && b <= 12 && a >= 1 && a <= 31)
    return {
      set: { month: b, day: a },
      end,
      doubtful: !padded && (a <= 12 || (a === 24 && b === 7)),
    };
  if (a >= 1 && a <= 12 && b >= 1 && b <= 31)
    return { set: { month: a, day: b }, end, doubtful: false };
  return null;
}
