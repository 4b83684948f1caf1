import { foldWord, rememberByWord, tokenize } from "../text/index.ts";
import { readWords, SERVANT, type SearchWord, toTerm } from "./words.ts";

/**
 * A word of a text with its place, and its term when that may be one of those looked for: of nearly every word, three letters tell
 * that it is none of them, and nothing else need be known.
 */
export type SiftedWord = Pick<SearchWord, "start" | "end" | "term">;

/** What a UTF-16 unit is to a word: between words, a letter folded by itself, one that ends its word, one that its neighbors change. */
const BETWEEN = 0;
const LETTER = 1;
const LAST = 2;
const HANGING = 3;
const OTHER = 4;

const HANGING_HAMZAS = "ءؤئ";
const PROBE = "كتاب";
/** ASCII, Latin-1 signs, the Arabic block, general punctuation: the rest of Unicode is read with care. */
const PROBED = [
  [0, 0x80],
  [0xa0, 0xc0],
  [0x600, 0x700],
  [0x2010, 0x2030],
] as const;

interface Unit {
  readonly kind: number;
  /** The folded letter. */
  readonly letter: string;
}

/** What the tokenizer makes of a unit between two words tells what it is. */
function probe(written: string): Unit {
  const [first, second] = tokenize(PROBE + written + PROBE).map(({ folded }) => folded);
  const letter = first?.charAt(PROBE.length) ?? "";
  const ends = second === PROBE;
  if (HANGING_HAMZAS.includes(written)) return { kind: HANGING, letter: "" };
  if (ends && first === PROBE) return { kind: BETWEEN, letter: "" };
  if (ends && first === PROBE + letter) return { kind: LAST, letter };
  if (first === PROBE + letter + PROBE) return { kind: LETTER, letter };
  return { kind: OTHER, letter: "" };
}

const CODE_BITS = 6;
const KINDS: Uint8Array = new Uint8Array(2 ** 16).fill(OTHER);
/** The folded letters of units by number, from 1. */
const CODES: Uint8Array = new Uint8Array(2 ** 16);
const CODE_OF: ReadonlyMap<string, number> = fillTables();

function fillTables(): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  for (const [from, to] of PROBED) {
    for (let unit = from; unit < to; unit += 1) {
      const { kind, letter } = probe(String.fromCharCode(unit));
      const code = letter === "" ? 0 : (codes.get(letter) ?? codes.size + 1);
      if (code >= 2 ** CODE_BITS) continue;
      if (code > 0) codes.set(letter, code);
      KINDS[unit] = kind;
      CODES[unit] = code;
    }
  }
  return codes;
}

const MASK_BITS = 0x1f;
const ANY_LETTER = 0xff_ff_ff_ff;

/** Tells words that may have one of some terms from those that cannot. */
export type Sieve = Uint32Array;

/**
 * For each two letters that a term begins with, the third ones, one bit each. A term stands in its word letter by letter, since
 * stemming changes nothing inside one; so a word without such three letters side by side has none of the terms.
 */
export function toSieve(terms: Iterable<string>): Sieve {
  const sieve = new Uint32Array(2 ** (2 * CODE_BITS));
  for (const term of [...terms, SERVANT]) {
    const [a = 0, b = 0, c] = [...term].map((letter) => CODE_OF.get(letter) ?? 0);
    const pair = (a << CODE_BITS) | b;
    sieve[pair] = (sieve[pair] ?? 0) | (c === undefined ? ANY_LETTER : 1 << (c & MASK_BITS));
  }
  return sieve;
}

const codeAt = (text: string, at: number): number => CODES[text.charCodeAt(at)] as number;
const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)] as number;

function mayHaveTerm(sieve: Sieve, text: string, start: number, end: number): boolean {
  let a = codeAt(text, start);
  let b = codeAt(text, start + 1);
  for (let at = start + 2; at <= end; at += 1) {
    const thirds = sieve[(a << CODE_BITS) | b] as number;
    const c = at < end ? codeAt(text, at) : 0;
    if (thirds === ANY_LETTER || ((thirds >>> (c & MASK_BITS)) & 1) === 1) return true;
    a = b;
    b = c;
  }
  return false;
}

/** A particle cut off from its word is short, and begins and ends so; what stands beside it decides. */
const CLITIC_STARTS = "البكوف";
const CLITIC_ENDS = "بلك";
const LONGEST_CLITIC = 3;

function mayBeClitic(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_CLITIC) return false;
  return CLITIC_STARTS.includes(text.charAt(start)) && CLITIC_ENDS.includes(text.charAt(end - 1));
}

/** Where a word ends that begins here and is the same word whatever stands beside it; `start` when there is none such. */
function endOfPlain(text: string, start: number): number {
  let at = start;
  while (at < text.length && (kindAt(text, at) === LETTER || kindAt(text, at) === HANGING)) at += 1;
  if (at < text.length && kindAt(text, at) === LAST) at += 1;
  const whole = at === text.length || kindAt(text, at) === BETWEEN;
  return whole && at - start > 1 && !mayBeClitic(text, start, at) ? at : start;
}

function hangs(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (kindAt(text, at) === HANGING) return true;
  return false;
}

const NO_TERM = "";

/** The term of a word of plain letters as written; null when it is not one word after all. */
const toTermOfPlain = rememberByWord((written): string | null => {
  const folded = foldWord(written);
  return folded.length < 2 || folded.includes(SERVANT) ? null : toTerm(folded);
});

/** The same, if it may be one looked for. */
function readTerm(sieve: Sieve, text: string, start: number, end: number): string | null {
  if (!(hangs(text, start, end) || mayHaveTerm(sieve, text, start, end))) return NO_TERM;
  return toTermOfPlain(text.slice(start, end));
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) === BETWEEN) at += 1;
  return at;
}

function beforeSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && kindAt(text, at) !== BETWEEN) at += 1;
  return at;
}

/**
 * The words that `readWords` finds, in reading order; those that have none of the sieve's terms may lack their own. What is not plain is left
 * to `readWords`, with all that stands beside it up to the next plain words.
 */
export function siftWords(text: string, sieve: Sieve): SiftedWord[] {
  const words: SiftedWord[] = [];
  let odd = -1;
  const readOdd = (to: number) => {
    if (odd === -1) return;
    for (const { start, end, term } of readWords(text.slice(odd, to)))
      words.push({ start: odd + start, end: odd + end, term });
    odd = -1;
  };
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    const end = endOfPlain(text, at);
    const term = end === at ? null : readTerm(sieve, text, at, end);
    if (term === null) {
      if (odd === -1) odd = at;
      at = beforeSpace(text, at);
    } else {
      readOdd(at);
      words.push({ start: at, end, term });
      at = end;
    }
  }
  readOdd(text.length);
  return words;
}
