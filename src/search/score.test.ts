import { expect, test } from "vitest";
import { wordOf } from "../text/index.ts";
import { scoreSketches, type Wanted } from "./score.ts";
import { readSketch, toSketch } from "./sketch.ts";
import { foldedWords } from "./words.ts";

const sketchOf = (title: string, body: string) =>
  readSketch(toSketch(foldedWords(title).map(wordOf), foldedWords(body).map(wordOf)));
const wanted = (word: string, articles = 1): Wanted => ({ forms: foldedWords(word), articles });
const score = (texts: readonly (readonly [string, string])[], words: readonly Wanted[]) =>
  scoreSketches(
    texts.map(([title, body]) => sketchOf(title, body)),
    { words, runs: [], articles: 100 },
  );

const rises = (scores: readonly number[]) => {
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(new Set(scores).size).toBe(scores.length);
};

test("the written form counts more than the stem, the stem more than the skeleton, anything more than nothing", () => {
  rises(
    score(
      [
        ["", "مطر غزير"],
        ["", "يغلق طريق"],
        ["", "إغلاقها طريق"],
        ["", "إغلاق طريق"],
      ],
      [wanted("إغلاق")],
    ),
  );
});

test("the very name counts more than another name of the same, and that more than nothing", () => {
  const texts = [
    ["", "مطر غزير"],
    ["", "سهلاج غارقة"],
    ["", "سهلاغ غارقة"],
  ] as const;
  rises(score(texts, [{ ...wanted("سهلاغ"), names: foldedWords("سهلاج") }]));
});

test("a word counts more in the title than in the lead, and there more than at the end", () => {
  const filler = Array.from({ length: 60 }, (_, at) => `حشو${at}`).join(" ");
  rises(
    score(
      [
        ["", `${filler} مرفأ`],
        ["", `إغلاق طريق مرفأ ${filler}`],
        ["مرفأ", filler],
      ],
      [wanted("مرفأ")],
    ),
  );
});

test("a rare word counts more than a common one", () => {
  rises(
    score(
      [
        ["", "رئيس طريق"],
        ["", "مرفأ طريق"],
      ],
      [wanted("رئيس", 60), wanted("مرفأ", 2)],
    ),
  );
});

test("a quoted run counts where its words stand side by side", () => {
  const run = [wanted("اتفاق"), wanted("المياه")];
  const scores = scoreSketches(
    [sketchOf("", "المياه بعد اتفاق طريق"), sketchOf("", "بعد اتفاق المياه طريق")],
    { words: run, runs: [run], articles: 100 },
  );
  rises(scores);
});

test("forms of one word are one word: none counts twice", () => {
  const [one, two] = [
    score([["", "مرفأ طريق"]], [{ forms: ["مرفا"], articles: 1 }]),
    score([["", "مرفأ طريق"]], [{ forms: ["مرفا", "المرفا"], articles: 1 }]),
  ];
  expect(one).toEqual(two);
});

test("nothing to rank is ranked", () => {
  expect(scoreSketches([], { words: [], runs: [], articles: 0 })).toEqual([]);
  expect(score([["", ""]], [wanted("مرفأ")])).toEqual([0]);
});
