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

const kindAt = (text: string, at: number): number => KINDS[text.charCodeAt(at)] as number;

/** A particle cut off from its word is short, and begins and ends so; what stands beside it decides. */
const CLITIC_STARTS: ReadonlySet<number> = toUnits("البكوف");
const CLITIC_ENDS: ReadonlySet<number> = toUnits("بلك");
const LONGEST_CLITIC = 3;

function toUnits(letters: string): ReadonlySet<number> {
  return new Set([...letters].map((letter) => letter.charCodeAt(0)));
}

function mayBeClitic(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST_CLITIC) return false;
  return CLITIC_ENDS.has(text.charCodeAt(end - 1)) && CLITIC_STARTS.has(text.charCodeAt(start));
}

/** Where a plain word was found to end, and whether it may have one of the terms. */
interface Scan {
  end: number;
  mayHave: boolean;
}

const mayBeThird = (thirds: number, code: number): boolean =>
  thirds !== 0 && (thirds === ANY_LETTER || ((thirds >>> (code & MASK_BITS)) & 1) === 1);

/**
 * Scans a word that is the same word whatever stands beside it, in one pass, since a query reads tens of thousands of letters; the
 * end is the start when there is none such here. A word with a hamza that hangs may be written in letters other than its term's.
 */
function scanPlain(text: string, start: number, sieve: Sieve, scan: Scan): void {
  let at = start;
  let before = 0;
  let last = 0;
  let mayHave = false;
  let kind = BETWEEN;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    kind = KINDS[unit] as number;
    if (kind === BETWEEN || kind === OTHER) break;
    const code = CODES[unit] as number;
    mayHave ||=
      kind === HANGING ||
      (at > start + 1 && mayBeThird(sieve[(before << CODE_BITS) | last] as number, code));
    before = last;
    last = code;
    if (kind === LAST) {
      at += 1;
      kind = at === text.length ? BETWEEN : kindAt(text, at);
      break;
    }
    kind = BETWEEN;
  }
  const isPlain = kind === BETWEEN && at - start > 1 && !mayBeClitic(text, start, at);
  scan.end = isPlain ? at : start;
  scan.mayHave = mayHave || mayBeThird(sieve[(before << CODE_BITS) | last] as number, 0);
}

const NO_TERM = "";

/** The term of a word of plain letters as written; null when it is not one word after all. */
const toTermOfPlain = rememberByWord((written): string | null => {
  const folded = foldWord(written);
  return folded.length < 2 || folded.includes(SERVANT) ? null : toTerm(folded);
});

function toTermOf(text: string, start: number, { end, mayHave }: Scan): string | null {
  if (end === start) return null;
  return mayHave ? toTermOfPlain(text.slice(start, end)) : NO_TERM;
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
  const scan: Scan = { end: 0, mayHave: false };
  let odd = -1;
  const readOdd = (to: number) => {
    if (odd === -1) return;
    for (const { start, end, term } of readWords(text.slice(odd, to)))
      words.push({ start: odd + start, end: odd + end, term });
    odd = -1;
  };
  for (let at = afterSpace(text, 0); at < text.length; at = afterSpace(text, at)) {
    scanPlain(text, at, sieve, scan);
    const term = toTermOf(text, at, scan);
    if (term === null) {
      if (odd === -1) odd = at;
      at = beforeSpace(text, at);
    } else {
      readOdd(at);
      words.push({ start: at, end: scan.end, term });
      at = scan.end;
    }
  }
  readOdd(text.length);
  return words;
}
