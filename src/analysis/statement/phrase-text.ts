import { tidy, withArticle } from "./figure.ts";
import { NISBA } from "./name-signs.ts";
import type { NounPhrase } from "./phrase.ts";
import { bareWords, type Prose, type Run, wordAt } from "./prose.ts";
import { bare, isDefinite } from "./word-kinds.ts";

const BRACKETED = /\(([^()]{2,30})\)/u;

/** A run's folded words without articles, its first word without what is glued to it. */
export function wordsOf(prose: Prose, run: Run, phrase: NounPhrase): string[] {
  const words = bareWords(prose, run);
  if (run.from === phrase.from) words[0] = bare(phrase.head);
  return words;
}

/** A run of a phrase as it is shown. */
export function textOf({ text, tokens }: Prose, run: Run, phrase: NounPhrase): string {
  const isFirst = run.from === phrase.from;
  const from = (tokens[run.from]?.start ?? 0) + (isFirst ? phrase.clitic : 0);
  const written = text.slice(from, tokens[run.to - 1]?.end ?? from);
  return tidy(isFirst ? withArticle(written, phrase) : written);
}

/** An outlet's short name: what its brackets or quotation marks hold, else its words without «صحيفة». */
export function mediumName(prose: Prose, phrase: NounPhrase): string {
  const bracketed = BRACKETED.exec(phrase.surface)?.[1];
  if (bracketed !== undefined) return tidy(bracketed);
  if (phrase.kind === "name") return tidy(withArticle(phrase.surface, phrase));
  if (phrase.name !== null) return textOf(prose, phrase.name, phrase);
  const next = bare(wordAt(prose, phrase.from + 1));
  const isBare =
    phrase.to === phrase.from + 1 ||
    next === "انباء" ||
    next === "اخبار" ||
    // «الصحيفة الإسرائيلية»: says whose it is, not what it is called.
    (isDefinite(phrase.head) && NISBA.test(next));
  return isBare
    ? tidy(withArticle(phrase.surface, phrase))
    : textOf(prose, { from: phrase.from + 1, to: phrase.to }, phrase);
}
