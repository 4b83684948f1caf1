import { type Clitic, NEVER, toClitic } from "./clitic.ts";
import { foldWord } from "./fold.ts";
import { isPackable, newPacked, type Packed, packWhole } from "./letter-codes.ts";
import { rememberByWord } from "./remember.ts";
import { newWord, type Word } from "./word.ts";

/** A written form: the word it is, and when it is a clitic. */
export interface Form {
  readonly word: Word;
  readonly clitic: Clitic;
}

/** Forms that were met lately, by the three numbers of their letters. */
interface Generation {
  /** For each place that the numbers of a form may lead to, the number of that form; 0 for none. */
  readonly numbers: Uint16Array;
  /**
   * For each form a row of its three numbers, when it is a clitic and whether it is one letter, and the answers kept with it: side by side, and
   * in the order they were met, so that the words of every text stand close together.
   */
  readonly rows: Int32Array;
  readonly words: Word[];
  count: number;
}

/**
 * Most words of a text have been met before. They are found without being cut out of their text: by numbers, in two tables, of which the
 * older one is dropped when the younger one is full. So memory is bounded, and a word that keeps coming is not forgotten.
 */
const PLACES = 2 ** 17;
const MOST_FORMS = PLACES / 2 - 1;
const WIDTH = 8;
const CLITIC = 3;
const FIRST_ANSWER = 4;
const CLITIC_BITS = 0b11;
const LONE_BIT = 0b100;
const NO_WORD: Word = newWord("");

let young: Generation = newGeneration();
let old: Generation = newGeneration();
/** How often they have turned over. */
let turns = 0;

function newGeneration(): Generation {
  return {
    numbers: new Uint16Array(PLACES),
    rows: new Int32Array((MOST_FORMS + 1) * WIDTH),
    words: new Array<Word>(MOST_FORMS + 1).fill(NO_WORD),
    count: 0,
  };
}

/** The number of a form in a table; 0 where it is not there. */
function numberIn({ numbers, rows }: Generation, a: number, b: number, c: number): number {
  for (let place = toPlace(a, b, c); ; place = (place + 1) & (PLACES - 1)) {
    const number = numbers[place] as number;
    const row = number * WIDTH;
    if (number === 0 || (rows[row] === a && rows[row + 1] === b && rows[row + 2] === c))
      return number;
  }
}

function toPlace(a: number, b: number, c: number): number {
  const mixed =
    Math.imul(a, 0x9e_37_79_b1) ^ Math.imul(b, 0x85_eb_ca_6b) ^ Math.imul(c, 0xc2_b2_ae_35);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x2c_1b_3c_6d) >>> 12) & (PLACES - 1);
}

/**
 * The number of the form that a stretch of a text is, at most `MOST_LETTERS` letters that have numbers, given by those as well; good until the
 * next is asked for.
 */
export function formIn(text: string, start: number, end: number, packed: Packed): number {
  const { a, b, c } = packed;
  const known = numberIn(young, a, b, c);
  if (known !== 0) return known;
  const before = numberIn(old, a, b, c);
  if (before !== 0) return takeOver(before);
  const { word, clitic } = readForm(copyOf(text.slice(start, end)));
  return takeUp(word, clitic, a, b, c);
}

function wordAt(form: number): Word {
  return young.words[form] as Word;
}

export function cliticAt(form: number): Clitic {
  return ((young.rows[form * WIDTH + CLITIC] as number) & CLITIC_BITS) as Clitic;
}

/** Whether a form's word is a single letter. */
export function isLoneAt(form: number): boolean {
  return ((young.rows[form * WIDTH + CLITIC] as number) & LONE_BIT) !== 0;
}

/** A word as it is met in a text: the number of its form among those met lately, else the word itself. Good until the next is met. */
export type Met = number | Word;

export function metWord(met: Met): Word {
  return typeof met === "number" ? wordAt(met) : met;
}

let questions = 0;

/**
 * The same function of a word, with its answers kept in the forms' rows: who asks every word of every text for a number and no more need not
 * look the word itself up. Answers are whole numbers of 32 bits; that of 0 is not kept, nor are those of more questions than a row has room for.
 */
export function numberOfMet(read: (word: Word) => number): (met: Met) => number {
  const answer = FIRST_ANSWER + questions;
  questions += 1;
  if (answer >= WIDTH) return (met) => read(metWord(met));
  return (met) => {
    if (typeof met !== "number") return read(met);
    const { rows } = young;
    const known = rows[met * WIDTH + answer] as number;
    if (known !== 0) return known;
    const turn = turns;
    const made = read(wordAt(met));
    // The answer may have asked for other words, and the tables turned over with them.
    if (turns === turn) rows[met * WIDTH + answer] = made;
    return made;
  };
}

/** Takes a form up into the younger table. */
function takeUp(word: Word, clitic: Clitic, a: number, b: number, c: number): number {
  if (young.count >= MOST_FORMS) turnOver();
  young.count += 1;
  const form = young.count;
  const { numbers, rows, words } = young;
  let place = toPlace(a, b, c);
  while (numbers[place] !== 0) place = (place + 1) & (PLACES - 1);
  numbers[place] = form;
  const row = form * WIDTH;
  rows[row] = a;
  rows[row + 1] = b;
  rows[row + 2] = c;
  rows[row + CLITIC] = clitic | (word.folded.length === 1 ? LONE_BIT : 0);
  for (let i = FIRST_ANSWER; i < WIDTH; i += 1) rows[row + i] = 0;
  words[form] = word;
  return form;
}

/** A row on its way from one table to the other: where they turn over now, the older one is emptied. */
const KEPT = new Int32Array(WIDTH);

/** Takes a form of the older table over into the younger one, with the answers known of it. */
function takeOver(before: number): number {
  const word = old.words[before] as Word;
  for (let i = 0; i < WIDTH; i += 1) KEPT[i] = old.rows[before * WIDTH + i] as number;
  const form = takeUp(word, NEVER, KEPT[0] as number, KEPT[1] as number, KEPT[2] as number);
  for (let i = CLITIC; i < WIDTH; i += 1) young.rows[form * WIDTH + i] = KEPT[i] as number;
  return form;
}

function turnOver(): void {
  [young, old] = [old, young];
  turns += 1;
  young.numbers.fill(0);
  young.words.fill(NO_WORD);
  young.count = 0;
}

function readForm(written: string): Form {
  const folded = foldWord(written);
  const word = written === folded ? newWord(written) : wordOf(folded);
  return { word, clitic: toClitic(written, folded) };
}

/** The engine keeps a longer piece of a text as a view of it: remembering that would keep the whole text. */
const LONGEST_OWN = 12;
const LONGEST_REMEMBERED = 24;

/** A string of its own. */
function copyOf(written: string): string {
  if (written.length <= LONGEST_OWN || written.length > LONGEST_REMEMBERED) return written;
  const units: number[] = [];
  for (let at = 0; at < written.length; at += 1) units.push(written.charCodeAt(at));
  return String.fromCharCode(...units);
}

const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const UNCOMMON = /[^ء-غف-ي0-9a-z]/u;
const LETTERS_AND_DIGITS = /^[\p{L}\p{N}]+$/u;

function toLettersAndDigits(folded: string): string {
  return !UNCOMMON.test(folded) || LETTERS_AND_DIGITS.test(folded)
    ? folded
    : folded.replace(NOT_LETTER_OR_DIGIT, "");
}

const rareForm = rememberByWord((written): Form => {
  const folded = toLettersAndDigits(foldWord(written));
  return { word: wordOf(folded), clitic: toClitic(written, folded) };
}, LONGEST_REMEMBERED);
const rareWord = rememberByWord(newWord, LONGEST_REMEMBERED);

/** The form that a written word of any letters is. */
export function formOf(written: string): Form {
  return rareForm(copyOf(written));
}

const PACKED: Packed = newPacked();

/** The word that a folded form is. */
export function wordOf(folded: string): Word {
  if (!isPackable(folded)) return rareWord(copyOf(folded));
  packWhole(folded, PACKED);
  const word = wordAt(formIn(folded, 0, folded.length, PACKED));
  // What is not folded is another word than the one it is a form of.
  return word.folded === folded ? word : newWord(folded);
}
