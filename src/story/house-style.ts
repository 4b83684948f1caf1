import type { Origin, SourcedArticle } from "../model/index.ts";
import { foldWord, type Word } from "../text/index.ts";
import { hashWord } from "./hash.ts";
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

/** A phrase's first word is asked for at every word of every text, so by hash: first by its last bits. */
const LAST_BITS = 2 ** 10 - 1;
const FIRST_HASHES: ReadonlySet<number> = new Set(
  [...SECOND_WORDS.keys()].map((word) => hashWord(word) | 0),
);
const MAY_BE_FIRST: Uint8Array = new Uint8Array(LAST_BITS + 1);
for (const hash of FIRST_HASHES) MAY_BE_FIRST[hash & LAST_BITS] = 1;

/** Whether a word, given by its hash, may open a phrase of an agency's way of writing. */
export function isOpener(hash: number): boolean {
  return MAY_BE_FIRST[hash & LAST_BITS] === 1 && FIRST_HASHES.has(hash);
}

/** Whether two words side by side open a phrase of an agency's way of writing: a text without such two does not show it. */
export function mayOpenStyle(first: Word, second: Word): boolean {
  return SECOND_WORDS.get(first.folded)?.has(second.folded) ?? false;
}

/** The agency whose way of writing a text shows, with the words that show it; null when none does. */
export function styleOrigin({ text }: Pick<SourcedArticle, "text">): Origin | null {
  for (const { agency, key, pattern } of STYLES) {
    const shown = pattern.exec(text);
    if (shown !== null) return { name: agency, key, inferred: true, evidence: shown[0] };
  }
  return null;
}
