import { foldWord, isStopWord } from "../text/index.ts";
import { LIST, singleWordHits } from "./name/gazetteer.ts";
import { GENERIC_WORDS } from "./tables/generic-words.ts";

const ARTICLE = /^ال(?=..)/u;
/** A conjunction or preposition before the article, as in «والحكومة», «بالميناء», «للميناء». */
const CLITIC_ARTICLE = /^(?:[وفبك]ال|ولل|لل)(?=..)/u;
const CLITIC = /^(?:[وفبلكس]|[وف][بلس])(?=...)/u;
/** Present-tense verbs begin so; «تطوير» and «تجربه» are nouns all the same. */
const PRESENT = /^(?:ي|سي|ست|ن)...*$|^ت..?[^يا].?$/u;
const VERBAL_NOUN = /^ت..ي.$|^ت...?ه$|^ت.ا..$/u;
const PAST_PLURAL = /(?:وا|تا|تم)$/u;
const WITH_PRONOUN = /(?:ها|هم|هما|نا|كم)$/u;
const NOT_NOUN = (1 << LIST.speech) | (1 << LIST.title);
const SHORTEST = 3;
const GENERIC: ReadonlySet<string> = new Set(GENERIC_WORDS.map(foldWord));
/** «الليبي», «الائتمانية»: an adjective, which tags nothing alone. */
const ADJECTIVE = /(?:ي|يه|يين|يون)$/u;

/** What a word may be in a noun phrase; null for a verb, a particle, or a word with something joined to it. */
export type PhraseWord = "definite" | "indefinite" | null;

/** Reads a folded word for noun phrases; when in doubt it is none, for a phrase too few is better than a fragment. */
export function toPhraseWord(folded: string, isWritten: (word: string) => boolean): PhraseWord {
  if (folded.length < SHORTEST || isStopWord(folded)) return null;
  if (singleWordHits(folded) & NOT_NOUN) return null;
  if (ARTICLE.test(folded)) return isStopWord(folded.slice(2)) ? null : "definite";
  if (CLITIC_ARTICLE.test(folded) || WITH_PRONOUN.test(folded)) return null;
  if (PAST_PLURAL.test(folded)) return null;
  if (PRESENT.test(folded) && !VERBAL_NOUN.test(folded)) return null;
  if (CLITIC.test(folded) && isWritten(folded.slice(1))) return null;
  return "indefinite";
}

/** Whether words of these kinds in this order read as one noun phrase: «إطلاق النار», «الجيش الوطني», «عاصفة رملية». */
export function isPhrase(words: readonly string[], kinds: readonly PhraseWord[]): boolean {
  if (kinds.some((kind) => kind === null)) return false;
  const first = kinds.indexOf("definite");
  if (words.length === 1) return first === 0 && isTag(words[0] ?? "");
  if (first === -1) return words.length === 2 && words.every((word) => word.endsWith("ه"));
  // Once definite, a phrase stays so: «مجلس الأمن الدولي».
  return first <= 2 && kinds.slice(first).every((kind) => kind === "definite");
}

function isTag(word: string): boolean {
  return !GENERIC.has(word) && !ADJECTIVE.test(word);
}
