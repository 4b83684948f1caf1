import { expect, test } from "vitest";
import { withDaysAsFilter } from "./days.ts";

test.each([
  ["2026-03-05", "from:2026-03-05 to:2026-03-05"],
  ["05/03/2026", "from:2026-03-05 to:2026-03-05"],
  ["٥ آذار ٢٠٢٦", "from:2026-03-05 to:2026-03-05"],
  ["حريق المرفأ 5 مارس 2026", "حريق المرفأ from:2026-03-05 to:2026-03-05"],
  ["انتخابات فبراير 2026", "انتخابات from:2026-02-01 to:2026-02-28"],
])("«%s» may mean what was reported then: %s", (text, expected) => {
  expect(withDaysAsFilter(text)).toBe(expected);
});

test.each([
  ["a year is mostly part of what is told", "كأس العالم 2026"],
  ["without a year no day is known", "5 مارس"],
  ["a headline tells of the day", "قمة الدول الساحلية الثالثة تبدأ في 5 مارس 2026"],
  ["it is a filter already", "from:2026-03-05"],
  ["two days", "5 مارس 2026 و7 أبريل 2026"],
  ["no day at all", "حريق المرفأ"],
  ["a text without spaces", `5 مارس 2026 ${"م".repeat(200)}`],
])("%s: «%s» is left", (_why, text) => {
  expect(withDaysAsFilter(text)).toBe(null);
});
