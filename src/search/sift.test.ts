import fc from "fast-check";
import { expect, test } from "vitest";
import { siftWords, toSieve } from "./sift.ts";
import { readWords } from "./words.ts";

/** What stands side by side in news: plain words, particles alone, initials, servant names, hanging hamzas, marks, numbers, Latin, signs. */
const PIECES = (
  "المرفأ مدينة الوزير والوزراء بغزة غزة للميناء شيء شئون شؤون رءوس مسئولون جزء ال لل وال ب ل ك بل كل قبل لك و أ ف " +
  "ب عبدالله وعبدالرحمن عبد سماء أُغلق مـرفأ الـ24 ال22 بـ ١٤ 1,049 13ألف 5ر0 ر fifa B2B کرة ﻣﺮﻓﺄ المتحدةفي لأن لا"
).split(" ");
const BETWEEN = [
  " ",
  "  ",
  "، ",
  ".",
  "\n",
  "«",
  "» ",
  "-",
  ",",
  "\u200F",
  "\u0640",
  "",
  "😀",
  "'",
];

const texts = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BETWEEN)), { maxLength: 14 })
  .map((parts) => parts.flat().join(""));

const words = (text: string) =>
  readWords(text).map(({ start, end, term }) => ({ start, end, term }));

test("sifting finds every word, and the term of each that is looked for", () => {
  fc.assert(
    fc.property(texts, fc.array(fc.nat(20), { maxLength: 3 }), (text, picks) => {
      const all = words(text);
      const terms = new Set(picks.flatMap((at) => all[at]?.term ?? []));
      const sifted = siftWords(text, toSieve(terms));
      expect(sifted.map(({ start, end }) => [start, end])).toEqual(
        all.map(({ start, end }) => [start, end]),
      );
      expect(sifted.map(({ term }) => (terms.has(term) ? term : ""))).toEqual(
        all.map(({ term }) => (terms.has(term) ? term : "")),
      );
    }),
    { numRuns: 3000 },
  );
});

test("no text at all is too odd to be sifted", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      expect(siftWords(text, toSieve([])).map(({ start }) => start)).toEqual(
        words(text).map(({ start }) => start),
      );
    }),
  );
});

test("a word that is not looked for is known by its place alone", () => {
  const terms = (wanted: readonly string[]) =>
    siftWords("أغلق المرفأ أمس", toSieve(wanted)).map(({ term }) => term);
  expect(terms(["ميناء"])).toEqual(["", "", ""]);
  expect(terms(["مرفا"])).toEqual(["", "مرفا", ""]);
});
