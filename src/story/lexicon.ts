import { isStopWord, stem, type Token } from "../text/index.ts";
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
/** Words and names of a newsroom's week; beyond them the memory starts anew, which changes nothing but speed. */
const MOST_KNOWN = 400_000;

const known = new Map<string, Term>();

/** A token as a term. One word is always the same term; the work is done once a word. */
export function toTerm({ folded, kind }: Token): Term {
  const term = known.get(folded);
  if (term !== undefined) return term;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = {
    hash: hashWord(folded),
    slot:
      folded.length < SHORTEST_TERM || isStopWord(folded)
        ? -1
        : toSlot(kind === "number" ? folded : skeleton(stem(folded))),
  };
  known.set(folded, made);
  return made;
}

/** A stem without its weak letters and with one G, when enough is left to tell it from others. */
function skeleton(stemmed: string): string {
  const strong = stemmed.replace(WEAK_LETTERS, "").replace(G_LETTERS, G);
  return strong.length >= SHORTEST_SKELETON ? strong : stemmed;
}
