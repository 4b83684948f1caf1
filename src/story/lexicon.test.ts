import { expect, test } from "vitest";
import { tokenize, wordsOf } from "../text/index.ts";
import { toTerm } from "./lexicon.ts";

const termOf = (word: string) => {
  const [only] = wordsOf(tokenize(word));
  if (only === undefined) throw new Error(`no token in ${word}`);
  return toTerm(only);
};

test.each([
  ["a vowel written or not", "أمريكي", "أميركي"],
  ["a name with and without its alef", "ترامب", "ترمب"],
  ["ghain and jeem for G", "غولبار", "جولبار"],
  ["qaf and jeem for G", "هولقارد", "هولجارد"],
  ["with and without the article", "الزلزال", "زلزال"],
])("%s is one term: %s, %s", (_, one, other) => {
  expect(termOf(one).slot).toBe(termOf(other).slot);
});

test.each([
  ["short words keep their vowels", "نار", "نور"],
  ["other consonants", "مرفأ", "مخزن"],
  ["numbers", "12", "13"],
])("%s make another term: %s, %s", (_, one, other) => {
  expect(termOf(one).slot).not.toBe(termOf(other).slot);
});

test("copies are told by words as folded, not by what they mean", () => {
  expect(termOf("أمريكي").hash).not.toBe(termOf("أميركي").hash);
});

test("a word that every report has tells nothing", () => {
  expect(termOf("في").slot).toBe(-1);
});
