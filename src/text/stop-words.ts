import { foldWord } from "./fold.ts";
import { FUNCTION_WORDS, NEWS_WORDS } from "./tables/stop-words.ts";

const FOLDED_FUNCTION_WORDS: ReadonlySet<string> = new Set(FUNCTION_WORDS.map(foldWord));
const FOLDED_NEWS_WORDS: ReadonlySet<string> = new Set(NEWS_WORDS.map(foldWord));

/** Whether a folded word is a particle, pronoun or auxiliary: it carries grammar and no subject. */
export function isFunctionWord(folded: string): boolean {
  return FOLDED_FUNCTION_WORDS.has(folded);
}

/** Whether a folded word does not tell one news report from another: a function word, or one that every report has. */
export function isStopWord(folded: string): boolean {
  return FOLDED_FUNCTION_WORDS.has(folded) || FOLDED_NEWS_WORDS.has(folded);
}
