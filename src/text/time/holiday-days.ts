import type { HolidayRule } from "../tables/holidays.ts";
import { daysInMonth, toCivil, toDayNumber, toEaster, toWeekday } from "./civil.ts";
import { hijriYearsOf, toHijriMonthStart } from "./hijri.ts";
import { type Days, toDays } from "./interval.ts";

/** A holiday's days in a Gregorian year: a Hijri one may fall twice, or not at all. */
export function holidaysIn(rule: HolidayRule, year: number): Days[] {
  if ("easter" in rule) return [toDays(toEaster(year) + rule.easter)];
  if ("hijriMonth" in rule)
    return hijriYearsOf(year)
      .map((hijri) => toHijriMonthStart(hijri, rule.hijriMonth) + rule.day - 1)
      .filter((day) => toCivil(day).year === year)
      .map(toDays);
  if ("day" in rule) return [toDays(toDayNumber(year, rule.month, rule.day))];
  const first = toDayNumber(year, rule.month, 1);
  const nth = first + ((rule.weekday - toWeekday(first) + 7) % 7) + 7 * (rule.nth - 1);
  const inMonth = nth - first < daysInMonth(year, rule.month);
  return [toDays(inMonth ? nth : nth - 7)];
}
