import { stem } from "./stem.ts";

/**
 * What is left of a stem when the letters that inflection and word pattern add are off: prefixes of person and tense, attached
 * prepositions, endings, long vowels. «يغلق», «إغلاق» and «أغلقت» share it, «وزراء» and «وزير» too; so do words that have nothing
 * to do with each other. It ranks what other words have found, and never decides what matches.
 */
const PREFIXES = [
  "است",
  "يست",
  "تست",
  "سي",
  "ست",
  "لي",
  "لت",
  "ب",
  "ل",
  "ف",
  "ك",
  "ي",
  "ت",
  "ا",
  "م",
] as const;
const ENDINGS = ["ت", "وا", "ا", "نا", "هم"] as const;
const SHORTEST = 3;
const ONLY_ARABIC = /^[ء-ي]+$/u;
const LONG_VOWELS = /[اويء]/gu;

/** The rough stem of a folded word; a word that is not Arabic is its own. Equal stems have equal skeletons. */
export function skeleton(folded: string): string {
  const stemmed = stem(folded);
  if (!ONLY_ARABIC.test(stemmed)) return stemmed;
  const bare = withoutEnding(withoutPrefix(stemmed));
  const consonants = bare.charAt(0) + bare.slice(1).replace(LONG_VOWELS, "");
  return consonants.length >= SHORTEST ? consonants : bare;
}

function withoutPrefix(word: string): string {
  const prefix = PREFIXES.find(
    (each) => word.startsWith(each) && word.length - each.length >= SHORTEST,
  );
  return prefix === undefined ? word : word.slice(prefix.length);
}

function withoutEnding(word: string): string {
  const ending = ENDINGS.find(
    (each) => word.endsWith(each) && word.length - each.length >= SHORTEST,
  );
  return ending === undefined ? word : word.slice(0, -ending.length);
}
