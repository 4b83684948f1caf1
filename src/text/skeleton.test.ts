import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord } from "./fold.ts";
import { skeleton } from "./skeleton.ts";
import { stem } from "./stem.ts";

const of = (word: string) => skeleton(foldWord(word));

test.each([
  ["a verb and its noun", "يغلق", "إغلاق"],
  ["a verb of the past", "أغلقت", "إغلاق"],
  ["a broken plural", "وزراء", "وزير"],
  ["a preposition that the stem keeps", "بسفينة", "سفينة"],
  ["the future", "سيغلق", "يغلق"],
  ["a plural of pattern", "مدارس", "مدرسة"],
])("%s: «%s» and «%s» share a skeleton", (_what, a, b) => {
  expect(of(a)).toBe(of(b));
});

test("a short word keeps its letters", () => {
  expect(of("نار")).toBe("نار");
  expect(of("نور")).not.toBe(of("نار"));
});

test("a word that is not Arabic is its own skeleton", () => {
  expect(skeleton("reuters")).toBe("reuters");
  expect(skeleton("2026")).toBe("2026");
});

test("words of one stem have one skeleton, which is never empty", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ا-غف-ي]{1,12}$/u), (word) => {
      const folded = foldWord(word);
      expect(skeleton(folded)).toBe(skeleton(stem(folded) === folded ? stem(folded) : folded));
      expect(skeleton(folded).length).toBeGreaterThan(0);
    }),
  );
});
