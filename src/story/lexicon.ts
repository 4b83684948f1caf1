import { factOf, isStopWord, stem, type Word } from "../text/index.ts";
import { toSlot } from "./bag.ts";
import { hashWord } from "./hash.ts";

/** A word as grouping sees it: for copies a hash of its folded form, for stories the slot of what it means. */
export interface Term {
  readonly hash: number;
  /** -1 for words that tell no report from another. */
  readonly slot: number;
}

const SHORTEST_TERM = 2;
/** The alphabet's weak letters, written or left out as each outlet likes: «أمريكي» and «أميركي», «ترامب» and «ترمب». */
const WEAK_LETTERS = /[اويءه]/gu;
/** Letters that foreign names are written with by turns: «غولبار», «جولبار», «قولبار»; «تلغرام», «تلقرام». */
const G_LETTERS = /[غق]/gu;
const G = "ج";
const SHORTEST_SKELETON = 3;
const DIGITS = /^\d+$/u;

/** A word as a term. */
export const toTerm: (word: Word) => Term = factOf((folded) => ({
  hash: hashWord(folded),
  slot: folded.length < SHORTEST_TERM || isStopWord(folded) ? -1 : toSlot(meaningOf(folded)),
}));

function meaningOf(folded: string): string {
  return DIGITS.test(folded) ? folded : skeleton(stem(folded));
}

/** A stem without its weak letters and with one G, when enough is left to tell it from others. */
function skeleton(stemmed: string): string {
  const strong = stemmed.replace(WEAK_LETTERS, "").replace(G_LETTERS, G);
  return strong.length >= SHORTEST_SKELETON ? strong : stemmed;
}
