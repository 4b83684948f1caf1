import { foldWord } from "./fold.ts";
import { STOP_WORDS } from "./tables/stop-words.ts";

const FOLDED_STOP_WORDS: ReadonlySet<string> = new Set(STOP_WORDS.map(foldWord));

/** Whether a folded word says nothing about what a text is about: particles, pronouns, reporting verbs. */
export function isStopWord(folded: string): boolean {
  return FOLDED_STOP_WORDS.has(folded);
}
