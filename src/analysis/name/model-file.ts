/** The parts of a trained model: see `eval/train-names.js` for how one is made. */
export interface NameModel {
  /** Weights of a feature's labels beginning with the first name label («no name» weighs 0); offset into `weights`, or -1. */
  readonly find: (feature: number) => number;
  readonly weights: Int8Array;
  /** What one step of a weight is worth. */
  readonly step: number;
  /** [gap][label before][label]. */
  readonly transitions: Float32Array;
  /** The class of a word, by the number of the word: fine × 256 + coarse; 0 for none. */
  readonly classOf: (word: number) => number;
  /** The greatest numbers of classes. */
  readonly finest: number;
  readonly coarsest: number;
}

export const LABELS = 7;
export const WEIGHED: number = LABELS - 1;
const HEADER = 5;
const FEATURE_BITS = 24;
/** Only so many bits of a feature's number are kept in the file. */
export const FEATURE_MASK: number = 0xff_ff_ff;
const FEATURE_BYTES = FEATURE_BITS / 8;
const WORD_BYTES = 4;
const CLASS_BYTES = 3;
const FILLED_PART = 0.6;

/** Reads the file's text: base64 of a header, the features in order, their weights, the transitions, the words with their classes. */
export function parseModel(base64: string): NameModel {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  const view = new DataView(bytes.buffer);
  const [features = 0, words = 0, gaps = 0] = [0, 1, 2].map((k) => view.getUint32(k * 4, true));
  const step = view.getFloat32(12, true);
  let at = HEADER * 4;
  const find = indexBy(features, (k) =>
    readInteger(bytes, placeOf(HEADER * 4, k, FEATURE_BYTES), FEATURE_BYTES),
  );
  at += features * FEATURE_BYTES;
  const weights = new Int8Array(bytes.buffer.slice(at, at + features * WEIGHED));
  at += features * WEIGHED;
  const transitions = new Float32Array(bytes.buffer.slice(at, at + gaps * LABELS * LABELS * 4));
  at += transitions.byteLength;
  const wordsAt = at;
  const findWord = indexBy(words, (k) =>
    readInteger(bytes, placeOf(wordsAt, k, WORD_BYTES), WORD_BYTES),
  );
  const classesAt = wordsAt + words * WORD_BYTES;
  const classes = Uint32Array.from({ length: words }, (_, k) =>
    readInteger(bytes, placeOf(classesAt, k, CLASS_BYTES), CLASS_BYTES),
  );
  return {
    find: (feature) => {
      const k = find(feature & FEATURE_MASK);
      return k < 0 ? -1 : k * WEIGHED;
    },
    weights,
    step,
    transitions,
    classOf: (word) => classes[findWord(word)] ?? 0,
    finest: classes.reduce((most, both) => Math.max(most, both >> 8), 0),
    coarsest: classes.reduce((most, both) => Math.max(most, both & 255), 0),
  };
}

function placeOf(from: number, k: number, size: number): number {
  return from + k * size;
}

function readInteger(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let k = size - 1; k >= 0; k -= 1) value = value * 256 + (bytes[at + k] ?? 0);
  return value;
}

/** Most numbers asked for are in no table: a bit of this many says so without a look into it. */
const SIEVE_BITS = 21;
const SIEVE_SHIFT = 32 - SIEVE_BITS;
const SPREAD = 0x9e_37_79_b1;

/** An open-addressing table over `count` distinct numbers: gives the place of one, or -1. */
function indexBy(count: number, numberAt: (k: number) => number): (wanted: number) => number {
  let size = 16;
  while (size * FILLED_PART < count) size *= 2;
  const slots = new Int32Array(size * 2).fill(-1); // number, place
  const sieve = new Uint32Array(2 ** SIEVE_BITS / 32);
  const mask = size - 1;
  for (let k = 0; k < count; k += 1) {
    const wanted = numberAt(k) | 0;
    const spread = Math.imul(wanted, SPREAD) >>> 0;
    const bit = spread >>> SIEVE_SHIFT;
    sieve[bit >>> 5] = (sieve[bit >>> 5] as number) | (1 << (bit & 31));
    let slot = spread & mask;
    while (slots[slot * 2 + 1] !== -1) slot = (slot + 1) & mask;
    slots[slot * 2] = wanted;
    slots[slot * 2 + 1] = k;
  }
  return (asked) => {
    const wanted = asked | 0;
    const spread = Math.imul(wanted, SPREAD) >>> 0;
    const bit = spread >>> SIEVE_SHIFT;
    if ((((sieve[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return -1;
    let slot = spread & mask;
    for (;;) {
      const place = slots[slot * 2 + 1] as number;
      if (place === -1 || slots[slot * 2] === wanted) return place;
      slot = (slot + 1) & mask;
    }
  };
}
