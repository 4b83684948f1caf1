import { expect, test } from "vitest";
import { foldWord } from "./fold.ts";
import { metWord, numberOfMet, wordOf } from "./known-words.ts";
import { wordsOf } from "./token-words.ts";
import { eachWord, tokenize } from "./tokens.ts";

const LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

/** As many different words as the memory holds, and more. */
function manyWords(count: number): string[] {
  const size = LETTERS.length;
  return Array.from({ length: count }, (_, n) =>
    [n, n / size, n / size ** 2, n / size ** 3]
      .map((place) => LETTERS.charAt(Math.floor(place) % size))
      .join(""),
  );
}

test("forms that are written apart and folded alike are one word", () => {
  const [first, second, third] = wordsOf(tokenize("أحمد احمد أَحْمَد"));
  expect(first).toBe(second);
  expect(first).toBe(third);
  expect(wordOf("احمد")).toBe(first);
});

test("more words than are remembered are still read as they are written", () => {
  const written = manyWords(150_000);
  const read = tokenize(written.join(" ")).map(({ folded }) => folded);
  expect(read).toEqual(written);
  expect(tokenize(written.slice(0, 9).join(" ")).map(({ folded }) => folded)).toEqual(
    written.slice(0, 9),
  );
});

test("a word that keeps coming is not forgotten while others come and go", () => {
  const kept = wordOf("جسر");
  const others = manyWords(150_000).filter((word) => wordOf(word) && wordOf("جسر") !== kept);
  expect(others).toEqual([]);
});

test.each([
  ["fifteen letters", "أفاستسقيناكموها"],
  ["sixteen letters", "وأفاستسقيناكموها"],
  ["thirty letters", "أفاستسقيناكموهاأفاستسقيناكموها"],
  ["seventeen digits", "12345678901234567"],
  ["Latin and digits", "Covid19"],
])("a word of %s is found whole", (_, written) => {
  const [token] = tokenize(`قال ${written} `).slice(1);
  expect(token).toMatchObject({ start: 4, end: 4 + written.length, folded: foldWord(written) });
});

test("a word that is not folded is not taken for the one it is a form of", () => {
  tokenize("أحمد");
  expect(wordOf("أحمد").folded).toBe("أحمد");
  expect(wordOf("").folded).toBe("");
});

test("a number is kept for each word as it is met, also for long ones and for words that were forgotten in between", () => {
  const lengthOf = numberOfMet(({ folded }) => folded.length);
  const written = [
    ...manyWords(40_000),
    "أفاستسقيناكموهاأفاستسقيناكموها",
    "Covid19",
    ...manyWords(90_000),
  ];
  const lengths: number[] = [];
  const folded: string[] = [];
  eachWord(written.join(" "), (met) => {
    lengths.push(lengthOf(met), lengthOf(met));
    folded.push(metWord(met).folded);
  });
  expect(folded).toEqual(written.map(foldWord));
  expect(lengths).toEqual(folded.flatMap((word) => [word.length, word.length]));
});

test("an answer during which the tables turn over is kept at no other word", () => {
  const others = manyWords(140_000);
  const upsetting = new Set(["جسر", "نهر", "بحر", "قمر", "شجر", "حجر"]);
  const lengthOf = numberOfMet(({ folded }) => {
    if (upsetting.has(folded)) for (const word of others) wordOf(word);
    return folded.length;
  });
  const wrong: string[] = [];
  eachWord([...upsetting, ...others.slice(-60_000)].join(" "), (met) => {
    const { folded } = metWord(met);
    if (lengthOf(met) !== folded.length) wrong.push(folded);
  });
  expect(wrong).toEqual([]);
});
