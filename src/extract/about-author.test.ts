import { expect, test } from "vitest";
import { aboutAuthorFrom, isBylineOf } from "./about-author.ts";

const LINE = "أعلنت البلدية افتتاح الجسر صباح الأحد.";
const ABOUT = "صحفي مهتم بشؤون البحر، عمل في عدد من الصحف.";

test.each([
  ["a name and a line about it", [LINE, "مازن الكعبي", ABOUT], 1],
  ["a name alone", [LINE, LINE, "مازن الكعبي"], 2],
  ["no name", [LINE, ABOUT], 2],
  ["a name above the text", ["مازن الكعبي", LINE], 2],
  ["a name with the text going on", [LINE, "مازن الكعبي", LINE, LINE, LINE, LINE], 6],
])("what is said of the author below the text: %s", (_what, paragraphs, from) => {
  expect(aboutAuthorFrom(paragraphs, "مازن الكعبي")).toBe(from);
});

test("without an author nothing is said of one", () => {
  expect(aboutAuthorFrom([LINE, ABOUT], null)).toBe(2);
});

test.each([
  ["مازن الكعبي", true],
  ["بواسطة مازن الكعبي", true],
  ["كتب: مازن الكعبي", true],
  ["مازن الكعبي - 1 مارس 2026 10:00", true],
  ["الأحد 1 مارس 2026 | مازن الكعبي", true],
  ["مازن الكعبي يفوز بجائزة 2026", false],
  ["قال مازن الكعبي", false],
  ["بواسطة فرق الإنقاذ", false],
])("%s", (line, expected) => {
  expect(isBylineOf("مازن الكعبي", line)).toBe(expected);
});
