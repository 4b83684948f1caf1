import type { Origin, SourcedArticle } from "../model/index.ts";
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

const SECOND_WORDS = new Map<string, Set<string>>();
for (const phrase of HOUSE_STYLES.flatMap(({ phrases }) => phrases)) {
  const [first = "", second = ""] = phrase.split(" ").map(foldWord);
  SECOND_WORDS.set(first, (SECOND_WORDS.get(first) ?? new Set()).add(second));
}
const NONE: ReadonlySet<string> = new Set();
const secondWords = factOf((folded): ReadonlySet<string> => SECOND_WORDS.get(folded) ?? NONE);

/** Whether two words side by side open a phrase of an agency's way of writing: a text without such two does not show it. */
export function mayOpenStyle(first: Word, second: Word): boolean {
  const seconds = secondWords(first);
  return seconds !== NONE && seconds.has(second.folded);
}

/** The agency whose way of writing a text shows, with the words that show it; null when none does. */
export function styleOrigin({ text }: Pick<SourcedArticle, "text">): Origin | null {
  for (const { agency, key, pattern } of STYLES) {
    const shown = pattern.exec(text);
    if (shown !== null) return { name: agency, key, inferred: true, evidence: shown[0] };
  }
  return null;
}
