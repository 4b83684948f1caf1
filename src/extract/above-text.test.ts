import { expect, test } from "vitest";
import { isAboveTitle, isDateAlone } from "./above-text.ts";
import { DATE_COMPANIONS } from "./tables/date-words.ts";

test.each(DATE_COMPANIONS)("«%s» beside a date leaves it alone: %s", (_word, written) => {
  expect(isDateAlone(written)).toBe(true);
});

test.each([
  ["a weekday and a time", "الثلاثاء ٩ يونيو ٢٠٢٦ - ١١:٣٠ ص", true],
  ["two calendars", "14 رمضان 1447هـ - 3 مارس 2026م", true],
  ["months of two words", "3 كانون الأول/ديسمبر 2025 - 12 جمادى الآخرة 1447", true],
  ["a date in a sentence", "افتتحت المكتبة في 3 مارس 2026", false],
  ["a chapter's heading", "أحداث 3 مارس 2026", false],
  ["numbers without a date", "النتيجة 3 - 2", false],
  ["an age", "منذ 3 أيام", true],
  ["an age in a sentence", "عادت المياه قبل 3 أيام", false],
  ["no number", "الثلاثاء", false],
  ["a time", "6:15 م", true],
  ["a result at a time", "الشعلة 2:1 المجد", false],
])("whether a line is a date alone: %s", (_what, line, expected) => {
  expect(isDateAlone(line)).toBe(expected);
});

test.each([
  ["a section and a ticker", ["محليات", "البنك المركزي يثبت سعر الفائدة"], true],
  ["a sentence", ["أعلنت البلدية افتتاح الجسر."], false],
  ["a paragraph", ["كلمة ".repeat(30)], false],
])("what stands above a title is short and no sentence: %s", (_what, lines, expected) => {
  expect(isAboveTitle(lines)).toBe(expected);
});
