import { NEAR_LETTERS } from "./tables/near-letters.ts";

/** What a slip of the pen costs: the likelier, the cheaper. */
const DOUBLED_COST = 0.25;
const HAMZA_COST = 0.25;
const NEAR_COST = 0.5;
const OTHER_COST = 1;

const LETTERS: readonly string[] = [..."ابتثجحخدذرزسشصضطظعغفقكلمنهويء"];
/** Readers leave them out, or write them where they are heard. */
const LONG_VOWELS = "اويء";
const HAMZA = "ء";

/** Whether two folded letters are easily written for each other. */
export function isNear(a: string, b: string): boolean {
  return NEAR_LETTERS.some(({ letters }) => letters.includes(a) && letters.includes(b));
}

const G_LETTERS = /[غجقكگ]/gu;

/** Whether two words differ by their letters for G alone, which each country's press writes in its own way. */
export function writesGOtherwise(a: string, b: string): boolean {
  return a !== b && a.replace(G_LETTERS, "غ") === b.replace(G_LETTERS, "غ");
}

/** Letters easily written for this one. */
export function nearLetters(letter: string): readonly string[] {
  const near = NEAR_LETTERS.filter(({ letters }) => letters.includes(letter));
  return [...new Set(near.flatMap(({ letters }) => [...letters]))].filter(
    (each) => each !== letter,
  );
}

/**
 * Every word that one slip makes of a folded one, with the least it costs: a letter too many, too few or another, two neighbors
 * swapped.
 */
export function slipsOf(word: string): ReadonlyMap<string, number> {
  const slips = new Map<string, number>();
  const add = (slip: string, cost: number) => {
    if (slip !== word) slips.set(slip, Math.min(cost, slips.get(slip) ?? cost));
  };
  const letters = [...word];
  letters.forEach((letter, at) => {
    const [before, after] = [letters[at - 1], letters[at + 1]];
    add(put(letters, at, 1, ""), letter === before ? DOUBLED_COST : OTHER_COST);
    if (after !== undefined) add(letters.toSpliced(at, 2, after, letter).join(""), NEAR_COST);
    for (const other of LETTERS) add(put(letters, at, 1, other), substitutionCost(letter, other));
  });
  for (let at = 0; at <= letters.length; at += 1)
    for (const other of LETTERS)
      add(put(letters, at, 0, other), insertionCost(other, letters[at - 1]));
  return slips;
}

const put = (letters: readonly string[], at: number, cut: number, letter: string): string =>
  letters.toSpliced(at, cut, letter).join("");

function substitutionCost(a: string, b: string): number {
  if (!isNear(a, b)) return OTHER_COST;
  return a === HAMZA || b === HAMZA ? HAMZA_COST : NEAR_COST;
}

function insertionCost(letter: string, before: string | undefined): number {
  if (letter === before || LONG_VOWELS.includes(letter)) return NEAR_COST;
  return OTHER_COST;
}
