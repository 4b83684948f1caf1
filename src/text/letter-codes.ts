/**
 * Letters as small numbers, so that a written word is told from all others by three of them: five letters fill one, and words of more than
 * fifteen are rare. What stands between words is 0; letters and marks come before TEH MARBUTA, which ends a word, and digits after it.
 */
const LETTERS = "ءابتثجحخدذرزسشصضطظعغفقكلمنهويآأؤإئى";
const MARKS = "\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652";
const TEH_MARBUTA = "ة";
const DIGITS = "0123456789";
const MARKS_BETWEEN = "«»،؛؟\u00A0‘’“”–—…";
const ASCII_WORD = /[0-9a-z]/iu;
const BITS = 6;
const LETTERS_A_NUMBER = 5;

export const BETWEEN = 0;
/** A unit that only the whole pattern of a token can judge. */
export const OTHER: number = 2 ** BITS - 1;
const FIRST_MARK: number = 1 + LETTERS.length;
export const LAST: number = FIRST_MARK + MARKS.length;
const FIRST_DIGIT: number = LAST + 1;
/** Words of more letters have no numbers. */
export const MOST_LETTERS: number = 3 * LETTERS_A_NUMBER;

const CODES: Uint8Array = toCodes();

function toCodes(): Uint8Array {
  const codes = new Uint8Array(2 ** 16).fill(OTHER);
  for (let unit = 0; unit < 0x80; unit += 1)
    if (!ASCII_WORD.test(String.fromCharCode(unit))) codes[unit] = BETWEEN;
  for (const mark of MARKS_BETWEEN) codes[mark.charCodeAt(0)] = BETWEEN;
  [...LETTERS, ...MARKS, TEH_MARBUTA, ...DIGITS].forEach((letter, at) => {
    codes[letter.charCodeAt(0)] = at + 1;
  });
  return codes;
}

/** The number of the letter at a place; `BETWEEN` behind the text. */
export function codeAt(text: string, at: number): number {
  return at < text.length ? (CODES[text.charCodeAt(at)] as number) : BETWEEN;
}

/** Whether a code is of a letter of ordinary Arabic: nearly all letters of a text are, and are told without the regex engine. */
export function isLetter(code: number): boolean {
  return (code !== BETWEEN && code < FIRST_MARK) || code === LAST;
}

export function isDigit(code: number): boolean {
  return code >= FIRST_DIGIT && code < OTHER;
}

/** A word's letters as three numbers, five letters each; 0 where it has none. */
export interface Packed {
  a: number;
  b: number;
  c: number;
}

/** Filled anew for each word: an object for each would cost more than filling it. */
export function newPacked(): Packed {
  return { a: 0, b: 0, c: 0 };
}

/** Packs the letters from a place on, with marks behind TEH MARBUTA, which ends a word, and returns where they end. */
export function packWord(text: string, start: number, into: Packed): number {
  return packRun(text, start, 1, LAST, into);
}

/** Packs the digits from a place on, and returns where they end. */
export function packDigits(text: string, start: number, into: Packed): number {
  return packRun(text, start, FIRST_DIGIT, OTHER - 1, into);
}

/** Packs all of a word whose letters have numbers. */
export function packWhole(word: string, into: Packed): void {
  packRun(word, 0, 1, OTHER - 1, into);
}

/** In one walk: every letter of every text comes by here. What is packed of more than `MOST_LETTERS` letters means nothing. */
function packRun(text: string, start: number, first: number, last: number, into: Packed): number {
  let least = first;
  let most = last;
  let a = 0;
  let b = 0;
  let c = 0;
  let at = start;
  for (let code = codeAt(text, at); code >= least && code <= most; code = codeAt(text, ++at)) {
    const place = at - start;
    if (place < LETTERS_A_NUMBER) a = (a << BITS) | code;
    else if (place < 2 * LETTERS_A_NUMBER) b = (b << BITS) | code;
    else c = (c << BITS) | code;
    if (code === LAST && most === LAST) {
      least = FIRST_MARK;
      most = LAST - 1;
    }
  }
  into.a = a;
  into.b = b;
  into.c = c;
  return at;
}

/** Whether all of a word are letters that have numbers. */
export function isPackable(word: string): boolean {
  if (word.length > MOST_LETTERS || word.length === 0) return false;
  for (let at = 0; at < word.length; at += 1) {
    const code = codeAt(word, at);
    if (code === BETWEEN || code === OTHER) return false;
  }
  return true;
}
