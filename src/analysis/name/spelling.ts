import { foldWord, rememberByWord } from "../../text/index.ts";
import { ARABIC_NAMES, FOREIGN_NAMES } from "./tables/given-names.ts";
import { NICKNAMES } from "./tables/nicknames.ts";
import { SPELLING_RULES, type SpellingRule } from "./tables/spelling-rules.ts";

const ARABIC: ReadonlySet<string> = new Set(ARABIC_NAMES.map(foldWord));
const NICKNAME: ReadonlyMap<string, string> = new Map(
  NICKNAMES.flatMap(([name, ...others]) =>
    [name, ...others].map((form) => [foldWord(form), foldWord(name)]),
  ),
);
/** Letters that transliterations hardly use. */
const ARABIC_LETTERS = /[حعضظ]/u;
const ARTICLE = /^ال(?=...)/u;
const ONLY_ARABIC = /^[ء-يپچڤگژڨ]+$/u;
const AMERICA = /اميرك/gu;
const PLURAL = /(?<=^ال...+)(?:ون|ين)$/u;
const SHORT = 4;
/** At the start of a given name, Slavic and Germanic J is written with either letter: «يانيك», «جانيك». */
const FIRST_J = /^ي(?=[وا])/u;
/** Consonants a word has for its و to be left out: in a name of several words, and alone. */
const LONG = 3;
const LONG_ALONE = 5;
const VOWELS = /[اويه]/gu;
const FOREIGN: ReadonlySet<string> = new Set(FOREIGN_NAMES.map(foldWord));
/** Names of other languages whose first letters look like the article: «ألكسندر», «ألبرتو», «ألبيرتو», «إلينا». */
const LIKE_ARTICLE = /^ال(?:كس|يكس|بر|بيرت|فر|فون|يس|يز|ينا|ان|دو|تون|يوت|يف|ير)/u;

/** Whether spelling rules leave a word alone: an Arabic name, or a word only Arabic can have. */
export function isArabicWord(folded: string): boolean {
  return ARABIC.has(folded) || ARABIC_LETTERS.test(folded);
}

/**
 * The part of a name's key that one of its words makes. Arabic words keep their letters; words of other languages keep what the ways
 * of writing them in Arabic have in common. A short word alone keeps its vowels, for there is little else to tell it by.
 */
export function toWordKey(
  folded: string,
  position: { readonly alone: boolean; readonly first: boolean },
): string {
  if (position.alone) return keyAlone(folded);
  return position.first ? keyFirst(folded) : keyLater(folded);
}

/** Words of names come again in other names, and thirty rules are read for each. */
const keyAlone = rememberByWord((word) => readKey(word, { alone: true, first: false }));
const keyFirst = rememberByWord((word) => readKey(word, { alone: false, first: true }));
const keyLater = rememberByWord((word) => readKey(word, { alone: false, first: false }));

function readKey(
  folded: string,
  position: { readonly alone: boolean; readonly first: boolean },
): string {
  if (!ONLY_ARABIC.test(folded)) return folded;
  const word = folded.replace(AMERICA, "امريك");
  if (hasArticle(word)) return word.replace(PLURAL, "ين").replace("ذ", "د");
  const named = position.alone ? word : (NICKNAME.get(word) ?? word);
  if (isArabicWord(named)) return named;
  let key = position.first && !position.alone ? named.replace(FIRST_J, "ج") : named;
  for (const { pattern, replacement, where } of SPELLING_RULES) {
    if (applies(where, named, position.alone)) key = key.replace(pattern, replacement);
  }
  return key;
}

function applies(where: SpellingRule["where"], word: string, alone: boolean): boolean {
  if (where === "several-words") return !alone;
  if (where === "not-short") return !alone || word.length > SHORT;
  if (where === "long") return word.replace(VOWELS, "").length >= (alone ? LONG_ALONE : LONG);
  return true;
}

function hasArticle(word: string): boolean {
  return ARTICLE.test(word) && !FOREIGN.has(word) && !LIKE_ARTICLE.test(word);
}
