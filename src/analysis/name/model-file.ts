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

/** A feature's number and its weights side by side, so that finding them is one reach into memory: bytes, and places of four. */
const RECORD = 12;
const RECORD_PLACES = RECORD / 4;
const WEIGHTS_AT = 4;

/** Reads the file's text: base64 of a header, the features in order, their weights, the transitions, the words with their classes. */
export function parseModel(base64: string): NameModel {
  const bytes = toBytes(base64);
  const view = new DataView(bytes.buffer);
  const [features = 0, words = 0, gaps = 0] = [0, 1, 2].map((k) => view.getUint32(k * 4, true));
  const featuresAt = HEADER * 4;
  const weightsAt = featuresAt + features * FEATURE_BYTES;
  const transitionsAt = weightsAt + features * WEIGHED;
  const transitionsEnd = transitionsAt + gaps * LABELS * LABELS * 4;
  const classesAt = transitionsEnd + words * WORD_BYTES;
  const classOf = readClasses(bytes, words, transitionsEnd, classesAt);
  const classes = Array.from({ length: words }, (_, k) =>
    read3(bytes, classesAt + k * CLASS_BYTES),
  );
  return {
    ...readFeatures(bytes, features, featuresAt, weightsAt),
    step: view.getFloat32(12, true),
    transitions: new Float32Array(bytes.buffer.slice(transitionsAt, transitionsEnd)),
    classOf,
    finest: classes.reduce((most, both) => Math.max(most, both >> 8), 0),
    coarsest: classes.reduce((most, both) => Math.max(most, both & 255), 0),
  };
}

function toBytes(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function read3(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16)
  );
}

function read4(bytes: Uint8Array, at: number): number {
  return read3(bytes, at) | ((bytes[at + 3] as number) << 24);
}

function readFeatures(
  bytes: Uint8Array,
  count: number,
  featuresAt: number,
  weightsAt: number,
): Pick<NameModel, "find" | "weights"> {
  const index = createIndex(count, RECORD_PLACES);
  const weights = new Int8Array(index.records.buffer);
  for (let k = 0; k < count; k += 1) {
    const place = index.add(read3(bytes, featuresAt + k * FEATURE_BYTES)) * 4 + WEIGHTS_AT;
    for (let label = 0; label < WEIGHED; label += 1)
      weights[place + label] = bytes[weightsAt + k * WEIGHED + label] as number;
  }
  const { find } = index;
  return {
    weights,
    find: (feature) => {
      const record = find(feature & FEATURE_MASK);
      return record < 0 ? -1 : record * 4 + WEIGHTS_AT;
    },
  };
}

function readClasses(
  bytes: Uint8Array,
  count: number,
  wordsAt: number,
  classesAt: number,
): NameModel["classOf"] {
  const { add, find, records } = createIndex(count, 2);
  for (let k = 0; k < count; k += 1) {
    const record = add(read4(bytes, wordsAt + k * WORD_BYTES));
    records[record + 1] = read3(bytes, classesAt + k * CLASS_BYTES);
  }
  return (word) => {
    const record = find(word);
    return record < 0 ? 0 : (records[record + 1] as number);
  };
}

/** Most numbers asked for are in no table: a bit of this many says so without a look into it. */
const SIEVE_BITS = 21;
const SIEVE_SHIFT = 32 - SIEVE_BITS;
const SPREAD = 0x9e_37_79_b1;
/** In place of a number: no record. */
const EMPTY = -1;

/** Records by a number, which is their first place. */
interface Index {
  readonly records: Int32Array;
  /** Where the record of a number begins that is in none yet. */
  readonly add: (number: number) => number;
  /** Where a number's record begins; -1 for none. */
  readonly find: (number: number) => number;
}

/** An open-addressing table of so many distinct numbers, with so many places to a record. */
function createIndex(count: number, width: number): Index {
  let size = 16;
  while (size * FILLED_PART < count) size *= 2;
  const records = new Int32Array(size * width);
  for (let at = 0; at < records.length; at += width) records[at] = EMPTY;
  const sieve = new Uint32Array(2 ** SIEVE_BITS / 32);
  const mask = size - 1;
  return {
    records,
    add: (number) => {
      const spread = Math.imul(number, SPREAD) >>> 0;
      const bit = spread >>> SIEVE_SHIFT;
      sieve[bit >>> 5] = (sieve[bit >>> 5] as number) | (1 << (bit & 31));
      let slot = spread & mask;
      if (number === EMPTY) throw new Error(`a model cannot hold the number ${EMPTY}`);
      while (records[slot * width] !== EMPTY) slot = (slot + 1) & mask;
      records[slot * width] = number;
      return slot * width;
    },
    find: (asked) => {
      const wanted = asked | 0;
      const spread = Math.imul(wanted, SPREAD) >>> 0;
      const bit = spread >>> SIEVE_SHIFT;
      if ((((sieve[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) return -1;
      for (let slot = spread & mask; ; slot = (slot + 1) & mask) {
        const number = records[slot * width];
        if (number === EMPTY) return -1;
        if (number === wanted) return slot * width;
      }
    },
  };
}
