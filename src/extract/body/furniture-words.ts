import { foldWord } from "../../text/index.ts";
import type { Codes } from "../html/codes.ts";
import { FURNITURE_WORDS } from "./tables/furniture-words.ts";

/** How many themes of furniture there are. */
export const THEMES: number = FURNITURE_WORDS.length;

const THEME_OF_WORD: ReadonlyMap<string, number> = new Map(
  FURNITURE_WORDS.flatMap(([, words], theme) =>
    words.flatMap((word) => [[word, theme] as const, [foldWord(word), theme] as const]),
  ),
);
const LETTER = /[\p{L}\p{M}©]/u;
const WORD = /[\p{L}\p{M}©]+/gu;
const LOOKED_AT = 240;
const FIRST_ARABIC = 0x600;
const AFTER_ARABIC = 0x700;

/** Codes the table below knows; beyond it stand scripts that the themes have no words of. */
const KNOWN_CODES = 0x2100;
/** A letter that matching does not see as one letter whatever stands beside it: its word is folded whole. */
const FOLDS_IN_WORD = 1;
/** HAMZA and what carries it fold by their neighbors; the sigmas and the dotted I have lower cases of their own. */
const HANGING: ReadonlySet<string> = new Set([..."ءؤئΣİ"]);
const MARK = /\p{M}/u;

/** For each code: 0 for what is no letter, else the letter as matching sees it, or `FOLDS_IN_WORD`. */
const SEEN_CODES: Uint16Array = Uint16Array.from({ length: KNOWN_CODES }, (_, code) => {
  const letter = String.fromCharCode(code);
  if (!LETTER.test(letter)) return 0;
  if (HANGING.has(letter) || MARK.test(letter) || code >= AFTER_ARABIC) return FOLDS_IN_WORD;
  const seen = code >= FIRST_ARABIC ? foldWord(letter) : letter.toLowerCase();
  return seen.length === 1 ? seen.charCodeAt(0) : FOLDS_IN_WORD;
});

/** Which sums of letters the words of the themes have: all other words are told apart without making them strings. */
const SUMS = 0x1_0000;
const FACTOR = 31;
const IS_SUM_OF_THEME: Uint8Array = sumsOfThemes();

function sumsOfThemes(): Uint8Array {
  const sums = new Uint8Array(SUMS);
  for (const word of THEME_OF_WORD.keys()) {
    let sum = 0;
    for (let at = 0; at < word.length; at += 1)
      sum = (Math.imul(sum, FACTOR) + (SEEN_CODES[word.charCodeAt(at)] ?? 0)) | 0;
    sums[sum & (SUMS - 1)] = 1;
  }
  return sums;
}

/** Counts the words of each theme in the first part of a block, into the columns of `counts` that begin at `column`. */
export function countThemes(
  { text, codes }: { readonly text: string; readonly codes: Codes },
  { start, end }: { readonly start: number; readonly end: number },
  counts: Float32Array,
  column: number,
): void {
  const last = Math.min(end, start + LOOKED_AT);
  let wordStart = start;
  let sum = 0;
  let isWhole = false;
  for (let at = start; at <= last; at += 1) {
    const code = at === last ? 0 : seenAt(codes, at);
    if (code === -1) {
      countWords(text.slice(wordStart, last).toLowerCase(), counts, column);
      return;
    }
    if (code !== 0) {
      isWhole ||= code === FOLDS_IN_WORD;
      sum = (Math.imul(sum, FACTOR) + code) | 0;
      continue;
    }
    if (at > wordStart && (isWhole || IS_SUM_OF_THEME[sum & (SUMS - 1)] === 1))
      countWord(text.slice(wordStart, at).toLowerCase(), counts, column);
    wordStart = at + 1;
    sum = 0;
    isWhole = false;
  }
}

function seenAt(codes: Codes, at: number): number {
  const code = codes[at] as number;
  return code < KNOWN_CODES ? (SEEN_CODES[code] as number) : -1;
}

function countWords(text: string, counts: Float32Array, column: number): void {
  for (const [word] of text.matchAll(WORD)) countWord(word, counts, column);
}

function countWord(word: string, counts: Float32Array, column: number): void {
  // Only Arabic letters fold into others; the rest of the table is written as it is looked for.
  const theme = THEME_OF_WORD.get(word.charCodeAt(0) >= FIRST_ARABIC ? foldWord(word) : word);
  if (theme !== undefined) counts[column + theme] = (counts[column + theme] ?? 0) + 1;
}
