import { expect, test } from "vitest";
import { findReporter } from "./reporter.ts";
import { OUTLET_MARKS } from "./tables/outlet-nouns.ts";

test.each([
  ["الطائف - منيرة الحارثي:", "منيرة الحارثي"],
  ["الرباط- سلوى بن عمر -", "سلوى بن عمر"],
  ["بغداد / حيدر الزبيدي:", "حيدر الزبيدي"],
  ["سالم الحربي - المدار - الرياض:", "سالم الحربي"],
  ["القاهرة – هدى عبد الرحمن سليم:", "هدى عبد الرحمن سليم"],
])("%s", (dateline, reporter) => {
  expect(findReporter(dateline)).toBe(reporter);
});

test.each([
  "الرياض - واس:",
  "المدار - الرياض:",
  "موسكو - الشرق الجديد:",
  "أبوظبي - سكاي نيوز عربية",
  "عمان (بترا) -",
  "الرباط:",
  "منيرة الحارثي - سلوى بن عمر:",
  "الرياض - 26 شوال:",
  "Next Previous نايف الحربي - جدة:",
  "الرياض - جدة:",
])("no reporter: %s", (dateline) => {
  expect(findReporter(dateline)).toBeNull();
});

test.each(OUTLET_MARKS)("«%s» is of an outlet's name", (word) => {
  expect(findReporter(`الرياض - سبأ ${word}:`)).toBeNull();
});
