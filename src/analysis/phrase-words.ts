import { factOf, foldWord, isStopWord, type Word } from "../text/index.ts";
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

/** Reads a word for noun phrases; when in doubt it is none, for a phrase too few is better than a fragment. */
export function toPhraseWord(word: Word, isWritten: (word: string) => boolean): PhraseWord {
  const kind = phraseWord(word);
  if (kind !== "joined") return kind;
  return isWritten(word.folded.slice(1)) ? null : "indefinite";
}

/** "joined": with something joined to it, where the text has the rest as a word, and else indefinite. */
const phraseWord = factOf((folded): PhraseWord | "joined" => {
  if (folded.length < SHORTEST || isStopWord(folded)) return null;
  if (singleWordHits(folded) & NOT_NOUN) return null;
  if (ARTICLE.test(folded)) return isStopWord(folded.slice(2)) ? null : "definite";
  if (CLITIC_ARTICLE.test(folded) || WITH_PRONOUN.test(folded)) return null;
  if (PAST_PLURAL.test(folded)) return null;
  if (PRESENT.test(folded) && !VERBAL_NOUN.test(folded)) return null;
  return CLITIC.test(folded) ? "joined" : "indefinite";
}, null);

/**
 * Whether words of these kinds, none of them null, read as one noun phrase from a place up to another: «إطلاق النار», «الجيش الوطني»,
 * «عاصفة رملية».
 */
export function isPhrase(
  words: readonly Word[],
  kinds: readonly PhraseWord[],
  from: number,
  to: number,
): boolean {
  let first = from;
  while (first < to && kinds[first] !== "definite") first += 1;
  if (to - from === 1) return first === from && isTag(words[from] as Word);
  if (first === to)
    return to - from === 2 && endsInTeh(words[from] as Word) && endsInTeh(words[from + 1] as Word);
  // Once definite, a phrase stays so: «مجلس الأمن الدولي».
  for (let at = first; at < to; at += 1) if (kinds[at] !== "definite") return false;
  return true;
}

function endsInTeh({ folded }: Word): boolean {
  return folded.endsWith("ه");
}

const isTag = factOf((folded) => !GENERIC.has(folded) && !ADJECTIVE.test(folded));
