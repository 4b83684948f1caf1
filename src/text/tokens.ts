import { ALWAYS, type Clitic, NEVER, NO_WORD } from "./clitic.ts";
import { cliticAt, formIn, formOf, isLoneAt, type Met, metWord } from "./known-words.ts";
import {
  BETWEEN,
  codeAt,
  isDigit,
  MOST_LETTERS,
  newPacked,
  OTHER,
  type Packed,
  packDigits,
  packWord,
} from "./letter-codes.ts";
import { keepWords } from "./token-words.ts";
import type { Word } from "./word.ts";

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
const COMMA = ",";
const OPENS_OR_DIGIT = /["'«“‘([0-9\u0660-\u0669\u06F0-\u06F9]/u;
const DECIMAL_REH = "ر";
const ONE_DIGIT = new RegExp(DIGIT, "u");

/** Is told of each word of a text as it is met. */
export type Take = (met: Met, kind: TokenKind, start: number, end: number) => void;

/** A text being cut, with what must be known of the word before. */
interface Cut {
  readonly text: string;
  readonly take: Take;
  /** The letters of the word being read. */
  readonly packed: Packed;
  /** Whether the word before is a single letter. */
  lastIsLone: boolean;
  /** Where the word before ends if it is a number, else -1. */
  lastNumberEnd: number;
}

/** The words and numbers of a text in order. Punctuation, emoji and lone marks are in none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const words: Word[] = [];
  eachWord(text, (met, kind, start, end) => {
    const word = metWord(met);
    tokens.push({ start, end, kind, folded: word.folded });
    words.push(word);
  });
  keepWords(tokens, words);
  return tokens;
}

/** Tells the words of a text one by one: who needs no list of tokens is spared it. */
export function eachWord(text: string, take: Take): void {
  const cut: Cut = { text, take, packed: newPacked(), lastIsLone: false, lastNumberEnd: -1 };
  for (let at = 0; at < text.length; ) {
    const code = codeAt(text, at);
    if (code === BETWEEN) {
      at += 1;
      continue;
    }
    const isNumber = isDigit(code);
    const end = isNumber ? endOfNumber(cut, at) : endOfWord(cut, at);
    at = end > at ? addPlain(cut, at, end, isNumber) : addMatch(cut, at);
  }
}

/** Where a plain number ends that begins here, its digits being read; where it begins when the whole pattern must say. */
function endOfNumber({ text, packed }: Cut, start: number): number {
  const end = packDigits(text, start, packed);
  return codeAt(text, end) === OTHER || text.charAt(end) === COMMA ? start : end;
}

/** The same for a word of plain letters. */
function endOfWord({ text, packed }: Cut, start: number): number {
  const end = packWord(text, start, packed);
  return codeAt(text, end) === OTHER ? start : end;
}

/** Adds a stretch of letters that have numbers, and returns its end. */
function addPlain(cut: Cut, start: number, end: number, isNumber: boolean): number {
  if (end - start > MOST_LETTERS) {
    const { word, clitic } = formOf(cut.text.slice(start, end));
    addWord(cut, start, end, isNumber, word, clitic);
  } else {
    const form = formIn(cut.text, start, end, cut.packed);
    addWord(cut, start, end, isNumber, form, cliticAt(form));
  }
  return end;
}

/** Adds what the whole pattern finds here, and returns where to go on. */
function addMatch(cut: Cut, start: number): number {
  TOKEN.lastIndex = start;
  const match = TOKEN.exec(cut.text);
  if (match === null) return start + 1;
  const [written, digits] = match;
  const isNumber = digits !== undefined;
  const { word, clitic } = formOf(isNumber ? written.replace(THOUSANDS, "") : written);
  addWord(cut, start, start + written.length, isNumber, word, clitic);
  return start + Math.max(1, written.length);
}

function addWord(
  cut: Cut,
  start: number,
  end: number,
  isNumber: boolean,
  met: Met,
  clitic: Clitic,
): void {
  if (clitic === NO_WORD || (end - start === 1 && isDecimalReh(cut, start, end))) return;
  const kind = isNumber
    ? "number"
    : clitic !== NEVER && isClitic(cut, end, clitic)
      ? "clitic"
      : "word";
  cut.lastIsLone = typeof met === "number" ? isLoneAt(met) : met.folded.length === 1;
  cut.lastNumberEnd = isNumber ? end : -1;
  cut.take(met, kind, start, end);
}

/** The ر of «5ر0» and «2ر17», which some agencies write for a decimal mark. */
function isDecimalReh({ text, lastNumberEnd }: Cut, start: number, end: number): boolean {
  if (text.charAt(start) !== DECIMAL_REH || lastNumberEnd !== start) return false;
  return ONE_DIGIT.test(text.charAt(end));
}

/** «الـ24», «ال22», «بـ"…"», «ل«…»». A ب after another lone letter is an initial, as in «أ ف ب». */
function isClitic({ text, lastIsLone }: Cut, end: number, clitic: Clitic): boolean {
  if (clitic === ALWAYS) return true;
  return OPENS_OR_DIGIT.test(text.charAt(end)) && !lastIsLone;
}
