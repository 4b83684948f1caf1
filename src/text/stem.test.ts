import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord } from "./fold.ts";
import { stem } from "./stem.ts";
import { AN_LEXEMES } from "./tables/an-lexemes.ts";

const stemOf = (word: string) => stem(foldWord(word));

test.each([
  ["the article", "الوزير", "وزير"],
  ["conjunction and article", "والوزير", "الوزير"],
  ["preposition and article", "بالمرفأ", "المرفأ"],
  ["ل with the article", "للرئيس", "الرئيس"],
  ["a feminine ending", "الإيرانية", "إيراني"],
  ["a plural ending", "المسؤولين", "مسؤول"],
  ["a possessive ending", "سفنها", "سفن"],
  ["the Egyptian spelling", "مسئول", "مسؤول"],
  ["an indefinite word beginning with WAW", "وزارة", "الوزارة"],
  ["a WAW word with a conjunction", "ووزارة", "وزارة"],
  ["a capital that begins with WAW", "بواشنطن", "واشنطن"],
  ["a place after a preposition", "بغزة", "غزة"],
  ["a place after a conjunction and a preposition", "ولمصر", "مصر"],
  ["a conjunction before a plain word", "وسفن", "سفن"],
])("%s: «%s» and «%s» agree", (_rule, a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

test.each(AN_LEXEMES)("the ان of «%s» is its own, with and without the article", (word) => {
  expect(stemOf(word)).toBe(foldWord(word));
  expect(stemOf(`ال${word}`)).toBe(stemOf(word));
  expect(stemOf(`${word}ية`)).toBe(stemOf(word));
});

test.each([
  ["a country and its adjective", "إيران", "الإيرانيين"],
  ["a dual", "وزيران", "وزير"],
])("%s: «%s» and «%s» agree whatever becomes of ان", (_rule, a, b) => {
  expect(stemOf(a)).toBe(stemOf(b));
});

test.each([
  ["a place and a look-alike", "مصر", "بصر"],
  ["a short word keeps two letters", "ولد", "لد"],
  ["a WAW of the root is not a conjunction", "وكالة", "كالة"],
])("%s: «%s» and «%s» differ", (_rule, a, b) => {
  expect(stemOf(a)).not.toBe(stemOf(b));
});

test("a word that is not Arabic is its own stem", () => {
  expect(stem("reuters")).toBe("reuters");
  expect(stem("2026")).toBe("2026");
});

test("a stem is never empty and never longer than the word", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ا-ي]{1,14}$/u), (word) => {
      const folded = foldWord(word.replaceAll("\u0640", ""));
      fc.pre(folded !== "");
      expect(stem(folded).length).toBeGreaterThan(0);
      expect(stem(folded).length).toBeLessThanOrEqual(folded.length);
    }),
  );
});
