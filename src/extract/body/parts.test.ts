import { expect, test } from "vitest";
import { PARTS, partsOfNames } from "./parts.ts";
import { CLASS_WORDS } from "./tables/class-words.ts";

const partsIn = (names: string): string[] =>
  PARTS.filter((_part, bit) => (partsOfNames(names) & (1 << bit)) !== 0);

test.each(CLASS_WORDS.flatMap(([part, words]) => words.map((word) => [word, part] as const)))(
  "the class word %s names a part: %s",
  (word, part) => {
    expect(partsIn(word)).toContain(part);
    expect(partsIn(`x-${word.toUpperCase()} y`)).toContain(part);
  },
);

test.each([
  ["written together", "articlebody"],
  ["written apart", "article-body"],
  ["by capitals", "articleBody"],
  ["by other marks", "article__body_2"],
  ["among others", "col-8 article-body wide"],
])("two words in a row count as one: %s", (_how, names) => {
  expect(partsIn(names)).toContain("body");
});

test("a word counts only whole, and words apart do not join over another", () => {
  expect(partsIn("articlebodyless")).not.toContain("body");
  expect(partsIn("article big body")).not.toContain("body");
});

test("names longer than any page needs are read no further", () => {
  expect(partsIn(`${"x ".repeat(60)}articlebody`)).toEqual([]);
});
