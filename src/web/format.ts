import type { Published } from "../model/index.ts";
import type { Preferences } from "./preferences.ts";
import { AR, type Strings } from "./strings/ar.ts";
import { EN } from "./strings/en.ts";

type Countable = keyof Strings["plurals"];

/** Everything a page says: words, counts, numbers and dates in the reader's language and taste. */
export interface Voice {
  readonly preferences: Preferences;
  readonly direction: "rtl" | "ltr";
  readonly t: Strings;
  /** A count with its noun in the right one of the six Arabic forms. */
  readonly count: (what: Countable, n: number) => string;
  readonly number: (n: number) => string;
  readonly percent: (share: number) => string;
  /** A calendar day, `YYYY-MM-DD`, with its weekday. */
  readonly day: (day: string) => string;
  /** The same without its weekday. */
  readonly date: (day: string) => string;
  readonly hijri: (day: string) => string;
  readonly published: (published: Published | null) => string;
  readonly instant: (iso: string) => string;
  /** A half-open span as exactly as its grain says: a day, a month, a year, else its first and last day. */
  readonly span: (from: string, to: string, grain: string) => string;
  readonly gap: (ms: number) => string;
}

/** Month names of the Levant, the Nile and Gulf, and the Maghreb. Source: CLDR 48, locales ar-SY, ar-EG, ar-DZ. */
const MONTHS: readonly (readonly [levant: string, gregorian: string, maghreb: string])[] = [
  ["كانون الثاني", "يناير", "جانفي"],
  ["شباط", "فبراير", "فيفري"],
  ["آذار", "مارس", "مارس"],
  ["نيسان", "أبريل", "أفريل"],
  ["أيار", "مايو", "ماي"],
  ["حزيران", "يونيو", "جوان"],
  ["تموز", "يوليو", "جويلية"],
  ["آب", "أغسطس", "أوت"],
  ["أيلول", "سبتمبر", "سبتمبر"],
  ["تشرين الأول", "أكتوبر", "أكتوبر"],
  ["تشرين الثاني", "نوفمبر", "نوفمبر"],
  ["كانون الأول", "ديسمبر", "ديسمبر"],
];

const DAY_LENGTH = 10;
/** How much of an ISO date each grain is exact to. */
const SPAN_LENGTHS: Readonly<Record<string, number>> = { day: DAY_LENGTH, month: 7, year: 4 };
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const LOCAL_CLOCK =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u;
const ANY_DIGIT = /\d/gu;
const NO_OFFSET = /^(?:Z|[+-]00:?00)$/u;

function monthName(month: number, style: Preferences["months"]): string {
  const [levant = "", gregorian = "", maghreb = ""] = MONTHS[month - 1] ?? [];
  if (style === "levant") return levant;
  if (style === "gregorian") return gregorian;
  return style === "maghreb" ? maghreb : `${levant}/${gregorian}`;
}

/** How numbers and weekdays are written in a reader's language and digits. */
function createFormats({ language, digits }: Preferences) {
  const arabic = language === "ar";
  const locale = arabic ? `ar-u-nu-${digits}` : "en";
  const calendar = arabic ? `ar-u-ca-islamic-umalqura-nu-${digits}` : "en-u-ca-islamic-umalqura";
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return {
    numbers: new Intl.NumberFormat(locale),
    percents: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
    rules: new Intl.PluralRules(language),
    weekdays: new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }),
    english: new Intl.DateTimeFormat("en", long),
    englishMonths: new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }),
    hijri: new Intl.DateTimeFormat(calendar, long),
  };
}

type Formats = ReturnType<typeof createFormats>;

/** Making them takes longer than many a page does; there are as many as languages and digits to choose. */
const formats = new Map<string, Formats>();

function formatsOf(preferences: Preferences): Formats {
  const key = `${preferences.language} ${preferences.digits}`;
  const known = formats.get(key) ?? createFormats(preferences);
  formats.set(key, known);
  return known;
}

/** The voice of a reader who chose so. */
export function createVoice(preferences: Preferences): Voice {
  const arabic = preferences.language === "ar";
  const t: Strings = arabic ? AR : EN;
  const { numbers, percents, rules, weekdays, english, englishMonths, hijri } =
    formatsOf(preferences);
  const inDigits = (text: string) =>
    arabic && preferences.digits === "arab"
      ? text.replace(ANY_DIGIT, (digit) => numbers.format(Number(digit)))
      : text;
  const count = (what: Countable, n: number) =>
    t.plurals[what][n === 0 ? "zero" : rules.select(n)].replace("#", numbers.format(n));

  const date = (written: string): string => {
    const [year = "", month, day] = written.split("-");
    if (month === undefined) return inDigits(year);
    if (!arabic && day !== undefined) return english.format(new Date(written));
    const name = arabic
      ? monthName(Number(month), preferences.months)
      : englishMonths.format(new Date(`${year}-${month}-01`));
    return inDigits(
      [day === undefined ? "" : String(Number(day)), name, year].filter(Boolean).join(" "),
    );
  };
  const clock = (written: string): string => {
    const [, day = "", time = "", offset = "Z"] = LOCAL_CLOCK.exec(written) ?? [];
    if (day === "") return written;
    return `${date(day)}${arabic ? "،" : ","} ${inDigits(time)}${NO_OFFSET.test(offset) ? ` ${t.utc}` : ""}`;
  };
  return {
    preferences,
    direction: arabic ? "rtl" : "ltr",
    t,
    count,
    number: numbers.format,
    percent: percents.format,
    date,
    day: (day) => `${weekdays.format(new Date(day))} ${date(day)}`,
    hijri: (day) => hijri.format(new Date(day)),
    published: (published) => {
      if (published === null) return t.unknown;
      return published.precision === "minute"
        ? clock(published.at)
        : date(published.at.slice(0, 10));
    },
    instant: clock,
    span: (from, to, grain) => {
      const length = SPAN_LENGTHS[grain];
      if (length !== undefined) return date(from.slice(0, length));
      const last = new Date(Date.parse(to) - 1).toISOString().slice(0, DAY_LENGTH);
      return `${date(from.slice(0, DAY_LENGTH))} – ${date(last)}`;
    },
    gap: (ms) => toGap(ms, count, arabic),
  };
}

function toGap(ms: number, count: (what: Countable, n: number) => string, arabic: boolean): string {
  const hours = Math.floor(Math.abs(ms) / HOUR_MS);
  const minutes = Math.round((Math.abs(ms) % HOUR_MS) / MINUTE_MS);
  if (hours === 0) return count("minutes", minutes);
  if (minutes === 0) return count("hours", hours);
  return `${count("hours", hours)} ${arabic ? "و" : ""}${count("minutes", minutes)}`;
}
