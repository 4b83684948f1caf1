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
  readonly hijri: (day: string) => string;
  readonly published: (published: Published | null) => string;
  readonly instant: (iso: string) => string;
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

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const LOCAL_CLOCK =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u;
const NO_OFFSET = /^(?:Z|[+-]00:?00)$/u;

function monthName(month: number, style: Preferences["months"]): string {
  const [levant = "", gregorian = "", maghreb = ""] = MONTHS[month - 1] ?? [];
  if (style === "levant") return levant;
  if (style === "gregorian") return gregorian;
  return style === "maghreb" ? maghreb : `${levant}/${gregorian}`;
}

/** The voice of a reader who chose so. */
export function createVoice(preferences: Preferences): Voice {
  const arabic = preferences.language === "ar";
  const t: Strings = arabic ? AR : EN;
  const locale = arabic ? `ar-u-nu-${preferences.digits}` : "en";
  const numbers = new Intl.NumberFormat(locale, { useGrouping: true });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const rules = new Intl.PluralRules(preferences.language);
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const english = new Intl.DateTimeFormat("en", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const hijris = new Intl.DateTimeFormat(
    `${arabic ? "ar" : "en"}-u-ca-islamic-umalqura${arabic ? `-nu-${preferences.digits}` : ""}`,
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
  );
  const digits = (text: string) =>
    arabic && preferences.digits === "arab"
      ? text.replace(/\d/gu, (digit) => numbers.format(Number(digit)))
      : text;

  const date = (written: string): string => {
    const [year = "", month, day] = written.split("-");
    if (month === undefined) return digits(year);
    if (!arabic && day !== undefined) return english.format(new Date(written));
    const name = arabic
      ? monthName(Number(month), preferences.months)
      : new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(
          new Date(`${year}-${month}-01`),
        );
    return digits(
      [day === undefined ? "" : String(Number(day)), name, year].filter(Boolean).join(" "),
    );
  };
  const clock = (written: string): string => {
    const [, day = "", time = "", offset = "Z"] = LOCAL_CLOCK.exec(written) ?? [];
    if (day === "") return written;
    return `${date(day)} ${digits(time)}${NO_OFFSET.test(offset) ? ` ${t.utc}` : ""}`;
  };
  return {
    preferences,
    direction: arabic ? "rtl" : "ltr",
    t,
    count: (what, n) =>
      t.plurals[what][n === 0 ? "zero" : rules.select(n)].replace("#", numbers.format(n)),
    number: numbers.format,
    percent: percents.format,
    day: (day) => `${weekdays.format(new Date(day))} ${date(day)}`,
    hijri: (day) => hijris.format(new Date(day)),
    published: (published) => {
      if (published === null) return t.unknown;
      return published.precision === "minute"
        ? clock(published.at)
        : date(published.at.slice(0, 10));
    },
    instant: clock,
    gap: (ms) => {
      const hours = Math.floor(Math.abs(ms) / HOUR_MS);
      const minutes = Math.round((Math.abs(ms) % HOUR_MS) / MINUTE_MS);
      const parts = [
        hours === 0 ? "" : numberOf("hours", hours),
        hours > 0 && minutes === 0 ? "" : numberOf("minutes", minutes),
      ];
      return parts.filter(Boolean).join(arabic ? " و" : " ");
    },
  };

  function numberOf(what: Countable, n: number): string {
    return t.plurals[what][n === 0 ? "zero" : rules.select(n)].replace("#", numbers.format(n));
  }
}
