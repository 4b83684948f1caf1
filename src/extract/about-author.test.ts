import { expect, test } from "vitest";
import { aboutAuthorFrom, isBylineOf, signedBelow } from "./about-author.ts";

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

test.each([
  [
    "a signature and who that is",
    [LINE, "بقلم مازن الكعبي", `مازن الكعبي ${ABOUT}`],
    "مازن الكعبي",
  ],
  ["in English", [LINE, "Written by Nora Hall", "Nora Hall is a writer."], "Nora Hall"],
  ["a signature alone", [LINE, "بقلم مازن الكعبي"], null],
  ["a signature and another line", [LINE, "بقلم مازن الكعبي", LINE], null],
  ["above the text", ["بقلم مازن الكعبي", "مازن الكعبي صحفي."], null],
  ["far above the end", [LINE, "بقلم مازن الكعبي", "مازن الكعبي صحفي.", LINE, LINE, LINE], null],
])("who signs below the text: %s", (_what, paragraphs, author) => {
  expect(signedBelow(paragraphs)).toBe(author);
});

test("a signature goes with what is said of its author", () => {
  const paragraphs = [LINE, "بقلم مازن الكعبي", `مازن الكعبي ${ABOUT}`];
  expect(aboutAuthorFrom(paragraphs, "مازن الكعبي")).toBe(1);
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
