import { joinHashes } from "./hash.ts";
import { createScratch } from "./scratch.ts";

/**
 * A text as copy detection sees it, both lists of 32-bit hashes.
 * `shingles` (runs of three words) measure how much two texts share; `marks` (winnowed runs of four, Schleimer, Wilkerson
 * and Aiken 2003) find which texts to measure: any passage of nine words or more that two texts share gives them a mark in common.
 */
export interface Fingerprint {
  /** In reading order, each as often as it stands there. */
  readonly runs: Uint32Array;
  /** In reading order, each once. */
  readonly marks: Uint32Array;
  /** Once asked for (`shinglesOf`): most texts share nothing with any other. */
  shingles: Uint32Array | null;
}

const SHINGLE_WORDS = 3;
const MARK_WORDS = 4;
/** What a report opens with is what it tells; background comes later. */
const LEAD_SHINGLES = 33;
/** Of this many runs in a row the smallest is kept. Parameters measured on Arabic news: every cut copy is found. */
const WINDOW = 6;

const RUNS = createScratch();
const LONGER_RUNS = createScratch();

function hashRuns(words: ArrayLike<number>, size: number): Uint32Array {
  const count = Math.max(0, words.length - size + 1);
  const runs = RUNS(count);
  for (let i = 0; i < count; i += 1) {
    let hash = words[i] as number;
    for (let k = 1; k < size; k += 1) hash = joinHashes(hash, words[i + k] as number);
    runs[i] = hash;
  }
  return runs;
}

/** Runs of one word more than the given ones of `size`. */
function lengthened(runs: Uint32Array, words: ArrayLike<number>, size: number): Uint32Array {
  const longer = LONGER_RUNS(Math.max(0, runs.length - 1));
  for (let i = 0; i < longer.length; i += 1)
    longer[i] = joinHashes(runs[i] as number, words[i + size] as number);
  return longer;
}

/** The place of the smallest of `WINDOW` runs from `from` on; the last of equals, as winnowing asks. */
function smallestFrom(runs: Uint32Array, from: number): number {
  const end = Math.min(from + WINDOW, runs.length);
  let smallest = from;
  for (let i = from + 1; i < end; i += 1) {
    if ((runs[i] as number) <= (runs[smallest] as number)) smallest = i;
  }
  return smallest;
}

const MARKS = createScratch();
const SEATS = createScratch();

function winnow(runs: Uint32Array): Uint32Array {
  const marks = MARKS(runs.length);
  // For the last bits of a mark, or behind that, its place among the marks and one; more seats than there can be marks.
  const seats = SEATS(2 ** (32 - Math.clz32(runs.length))).fill(0);
  const windows = Math.max(runs.length === 0 ? 0 : 1, runs.length - WINDOW + 1);
  let size = 0;
  let smallest = -1;
  for (let i = 0; i < windows; i += 1) {
    const entered = i + WINDOW - 1;
    // The smallest stays the smallest until it leaves the window or a later one is as small.
    if (smallest < i) smallest = smallestFrom(runs, i);
    else if (entered < runs.length && (runs[entered] as number) <= (runs[smallest] as number))
      smallest = entered;
    else continue;
    const mark = runs[smallest] as number;
    const seat = seatOf(seats, marks, mark);
    if (seats[seat] !== 0) continue;
    marks[size++] = mark;
    seats[seat] = size;
  }
  return marks.slice(0, size);
}

/** The seat of a mark, or the empty one it would have. */
function seatOf(seats: Uint32Array, marks: Uint32Array, mark: number): number {
  const lastBits = seats.length - 1;
  let seat = mark & lastBits;
  for (;;) {
    const place = seats[seat] as number;
    if (place === 0 || marks[place - 1] === mark) return seat;
    seat = (seat + 1) & lastBits;
  }
}

/** The shingles of a text, sorted, each once. */
export function shinglesOf(fingerprint: Fingerprint): Uint32Array {
  fingerprint.shingles ??= toSorted(fingerprint.runs);
  return fingerprint.shingles;
}

function toSorted(runs: Uint32Array): Uint32Array {
  const sorted = runs.slice().sort();
  let size = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[size++] = sorted[i] as number;
  }
  return sorted.subarray(0, size);
}

/** The fingerprint of a text given as the hashes of its folded words in order. */
export function toFingerprint(words: ArrayLike<number>): Fingerprint {
  const size = Math.min(SHINGLE_WORDS, Math.max(1, words.length));
  const runs = hashRuns(words, size);
  const marks = winnow(words.length < MARK_WORDS ? runs : lengthened(runs, words, size));
  return { runs: runs.slice(), marks, shingles: null };
}

/** How much of each of two texts stands in the other: shares of shingles, 0..1. */
export interface Overlap {
  readonly jaccard: number;
  readonly shareOfFirst: number;
  readonly shareOfSecond: number;
}

/** Measures two fingerprints against each other. */
export function toOverlap(first: Fingerprint, second: Fingerprint): Overlap {
  const a = shinglesOf(first);
  const b = shinglesOf(second);
  let i = 0;
  let k = 0;
  let common = 0;
  while (i < a.length && k < b.length) {
    const left = a[i] ?? 0;
    const right = b[k] ?? 0;
    if (left === right) {
      common += 1;
      i += 1;
      k += 1;
    } else if (left < right) i += 1;
    else k += 1;
  }
  if (common === 0) return { jaccard: 0, shareOfFirst: 0, shareOfSecond: 0 };
  return {
    jaccard: common / (a.length + b.length - common),
    shareOfFirst: common / a.length,
    shareOfSecond: common / b.length,
  };
}

/** The share of one text's beginning that stands anywhere in another, 0..1. */
export function leadShare(of: Fingerprint, inside: Fingerprint): number {
  const shingles = shinglesOf(inside);
  const length = Math.min(LEAD_SHINGLES, of.runs.length);
  let found = 0;
  for (let i = 0; i < length; i += 1) if (has(shingles, of.runs[i] as number)) found += 1;
  return found / Math.max(1, length);
}

function has(sorted: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return true;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
