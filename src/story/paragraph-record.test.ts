import { expect, test } from "vitest";
import { compareTexts } from "./compare.ts";
import { recordParagraphs } from "./paragraph-record.ts";

const record = (earlier: string, later: string) => recordParagraphs(compareTexts(earlier, later));

const EARLIER = [
  "انهارت رافعة على الرصيف الشرقي فجر الاثنين.",
  "وأصيب تسعة عمال نقلوا إلى المستشفى.",
  "وكان المرفأ قد شهد حادثاً مماثلاً قبل عامين.",
].join("\n");

test("a text that is another's word for word keeps every paragraph", () => {
  expect(record(EARLIER, EARLIER)).toEqual({ kept: 3, changed: 0, cut: 0, added: 0 });
});

test("what a copy changes, cuts and adds is told apart", () => {
  const later = [
    "انهارت رافعة على الرصيف الشرقي فجر الاثنين.",
    "وأصيب أحد عشر عاملاً نقلوا إلى المستشفى.",
    "وفتحت النيابة تحقيقاً.",
  ].join("\n");
  expect(record(EARLIER, later)).toEqual({ kept: 1, changed: 1, cut: 1, added: 1 });
});

test("a spelling that matching is blind to changes nothing", () => {
  expect(record("إلى المدينة", "الى المدينه")).toMatchObject({ kept: 1, changed: 0 });
});

test("without a text there is nothing to keep", () => {
  expect(record("", "خبر.")).toEqual({ kept: 0, changed: 0, cut: 0, added: 1 });
});
