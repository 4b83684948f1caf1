import { fold } from "../../text/index.ts";
import { AGE_UNITS, AGO_AFTER, AGO_BEFORE, type AgeUnit, NEAR_DAYS } from "../tables/date-words.ts";

/** A date counted back from when the page was fetched, as exact as its words are. */
export interface CountedDate {
  readonly at: string;
  readonly precision: "day" | "month" | "year";
}

const UNITS = new Map(
  AGE_UNITS.flatMap(([unit, said, names]) =>
    names.map((name) => [fold(name).text, { unit, said }] as const),
  ),
);
const DAYS_BACK = new Map(
  NEAR_DAYS.flatMap(([back, names]) => names.map((name) => [fold(name).text, back] as const)),
);
const alternatives = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join("|");

const COUNTED = `(?<count>\\d{1,3})?\\s*(?<unit>${alternatives(UNITS.keys())})(?![\\p{L}])`;
const BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${alternatives(AGO_BEFORE.map((word) => fold(word).text))})\\s+${COUNTED}`,
  "u",
);
const AFTER = new RegExp(
  `(?<![\\p{L}\\d])${COUNTED}\\s+(?:${alternatives(AGO_AFTER.map((word) => fold(word).text))})(?![\\p{L}])`,
  "u",
);
/** Without one of these words nothing is counted after them: a look that costs less than the search for a unit. */
const SAYS_AFTER = new RegExp(
  `(?:${alternatives(AGO_AFTER.map((word) => fold(word).text))})(?![\\p{L}])`,
  "u",
);
/** A day by its word is a date only where it is all there is, or a time follows: in a headline it is part of the news. */
const DAY_WORD = new RegExp(
  `^\\s*(?<day>${alternatives(DAYS_BACK.keys())})\\s*(?:$|[,،|@-]?\\s*(?:الساعة|at|um|à)?\\s*\\d{1,2}:\\d{2})`,
  "u",
);

const UNIT_MS: Readonly<Record<"minute" | "hour" | "day", number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};
const ISO =
  /^(?<local>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)(?:Z|[+-]\d{2}:?\d{2})?$/u;

/** Counts an age («منذ 3 ساعات», "2 days ago", «اليوم») back from the moment of fetching, ISO 8601; its calendar day is the one written there. */
export function countBack(folded: string, fetchedAt: string): CountedDate | null {
  const local = ISO.exec(fetchedAt)?.groups?.["local"];
  const fetched =
    local === undefined ? Number.NaN : Date.parse(local.length > 10 ? `${local}Z` : local);
  if (Number.isNaN(fetched)) return null;
  const day = DAYS_BACK.get(DAY_WORD.exec(folded)?.groups?.["day"] ?? "");
  if (day !== undefined) return { at: toDay(fetched - day * UNIT_MS.day), precision: "day" };
  const found = BEFORE.exec(folded) ?? (SAYS_AFTER.test(folded) ? AFTER.exec(folded) : null);
  const { count, unit = "" } = found?.groups ?? {};
  const named = UNITS.get(unit);
  return named === undefined ? null : goBack(fetched, named.unit, Number(count ?? named.said));
}

function goBack(fetched: number, unit: AgeUnit, count: number): CountedDate {
  if (unit === "month" || unit === "year") {
    const date = new Date(fetched);
    const months =
      date.getUTCFullYear() * 12 + date.getUTCMonth() - count * (unit === "year" ? 12 : 1);
    const year = String(Math.floor(months / 12));
    if (unit === "year") return { at: year, precision: "year" };
    return { at: `${year}-${String((months % 12) + 1).padStart(2, "0")}`, precision: "month" };
  }
  return { at: toDay(fetched - count * UNIT_MS[unit]), precision: "day" };
}

function toDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
