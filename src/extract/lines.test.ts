import { expect, test } from "vitest";
import { isCreditedCaption, readLine, withoutBracketedLinks } from "./lines.ts";
import {
  AUTHOR_LABELS,
  CAPTION_CREDITS,
  COUNTED,
  DATE_LABELS,
  FURNITURE_LINES,
  FURNITURE_STARTS,
  KEYWORD_LABELS,
  READ_ALSO_LABELS,
  SOURCE_LABELS,
} from "./tables/labels.ts";

test.each([
  ["a label of one letter", "×", { kind: "furniture", reason: "icon" }],
  [
    "a start of one letter",
    "© 2026 صحيفة الواحة، جميع الحقوق محفوظة",
    { kind: "furniture", reason: "copyright" },
  ],
  ["a line of two letters", "Ad", { kind: "furniture", reason: "advertisement" }],
  [
    "a label with a mark among its first letters",
    "إِقرأ أيضاً: عنوان",
    { kind: "read-also", value: "عنوان" },
  ],
  ["an empty line", "", { kind: "text" }],
  ["a sentence", "افتتحت البلدية الجسر الجديد صباح الأحد.", { kind: "text" }],
])("%s", (_what, line, expected) => {
  expect(readLine(line)).toEqual(expected);
});

const LABELS = [
  ["read-also", READ_ALSO_LABELS],
  ["date", DATE_LABELS],
  ["source", SOURCE_LABELS],
  ["keywords", KEYWORD_LABELS],
  ["author", AUTHOR_LABELS],
] as const;

test.each(LABELS.flatMap(([kind, labels]) => labels.map((label) => [kind, label] as const)))(
  "%s: %s",
  (kind, label) => {
    expect(readLine(`${label}: سلمى البندري`)).toEqual({ kind, value: "سلمى البندري" });
    expect(readLine(label)).toEqual({ kind, value: "" });
  },
);

test.each(FURNITURE_STARTS)("a line of %s begins: %s", (reason, start) => {
  expect(readLine(start)).toEqual({ kind: "furniture", reason });
  expect(readLine(`${start} صحيفة الواحة`)).toEqual({ kind: "furniture", reason });
});

test.each(FURNITURE_LINES)("a line of %s is: %s", (reason, line) => {
  expect(readLine(line)).toEqual({ kind: "furniture", reason });
  expect(readLine(`${line} ثم مضى القطار نحو المدينة القديمة`).kind).toBe("text");
});

test.each(CAPTION_CREDITS)("a line that ends in «(%s: …)» is a caption", (credit) => {
  expect(isCreditedCaption(`طيور النحام عند الفجر (${credit}: كمال بوزيد)`)).toBe(true);
  expect(isCreditedCaption(`وقال إن ${credit} نشرت أمس (انظر الملحق)`)).toBe(false);
  expect(isCreditedCaption(`(${credit}: كمال بوزيد) عادت الطيور إلى البحيرة.`)).toBe(false);
});

test.each(COUNTED)("a number of «%s» is a counter", (word) => {
  expect(readLine(`1,204 ${word}`)).toEqual({ kind: "furniture", reason: "counter" });
  expect(readLine(`بلغت 1,204 ${word} في يوم`).kind).toBe("text");
});

test.each([
  ["الصفحة 2 من 3", { kind: "furniture", reason: "counter" }],
  ["salma@waha.example", { kind: "furniture", reason: "address" }],
  ["(انتهى) م ص / س ع", { kind: "furniture", reason: "sign-off" }],
  ["يتبع", { kind: "furniture", reason: "sign-off" }],
  ["انتهى الاجتماع أمس", { kind: "text" }],
  ["للتواصل مع سلمى: salma@waha.example أو هاتفيا", { kind: "text" }],
  ["طالع أيضا | صور: الجسر من الجو", { kind: "read-also", value: "صور: الجسر من الجو" }],
  ["شاهد أيضا.. الجسر من الجو", { kind: "read-also", value: "الجسر من الجو" }],
])("%s", (line, expected) => {
  expect(readLine(line)).toEqual(expected);
});

test.each([
  [
    "جرى الفحص بنجاح. (اقرأ أيضا: كم كلف الجسر؟) وبقيت الإنارة.",
    "جرى الفحص بنجاح. وبقيت الإنارة.",
    ["(اقرأ أيضا: كم كلف الجسر؟)"],
  ],
  ["جرى الفحص (بحضور الوزير) بنجاح.", "جرى الفحص (بحضور الوزير) بنجاح.", []],
  ["تشاورت مع جهات (ذات صلة) أمس.", "تشاورت مع جهات (ذات صلة) أمس.", []],
])("%s", (paragraph, text, links) => {
  expect(withoutBracketedLinks(paragraph)).toEqual({ text, links });
});

test("a paragraph of nothing but spaces takes time that grows as it does", () => {
  const paragraph = `(${"\u00A0".repeat(400_000)}`;
  const from = performance.now();
  expect(withoutBracketedLinks(paragraph).links).toEqual([]);
  expect(performance.now() - from).toBeLessThan(5000);
});
