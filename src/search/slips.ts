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

/** Pairs of letters: a word has hundreds of slips, and each asks. */
const NEAR: ReadonlySet<string> = new Set(
  NEAR_LETTERS.flatMap(({ letters }) =>
    [...letters].flatMap((a) => [...letters].map((b) => a + b)),
  ),
);

/** Whether two folded letters are easily written for each other. */
export function isNear(a: string, b: string): boolean {
  return NEAR.has(a + b);
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
  const heads = letters.map((_, at) => letters.slice(0, at).join(""));
  const tails = letters.map((_, at) => letters.slice(at + 1).join(""));
  letters.forEach((letter, at) => {
    const [head, tail] = [heads[at] as string, tails[at] as string];
    const [before, after] = [letters[at - 1], letters[at + 1]];
    add(head + tail, letter === before ? DOUBLED_COST : OTHER_COST);
    if (after !== undefined) add(head + after + letter + (tails[at + 1] as string), NEAR_COST);
    for (const other of LETTERS) add(head + other + tail, substitutionCost(letter, other));
  });
  for (let at = 0; at <= letters.length; at += 1) {
    const [head, tail] = at === 0 ? ["", word] : [heads[at] ?? word, tails[at - 1] as string];
    for (const other of LETTERS) add(head + other + tail, insertionCost(other, letters[at - 1]));
  }
  return slips;
}

function substitutionCost(a: string, b: string): number {
  if (!isNear(a, b)) return OTHER_COST;
  return a === HAMZA || b === HAMZA ? HAMZA_COST : NEAR_COST;
}

function insertionCost(letter: string, before: string | undefined): number {
  if (letter === before || LONG_VOWELS.includes(letter)) return NEAR_COST;
  return OTHER_COST;
}
