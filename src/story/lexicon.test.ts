import { expect, test } from "vitest";
import { tokenize, wordsOf } from "../text/index.ts";
import { toHash, toTermSlot } from "./lexicon.ts";

const wordOf = (word: string) => {
  const [only] = wordsOf(tokenize(word));
  if (only === undefined) throw new Error(`no token in ${word}`);
  return only;
};

test.each([
  ["a vowel written or not", "أمريكي", "أميركي"],
  ["a name with and without its alef", "ترامب", "ترمب"],
  ["ghain and jeem for G", "غولبار", "جولبار"],
  ["qaf and jeem for G", "هولقارد", "هولجارد"],
  ["with and without the article", "الزلزال", "زلزال"],
])("%s is one term: %s, %s", (_, one, other) => {
  expect(toTermSlot(wordOf(one))).toBe(toTermSlot(wordOf(other)));
});

test.each([
  ["short words keep their vowels", "نار", "نور"],
  ["other consonants", "مرفأ", "مخزن"],
  ["numbers", "12", "13"],
])("%s make another term: %s, %s", (_, one, other) => {
  expect(toTermSlot(wordOf(one))).not.toBe(toTermSlot(wordOf(other)));
});

test("copies are told by words as folded, not by what they mean", () => {
  expect(toHash(wordOf("أمريكي"))).not.toBe(toHash(wordOf("أميركي")));
});

test("a word that every report has tells nothing", () => {
  expect(toTermSlot(wordOf("في"))).toBe(-1);
});
