import type { AnalyzedArticle, Origin } from "../model/index.ts";
import { factOf, foldWord, type Word } from "../text/index.ts";
import { toOutletKey } from "./origin.ts";
import { HOUSE_STYLES } from "./tables/house-styles.ts";

const ALEF = /[أإآا]/gu;
const ANY_ALEF = "[أإآا]";

/** A phrase as a pattern: whatever hamza its alefs are written with, and any number of spaces. */
const toPattern = (phrase: string): string =>
  phrase.replace(ALEF, ANY_ALEF).replaceAll(" ", "[ \\u00A0]+");

const STYLES = HOUSE_STYLES.map(({ agency, phrases }) => ({
  agency,
  key: toOutletKey(agency),
  pattern: new RegExp(`(?<!\\p{L})(?:${phrases.map(toPattern).join("|")})(?!\\p{L})`, "u"),
}));

const FIRST_WORDS: ReadonlySet<string> = new Set(
  HOUSE_STYLES.flatMap(({ phrases }) =>
    phrases.map((phrase) => foldWord(phrase.split(" ")[0] ?? "")),
  ),
);
const opensPhrase = factOf((folded) => FIRST_WORDS.has(folded));

/** Whether a text of these words may show an agency's way of writing: without the first word of a phrase it cannot. */
export function mayShowStyle(words: readonly Word[]): boolean {
  return words.some(opensPhrase);
}

/** The agency whose way of writing a text shows, with the words that show it; null when none does. */
export function styleOrigin({ text }: Pick<AnalyzedArticle, "text">): Origin | null {
  for (const { agency, key, pattern } of STYLES) {
    const shown = pattern.exec(text);
    if (shown !== null) return { name: agency, key, inferred: true, evidence: shown[0] };
  }
  return null;
}
