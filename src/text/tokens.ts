import { foldWord } from "./fold.ts";

/** What a token is written in. A "clitic" is a particle cut off from its word by a tatweel, a number or a mark, as ال in «الـ24». */
export type TokenKind = "word" | "number" | "clitic";

/** A word or number of a text. `start` and `end` are UTF-16 offsets into the text as written. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** The word folded for matching: letters and digits only. */
  readonly folded: string;
}

const DIGIT = "[0-9\\u0660-\\u0669\\u06F0-\\u06F9]";
/**
 * Letters and marks of Arabic script, its presentation forms, joiners. Left out: digits and punctuation of the block, and the two
 * honorifics that are whole sentences in one sign (U+FDFA, U+FDFB).
 */
const ARABIC =
  "[\\u0620-\\u063A\\u0640-\\u065F\\u066E-\\u06D3\\u06D5-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06EF\\u06FA-\\u06FF" +
  "\\u0750-\\u077F\\u08A0-\\u08FF\\uFB50-\\uFD3D\\uFD50-\\uFDF9\\uFE70-\\uFEFC\\u200C\\u200D]";
/** Direction marks, soft hyphen, word joiner: inside a word they divide nothing. */
const INVISIBLE = "[\\u00AD\\u061C\\u200E\\u200F\\u2060\\uFEFF]";
/** TEH MARBUTA ends a word: what follows it without a space is the next one («المتحدةفي»). */
const TO_TEH_MARBUTA = `(?:(?!\\u0629)${ARABIC})*\\u0629[\\u064B-\\u065F\\u0640]*`;

/**
 * Numbers before words, so that «13ألف» is two tokens and «1,049,328» one; words of one script at a time, so that
 * «الـ24» is ال and 24. ZERO WIDTH NON-JOINER stays inside a word: in Persian it is a spelling, not a boundary.
 */
const TOKEN = new RegExp(
  `(${DIGIT}{1,3}(?:[,\\u066C]${DIGIT}{3})+(?!${DIGIT})|${DIGIT}+(?!${DIGIT}|\\p{Script=Latin}))` +
    `|${TO_TEH_MARBUTA}|${ARABIC}+(?:${INVISIBLE}+${ARABIC}+)*|(?:(?!${ARABIC}|[\\uFDFA\\uFDFB])[\\p{L}\\p{M}\\p{Nd}\\p{Nl}])+`,
  "gu",
);

const THOUSANDS = /[,\u066C]/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const UNCOMMON = /[^ء-غف-ي0-9a-z]/u;
const LETTERS_AND_DIGITS = /^[\p{L}\p{N}]+$/u;
const PROCLITIC_ALONE = /^[وف]?(?:ال|لل|[بلكو])$/u;
const TATWEEL = "\u0640";
const BARE_ARTICLE = /^[وف]?(?:ال|لل)$/u;
const CUT_OFF = /^[وف]?[بلك]$/u;
const OPENS_OR_DIGIT = /["'«“‘([0-9\u0660-\u0669\u06F0-\u06F9]/u;
const DECIMAL_REH = "ر";
const ONE_DIGIT = new RegExp(DIGIT, "u");

/** The words and numbers of a text in order. Punctuation, emoji and lone marks are in none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const number = match[1] !== undefined;
    const written = number ? match[0].replace(THOUSANDS, "") : match[0];
    const folded = toMatched(written);
    if (folded === "") continue;
    const before = tokens.at(-1);
    if (isDecimalReh(text, written, end, before, start)) continue;
    const clitic = !number && isClitic(written, folded, text.charAt(end), before);
    tokens.push({ start, end, kind: number ? "number" : clitic ? "clitic" : "word", folded });
  }
  return tokens;
}

/** Words come again and again: a memory, not a state. What is forgotten is folded again. */
const matched = new Map<string, string>();
const MOST_REMEMBERED = 100_000;
/** The engine keeps a longer piece of a text as a view of it: remembering that would keep the whole text. */
const LONGEST_REMEMBERED = 12;

function toMatched(written: string): string {
  const known = matched.get(written);
  if (known !== undefined) return known;
  const folded = toLettersAndDigits(foldWord(written));
  if (written.length > LONGEST_REMEMBERED) return folded;
  if (matched.size >= MOST_REMEMBERED) matched.clear();
  matched.set(written, folded);
  return folded;
}

function toLettersAndDigits(folded: string): string {
  return !UNCOMMON.test(folded) || LETTERS_AND_DIGITS.test(folded)
    ? folded
    : folded.replace(NOT_LETTER_OR_DIGIT, "");
}

/** The ر of «5ر0» and «2ر17», which some agencies write for a decimal mark. */
function isDecimalReh(
  text: string,
  written: string,
  end: number,
  before: Token | undefined,
  start: number,
): boolean {
  if (written !== DECIMAL_REH || before?.kind !== "number" || before.end !== start) return false;
  return ONE_DIGIT.test(text.charAt(end));
}

/** «الـ24», «ال22», «بـ"…"», «ل«…»». A ب after another lone letter is an initial, as in «أ ف ب». */
function isClitic(
  written: string,
  folded: string,
  after: string,
  before: Token | undefined,
): boolean {
  if (folded.length > 3) return false;
  if (BARE_ARTICLE.test(written)) return true;
  if (written.endsWith(TATWEEL)) return PROCLITIC_ALONE.test(folded);
  return CUT_OFF.test(folded) && OPENS_OR_DIGIT.test(after) && before?.folded.length !== 1;
}
