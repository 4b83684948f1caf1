import { factOf, isStopWord, type Met, numberOfMet, stem } from "../text/index.ts";
import { toSlot } from "./bag.ts";
import { hashWord } from "./hash.ts";

const SHORTEST_TERM = 2;
/** The alphabet's weak letters, written or left out as each outlet likes: «أمريكي» and «أميركي», «ترامب» and «ترمب». */
const WEAK_LETTERS = /[اويءه]/gu;
/** Letters that foreign names are written with by turns: «غولبار», «جولبار», «قولبار»; «تلغرام», «تلقرام». */
const G_LETTERS = /[غق]/gu;
const G = "ج";
const SHORTEST_SKELETON = 3;
const DIGITS = /^\d+$/u;

/** What copies are told by: a hash of a word's folded form, as a signed number of 32 bits. */
export const toHash: (met: Met) => number = numberOfMet(({ folded }) => hashWord(folded) | 0);

/** What stories are told by: the slot of what a word means; -1 for words that tell no report from another. */
export const toTermSlot: (met: Met) => number = numberOfMet(
  // Kept at the word too: several forms are one word, and what it means takes long to say.
  factOf((folded) =>
    folded.length < SHORTEST_TERM || isStopWord(folded) ? -1 : toSlot(meaningOf(folded)),
  ),
);

function meaningOf(folded: string): string {
  return DIGITS.test(folded) ? folded : skeleton(stem(folded));
}

/** A stem without its weak letters and with one G, when enough is left to tell it from others. */
function skeleton(stemmed: string): string {
  const strong = stemmed.replace(WEAK_LETTERS, "").replace(G_LETTERS, G);
  return strong.length >= SHORTEST_SKELETON ? strong : stemmed;
}
