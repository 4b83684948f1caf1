import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWord } from "../text/index.ts";
import { spellLatin } from "./spell-latin.ts";
import { LATIN_LETTERS } from "./tables/latin-letters.ts";

const spellings = (word: string) => spellLatin(word).map(({ written }) => written);

test.each(LATIN_LETTERS.map((row) => [row.latin, ...row.example] as const))(
  "%s: %s may be %s",
  (latin, word, arabic) => {
    expect(word).toContain(latin);
    expect(spellings(word)).toContain(arabic);
  },
);

test("rows of one place stand before the rows that they begin with", () => {
  LATIN_LETTERS.forEach((row, at) => {
    const hidden = LATIN_LETTERS.slice(0, at).find(
      (before) => row.latin.startsWith(before.latin) && before.at === undefined,
    );
    expect(hidden).toBeUndefined();
  });
});

test("the letters of the table are folded as the index folds them", () => {
  for (const { arabic } of LATIN_LETTERS)
    for (const letters of arabic) expect(foldWord(letters)).toBe(letters);
});

test("accents and doubled letters change nothing", () => {
  expect(spellings("gömmez")).toEqual(spellings("gomez"));
});

test("no word is spelled in more ways than can be looked up, the likeliest first", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,20}$/u), (word) => {
      const costs = spellLatin(word).map(({ cost }) => cost);
      expect(costs.length).toBeLessThanOrEqual(300);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});

test("a letter that no row has spells nothing", () => {
  expect(spellings("ћirilica")).toEqual([]);
});
