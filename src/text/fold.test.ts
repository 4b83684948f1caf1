import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, foldWord } from "./fold.ts";
import { FOLDED_LETTERS } from "./tables/letters.ts";

test.each(FOLDED_LETTERS)("$name is matched as $matched", ({ written, matched }) => {
  expect(foldWord(`ب${written}ت`)).toBe(`ب${matched}ت`);
  expect(fold(`ب${written}ت`).text).toBe(`ب${matched}ت`);
});

test.each([
  ["hamza above alef", "أحمد", "احمد"],
  ["hamza below alef", "إلى", "الي"],
  ["madda", "آسيا", "اسيا"],
  ["hamza written as a combining mark", "ا\u0654حمد", "احمد"],
  ["harakat", "مُحَمَّد", "محمد"],
  ["tanwin", "كتاباً", "كتابا"],
  ["tatweel", "كتـــاب", "كتاب"],
  ["alef maksura", "مصرى", "مصري"],
  ["teh marbuta", "الإذاعة", "الاذاعه"],
  ["Persian yeh and keheh", "فایسبوک", "فايسبوك"],
  ["gaf stays a letter of its own", "گوگل", "گوگل"],
  ["presentation forms", "\uFEE3\uFEBC\uFEAE", "مصر"],
  ["lam-alef ligature", "ا\uFEFBخيره", "الاخيره"],
  ["Egyptian spelling of waw with hamza", "مسئول", "مسوول"],
  ["the other spelling of the same word", "مسؤول", "مسوول"],
  ["hamza on YEH before WAW, vowelled", "مسئُول", "مسوول"],
  ["hamza on YEH before WAW, stretched", "مسئـول", "مسوول"],
  ["a hamza on the line before WAW", "رءوس", "رووس"],
  ["the usual spelling of the same", "رؤوس", "رووس"],
  ["a last hamza after YEH", "شيء", "شي"],
  ["the same on its seat", "شئ", "شي"],
  ["the same on ALEF MAKSURA", "لاجىء", "لاجي"],
  ["a hamza after YEH inside a word", "بيءة", "بيءه"],
  ["the ligature of the name of God", "\uFDF2", "الله"],
  ["a soft hyphen", "كلم\u00ADة", "كلمه"],
  ["Arabic-Indic digits", "٢٠٢٦", "2026"],
  ["Persian digits", "۱۲", "12"],
  ["bidi marks", "\u200Fعدن\u200E", "عدن"],
  ["Latin case and accents", "Café", "cafe"],
])("folds %s", (_rule, written, matched) => {
  expect(foldWord(written)).toBe(matched);
  expect(fold(written).text).toBe(matched);
});

/** Letters whose folding hangs on their neighbours, with the marks and controls that may stand between. */
const HARD: readonly string[] = [..."ءآأؤإئاةوىيیهبـ5 ", "\u0654", "\u0655", "\u064F", "\u200F"];

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...HARD) }), (text) => {
      const once = foldWord(text);
      expect(foldWord(once)).toBe(once);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const once = fold(text).text;
      expect(fold(once).text).toBe(once);
    }),
  );
});

test("every unit of the folded text points into the original, in order", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { text: folded, offsets } = fold(text);
      expect(offsets.length).toBe(folded.length + 1);
      expect(offsets.at(-1)).toBe(text.length);
      expect([...offsets]).toEqual([...offsets].sort((a, b) => a - b));
    }),
  );
});

test("a word is folded alike by itself and in running text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...HARD) }), (word) => {
      expect(fold(word).text).toBe(foldWord(word));
    }),
  );
});

test("harakat and tatweel between letters never change the folded word", () => {
  const letters = fc.array(fc.constantFrom(..."بتثجحخدرزسشصضطعغفقكلمن"), {
    minLength: 1,
    maxLength: 12,
  });
  const marks = fc.array(
    fc.constantFrom("\u064B", "\u064E", "\u064F", "\u0650", "\u0651", "\u0652", "\u0640"),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(letters, fc.array(marks, { minLength: 12, maxLength: 12 }), (word, between) => {
      const written = word.map((letter, at) => letter + (between[at] ?? []).join("")).join("");
      expect(foldWord(written)).toBe(foldWord(word.join("")));
      expect(fold(written).text).toBe(foldWord(word.join("")));
    }),
  );
});

test("a text is folded letter by letter as it is cluster by cluster", () => {
  const text = fc.string({ unit: fc.constantFrom(..."ab Éİçж«»“”،؟٣أإآةىيوكلـچگ\u200F") });
  fc.assert(
    fc.property(text, (written) => {
      const single = fold(written);
      // A mark at the end takes the way over clusters.
      const clusters = fold(`${written} \u064B`);
      expect(`${single.text} `).toBe(clusters.text);
      expect(single.offsets).toEqual(clusters.offsets.slice(0, single.offsets.length));
    }),
  );
});
