import { charactersOf } from "./single-byte.ts";
import { CANDIDATES, type Candidate } from "./tables/candidates.ts";

/** How well each candidate charset explains the bytes beyond ASCII; higher is better, 0 when there are none. */
export interface Guess {
  readonly charset: string;
  /** Natural logarithm of the likelihood, so that a difference of 7 is odds of a thousand to one. */
  readonly score: number;
  readonly western: boolean;
}

const FIRST_BEYOND_ASCII = 0x80;
const BYTES = 256;
/** So much of a page tells its charset; the rest would cost and add nothing. */
const LOOKED_AT = 1 << 18;
const CONTROL = /\p{Cc}|\uFFFD/u;
const LETTER = /\p{L}|\p{M}/u;
/** Quotation marks, dashes, spaces and signs that any text may have. */
const PUNCTUATION = /[\u00A0«»\u2018-\u201E\u2013\u2014\u2026·•°©®\u200C-\u200F]/u;

const RARE_LETTER = 1e-4;
const COMMON_SIGN = 4e-3;
const OTHER_SIGN = 1e-5;
const NEVER = 1e-8;
const AT_HOME = 0.97;
const OUT_OF_PLACE = 0.03;

/** For each byte beyond ASCII, the two logarithms: away from ASCII letters, and beside one. */
type Weights = readonly (readonly [apart: number, beside: number])[];

const WEIGHTS: ReadonlyMap<string, Weights> = new Map(
  CANDIDATES.map((candidate) => [candidate.charset, toWeights(candidate)]),
);

function toWeights(candidate: Candidate): Weights {
  const frequency = new Map(candidate.letters);
  const characters = charactersOf(candidate.charset).slice(FIRST_BEYOND_ASCII);
  return characters.map((character) => {
    const often = (frequency.get(character.toLowerCase()) ?? 0) / 10_000;
    // A capital is a tenth as frequent as its letter; in a script without case the two are one.
    const cased = character === character.toLowerCase() ? often : often / 10;
    const p = cased > 0 ? cased : unlisted(character, candidate.script);
    if (!LETTER.test(character)) return [Math.log(p), Math.log(p)];
    const [apart, beside] = candidate.besideAscii
      ? [OUT_OF_PLACE, AT_HOME]
      : [AT_HOME, OUT_OF_PLACE];
    return [Math.log(p * apart), Math.log(p * beside)];
  });
}

function unlisted(character: string, script: RegExp): number {
  if (CONTROL.test(character)) return NEVER;
  if (script.test(character)) return RARE_LETTER;
  return PUNCTUATION.test(character) ? COMMON_SIGN : OTHER_SIGN;
}

/** Judges all candidates on the letters the bytes would be, best first. Where all bytes are ASCII, all are equal. */
export function guessCharset(bytes: Uint8Array): readonly Guess[] {
  const counts = countBytes(bytes.subarray(0, LOOKED_AT));
  return CANDIDATES.map(({ charset, besideAscii }) => ({
    charset,
    score: toScore(counts, WEIGHTS.get(charset) ?? []),
    western: besideAscii,
  })).sort((a, b) => b.score - a.score);
}

function toScore(counts: Counts, weights: Weights): number {
  let score = 0;
  for (const [at, [apart, beside]] of weights.entries()) {
    score += (counts.apart[at] ?? 0) * apart + (counts.beside[at] ?? 0) * beside;
  }
  return score;
}

interface Counts {
  readonly apart: Uint32Array;
  readonly beside: Uint32Array;
}

function countBytes(bytes: Uint8Array): Counts {
  const apart = new Uint32Array(BYTES - FIRST_BEYOND_ASCII);
  const beside = new Uint32Array(BYTES - FIRST_BEYOND_ASCII);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < FIRST_BEYOND_ASCII) continue;
    const place = isAsciiLetter(bytes[at - 1]) || isAsciiLetter(bytes[at + 1]) ? beside : apart;
    const index = byte - FIRST_BEYOND_ASCII;
    place[index] = (place[index] ?? 0) + 1;
  }
  return { apart, beside };
}

function isAsciiLetter(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const upper = byte & ~0x20;
  return upper >= 0x41 && upper <= 0x5a;
}
