import { foldWord } from "./fold.ts";
import { rememberByWord } from "./remember.ts";
import { keepWords, newWord, type Word } from "./word.ts";

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
  "guy",
);

const THOUSANDS = /[,\u066C]/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const UNCOMMON = /[^ء-غف-ي0-9a-z]/u;
const LETTERS_AND_DIGITS = /^[\p{L}\p{N}]+$/u;
const PROCLITIC_ALONE = /^[وف]?(?:ال|لل|[بلكو])$/u;
const LONGEST_CLITIC = 3;
const FNV_PRIME = 0x01_00_01_93;
const TATWEEL = "\u0640";
const MARKS = /[\u064B-\u0652\u0670\u0640]/gu;
const BARE_ARTICLE = /^[وف]?(?:ال|لل)$/u;
const CUT_OFF = /^[وف]?[بلك]$/u;
const OPENS_OR_DIGIT = /["'«“‘([0-9\u0660-\u0669\u06F0-\u06F9]/u;
const DECIMAL_REH = "ر";
const ONE_DIGIT = new RegExp(DIGIT, "u");

/** The words and numbers of a text in order. Punctuation, emoji and lone marks are in none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const words: Word[] = [];
  for (let at = nextStart(text, 0); at < text.length; at = nextStart(text, at)) {
    const plainEnd = endOfPlainWord(text, at);
    const match = plainEnd > at ? null : matchAt(text, at);
    const end = match === null ? plainEnd : at + match[0].length;
    if (plainEnd > at) addWord(tokens, words, text, at, end);
    else if (match !== null) addMatch(tokens, words, text, at, match);
    at = Math.max(end, at + 1);
  }
  keepWords(tokens, words);
  return tokens;
}

function matchAt(text: string, at: number): RegExpExecArray | null {
  TOKEN.lastIndex = at;
  return TOKEN.exec(text);
}

function addWord(tokens: Token[], words: Word[], text: string, start: number, end: number): void {
  const word = plainWord(text, start, end);
  const { folded } = word;
  const clitic =
    folded.length <= LONGEST_CLITIC &&
    isClitic(text.slice(start, end), folded, text.charAt(end), tokens.at(-1));
  tokens.push({ start, end, kind: clitic ? "clitic" : "word", folded });
  words.push(word);
}

function addMatch(
  tokens: Token[],
  words: Word[],
  text: string,
  start: number,
  match: RegExpExecArray,
): void {
  const [written, digits] = match;
  const end = start + written.length;
  const number = digits !== undefined;
  const word = wordOfMatch(number ? written.replace(THOUSANDS, "") : written);
  const { folded } = word;
  const before = tokens.at(-1);
  if (folded === "" || isDecimalReh(text, written, end, before, start)) return;
  const clitic = !number && isClitic(written, folded, text.charAt(end), before);
  tokens.push({ start, end, kind: number ? "number" : clitic ? "clitic" : "word", folded });
  words.push(word);
}

/** What a UTF-16 unit is to a word: between words for certain, a letter of plain Arabic or the TEH MARBUTA that ends a word, or to be looked at. */
const BETWEEN = 0;
const PLAIN = 1;
const LAST = 2;
const OTHER = 3;
const ASCII_WORD = /[0-9a-z]/iu;
const UNITS: Uint8Array = unitKinds();

function unitKinds(): Uint8Array {
  const kinds = new Uint8Array(2 ** 16).fill(OTHER);
  for (let unit = 0; unit < 0x80; unit += 1)
    if (!ASCII_WORD.test(String.fromCharCode(unit))) kinds[unit] = BETWEEN;
  for (const mark of "«»،؛؟\u00A0‘’“”–—…") kinds[mark.charCodeAt(0)] = BETWEEN;
  for (const letter of "ءآأؤإئابتثجحخدذرزسشصضطظعغفقكلمنهوىي") kinds[letter.charCodeAt(0)] = PLAIN;
  kinds["ة".charCodeAt(0)] = LAST;
  return kinds;
}

function nextStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && UNITS[text.charCodeAt(at)] === BETWEEN) at += 1;
  return at;
}

/** Where a word of plain letters ends that begins here; where it begins when it is not one, and the whole pattern must say. */
function endOfPlainWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && UNITS[text.charCodeAt(at)] === PLAIN) at += 1;
  if (at < text.length && UNITS[text.charCodeAt(at)] === LAST) at += 1;
  return at === text.length || UNITS[text.charCodeAt(at)] === BETWEEN ? at : start;
}

const wordOfMatch = rememberByWord((written) => newWord(toLettersAndDigits(foldWord(written))));

/**
 * Most words of a text have been met before: one slot for each hash remembers the last word with that hash, so that a known word is
 * found without cutting it out of its text. What another word has taken the slot of is folded again.
 */
const REMEMBERED = 2 ** 16;
const writtenBySlot: string[] = new Array(REMEMBERED).fill("");
const wordBySlot: Word[] = new Array(REMEMBERED).fill(newWord(""));
/** The engine keeps a longer piece of a text as a view of it: remembering that would keep the whole text. */
const LONGEST_OWN = 12;
const LONGEST_REMEMBERED = 24;

function plainWord(text: string, start: number, end: number): Word {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  const slot = (hash ^ (hash >>> 15)) & (REMEMBERED - 1);
  const known = writtenBySlot[slot] as string;
  if (known.length === end - start && text.startsWith(known, start))
    return wordBySlot[slot] as Word;
  const isLong = end - start > LONGEST_OWN && end - start <= LONGEST_REMEMBERED;
  const written = isLong ? copyOf(text, start, end) : text.slice(start, end);
  const word = newWord(foldWord(written));
  if (written.length <= LONGEST_REMEMBERED) {
    writtenBySlot[slot] = written;
    wordBySlot[slot] = word;
  }
  return word;
}

/** A piece of a text that is a string of its own. */
function copyOf(text: string, start: number, end: number): string {
  const units: number[] = [];
  for (let at = start; at < end; at += 1) units.push(text.charCodeAt(at));
  return String.fromCharCode(...units);
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
  if (folded.length > LONGEST_CLITIC) return false;
  const unmarked = written.length === folded.length ? written : written.replace(MARKS, "");
  if (BARE_ARTICLE.test(unmarked)) return true;
  if (written.endsWith(TATWEEL)) return PROCLITIC_ALONE.test(folded);
  return CUT_OFF.test(folded) && OPENS_OR_DIGIT.test(after) && before?.folded.length !== 1;
}
