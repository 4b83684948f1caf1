import { factOf, isFunctionWord, skeleton, stem, type Word } from "../text/index.ts";

/**
 * A sketch is what ranking needs of an article, small enough to read two hundred for a query: one code of 32 bits a word, in reading
 * order, function words left out. A code holds hashes of the word's skeleton, stem and written form, the rougher before the finer,
 * so that one comparison tells how well two words agree. Hashes may collide: a sketch ranks, it never decides what matches.
 */
const STEM_BITS = 7;
const FORM_BITS = 7;
const LOW_BITS = STEM_BITS + FORM_BITS;
/** Words of the body that are kept: the rest of a very long text says little about what it is about. */
const MOST_WORDS = 800;

/** FNV-1a, its high bits mixed into the low ones. */
function hash(word: string): number {
  let state = 0x81_1c_9d_c5;
  for (let at = 0; at < word.length; at += 1) {
    state = Math.imul(state ^ word.charCodeAt(at), 0x01_00_01_93);
  }
  return (state ^ (state >>> 15)) >>> 0;
}

const low = (value: number, bits: number): number => value & ((1 << bits) - 1);

/** The code of a folded word. */
export function toCode(folded: string): number {
  const rough = hash(skeleton(folded)) >>> LOW_BITS;
  const middle = low(hash(stem(folded)), STEM_BITS);
  return ((rough << LOW_BITS) | (middle << FORM_BITS) | low(hash(folded), FORM_BITS)) >>> 0;
}

/** The part of a code that words of one skeleton share. */
export function toRough(code: number): number {
  return code >>> LOW_BITS;
}

/** Whether two codes are of one stem. */
export function isOneStem(a: number, b: number): boolean {
  return a >>> FORM_BITS === b >>> FORM_BITS;
}

/** How well two words of one skeleton agree. */
export type Agreement = "form" | "stem" | "skeleton";

/** How well two codes with the same rough part agree. */
export function agreementOf(a: number, b: number): Agreement {
  if (a === b) return "form";
  return isOneStem(a, b) ? "stem" : "skeleton";
}

const codeOf = factOf(toCode);
const isFunction = factOf(isFunctionWord);

const toCodes = (words: readonly Word[]): number[] =>
  words.filter((word) => !isFunction(word)).map(codeOf);

/** The sketch of an article's words, as bytes to keep. */
export function toSketch(title: readonly Word[], body: readonly Word[]): Uint8Array {
  const heading = toCodes(title);
  const values = [heading.length, ...heading, ...toCodes(body).slice(0, MOST_WORDS)];
  return new Uint8Array(Uint32Array.from(values).buffer);
}

/** A sketch read back: the words' codes, the title's first. */
export interface Sketch {
  readonly titleWords: number;
  readonly codes: Uint32Array;
}

/** Reads what `toSketch` wrote; anything else is a sketch of nothing, or of words nobody asks for. */
export function readSketch(bytes: Uint8Array): Sketch {
  const whole = bytes.byteLength - (bytes.byteLength % Uint32Array.BYTES_PER_ELEMENT);
  const aligned = bytes.byteOffset % Uint32Array.BYTES_PER_ELEMENT === 0 ? bytes : bytes.slice();
  const values = new Uint32Array(
    aligned.buffer,
    aligned.byteOffset,
    whole / Uint32Array.BYTES_PER_ELEMENT,
  );
  const codes = values.subarray(1);
  return { titleWords: Math.min(values[0] ?? 0, codes.length), codes };
}
