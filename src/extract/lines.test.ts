import { expect, test } from "vitest";
import { readLine } from "./lines.ts";

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
