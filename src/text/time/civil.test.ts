import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMonths,
  toCivil,
  toDayNumber,
  toEaster,
  toIsoClock,
  toIsoDay,
  toWeekday,
} from "./civil.ts";
import { toHijri, toHijriMonthStart } from "./hijri.ts";

test("day numbers and calendar days are the platform's", () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const platform = new Date(day * 86_400_000);
      const civil = toCivil(day);
      expect(toDayNumber(civil.year, civil.month, civil.day)).toBe(day);
      expect(toIsoDay(day)).toBe(platform.toISOString().slice(0, 10));
      expect(toWeekday(day)).toBe(platform.getUTCDay());
    }),
  );
});

test("a clock is written as ISO 8601 does", () => {
  expect(toIsoClock(1_713_436_200)).toBe("2024-04-18T10:30:00");
});

test("a month from the 31st is the last day of a shorter month", () => {
  expect(toIsoDay(addMonths(toDayNumber(2024, 1, 31), 1))).toBe("2024-02-29");
  expect(toIsoDay(addMonths(toDayNumber(2024, 1, 31), -2))).toBe("2023-11-30");
});

test.each([
  [2013, "2013-03-31"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
])("Easter of %d is %s", (year, day) => {
  expect(toIsoDay(toEaster(year))).toBe(day);
});

test("a Hijri month begins on the day the calendar says", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1300, max: 1500 }),
      fc.integer({ min: 1, max: 12 }),
      (year, month) => {
        expect(toHijri(toHijriMonthStart(year, month))).toEqual({ year, month, day: 1 });
      },
    ),
  );
});
