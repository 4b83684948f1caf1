import { expect, test } from "vitest";
import { toSegments, withoutSiteName } from "./title-parts.ts";

const isSite = (segment: string) => segment === "مرصد الواحة";

test.each([
  ["a quotation at the end", "رئيس البلدية: «لن ننتظر»", "رئيس البلدية: «لن ننتظر»"],
  [
    "one before the site's name",
    "المخرج: «الفيلم لم يكتمل» - مرصد الواحة",
    "المخرج: «الفيلم لم يكتمل»",
  ],
  ["one at the start", "مرصد الواحة | «السدرة» تفتح أبوابها", "«السدرة» تفتح أبوابها"],
  ["two of them", "«الريح» و«المطر» » مرصد الواحة", "«الريح» و«المطر»"],
  ["a mark that closes nothing", "افتتاح المكتبة » مرصد الواحة", "افتتاح المكتبة"],
  ["no mark", "افتتاح المكتبة", "افتتاح المكتبة"],
])("quotation marks part no title: %s", (_what, title, expected) => {
  expect(withoutSiteName(title, isSite)).toBe(expected);
});

test("a title's segments keep the quotations in them", () => {
  expect(toSegments("قالت: «نعم» | أخبار › محليات")).toEqual(["قالت: «نعم»", "أخبار", "محليات"]);
});
