import { LATIN_LETTERS, type LatinLetters } from "./tables/latin-letters.ts";

/** An Arabic spelling of a Latin word, and how far it is from the likeliest one. */
export interface Spelling {
  readonly written: string;
  readonly cost: number;
}

/** What a letter costs that is not the likeliest; one more step down the list costs as much again. */
const STEP_COST = 0.5;
/** Of all spellings, which multiply with every letter, so many are gone on with. */
const MOST_SPELLINGS = 300;
const ACCENTS = /\p{M}/gu;
const DOUBLED = /(?<letter>[bcdfgklmnprstvz])\k<letter>/gu;

const fits = ({ latin, at }: LatinLetters, word: string, from: number): boolean =>
  word.startsWith(latin, from) &&
  (at === undefined || (at === "start" ? from === 0 : from + latin.length === word.length));

/** The Arabic spellings of a Latin word by the table of letters, likeliest first; empty when it has a letter that the table has not. */
export function spellLatin(word: string): readonly Spelling[] {
  const plain = word
    .normalize("NFD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .replace(DOUBLED, "$<letter>");
  // Spellings of the first so many letters, each reached by whole rows.
  const reached: Spelling[][] = Array.from({ length: plain.length + 1 }, () => []);
  reached[0] = [{ written: "", cost: 0 }];
  for (let from = 0; from < plain.length; from += 1) {
    const before = cheapest(reached[from] ?? []);
    const row = LATIN_LETTERS.find((each) => fits(each, plain, from));
    if (row === undefined) return [];
    const to = reached[from + row.latin.length];
    for (const { written, cost } of before)
      row.arabic.forEach((letters, step) => {
        to?.push({ written: written + letters, cost: cost + step * STEP_COST });
      });
  }
  return cheapest(reached.at(-1) ?? []);
}

/** Each spelling once, at its least cost. */
function cheapest(spellings: readonly Spelling[]): readonly Spelling[] {
  const costs = new Map<string, number>();
  for (const { written, cost } of spellings)
    costs.set(written, Math.min(cost, costs.get(written) ?? cost));
  return [...costs]
    .map(([written, cost]) => ({ written, cost }))
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_SPELLINGS);
}
