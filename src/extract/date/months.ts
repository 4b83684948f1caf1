import { fold, GREGORIAN_MONTHS, HIJRI_MONTHS, SOLAR_HIJRI_MONTHS } from "../../text/index.ts";
import { FOREIGN_MONTHS } from "../tables/foreign-months.ts";
import type { Calendar } from "./calendar.ts";

export interface NamedMonth {
  readonly calendar: Calendar;
  readonly month: number;
}

const MONTHS: ReadonlyMap<string, NamedMonth> = new Map([
  ...FOREIGN_MONTHS.flatMap(([, months]) =>
    months.flatMap((names, at) => names.split(" ").map((name) => row(name, "gregorian", at + 1))),
  ),
  ...SOLAR_HIJRI_MONTHS.flatMap(([month, names]) => names.map((name) => row(name, "solar", month))),
  ...HIJRI_MONTHS.flatMap(([month, names]) => names.map((name) => row(name, "hijri", month))),
  ...GREGORIAN_MONTHS.flatMap(([month, names]) =>
    names.map((name) => row(name, "gregorian", month)),
  ),
]);

function row(name: string, calendar: Calendar, month: number): [string, NamedMonth] {
  return [fold(name).text, { calendar, month }];
}

const FIRST_WORDS: ReadonlySet<string> = new Set(
  [...MONTHS.keys()]
    .filter((name) => name.includes(" "))
    .map((name) => name.split(" ", 1)[0] ?? ""),
);

/** Whether a folded word may be the first of two that name a month. */
export function opensMonth(folded: string): boolean {
  return FIRST_WORDS.has(folded);
}

/** The month that a folded name of one or two words is. */
export function findMonth(folded: string): NamedMonth | null {
  return MONTHS.get(folded) ?? null;
}
