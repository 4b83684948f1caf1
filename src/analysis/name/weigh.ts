import { factOf, type Word } from "../../text/index.ts";
import { placed, REACH } from "./features.ts";
import { hashText } from "./hash.ts";
import { createJoint, type Joint, KINDS, PLAIN } from "./joint.ts";
import { type NameModel, parseModel, WEIGHED } from "./model-file.ts";
import { WEIGHTS } from "./weights.ts";
import { viewWord, type WordView } from "./word.ts";

/** The model of this build, with its joint features. */
export interface Loaded {
  readonly model: NameModel;
  readonly joint: Joint;
  /** What the edge of a sentence weighs, in the form of a word. */
  readonly edge: Weighed;
  readonly near: AddFeature;
  readonly far: AddFeature;
}

/** What a word weighs wherever it stands: from a place in a page of many words, by the parts of a row. */
export interface Weighed {
  readonly page: Int32Array;
  readonly from: number;
}

/** How many places a word's features are seen from: its own and those around it. */
const WIDTH = 2 * REACH + 1;
/**
 * The parts of a row: what joint features see of the word, what they say where only space is around it, and what it says of the labels of
 * the word so many places before it, from `REACH` after to `REACH` before.
 */
export const ROW: { readonly seen: number; readonly plain: number; readonly says: number } = {
  seen: 0,
  plain: KINDS,
  says: KINDS + WEIGHED,
};
/** A row in one piece: an array of its own for each word is many times that. */
const ROW_LENGTH = ROW.says + WIDTH * WEIGHED;
const ROWS_OF_PAGE = 512;

const NEAR = 1;
const NEAR_SLOTS = 2 ** 13;
const FAR_SLOTS = 2 ** 11;

let loaded: Loaded | null = null;
let page = new Int32Array(0);
let rowsUsed = ROWS_OF_PAGE;

/** The model, read when it is first asked for. */
export function load(): Loaded {
  if (loaded !== null) return loaded;
  const model = parseModel(WEIGHTS);
  const joint = createJoint(model);
  loaded = {
    ...{ model, joint, edge: weighEdge(model, joint) },
    near: rememberSaid(model, NEAR, NEAR_SLOTS),
    far: rememberSaid(model, REACH, FAR_SLOTS),
  };
  return loaded;
}

/** The feature that says a neighbor is beyond the sentence's edge. */
export const EDGE = 7;
export const EDGE_PLACE = 50;

function weighEdge(model: NameModel, joint: Joint): Weighed {
  const edge = new Int32Array(ROW_LENGTH);
  joint.see(null, edge, ROW.seen);
  for (let offset = -REACH; offset <= REACH; offset += 1)
    if (offset !== 0) addWeights(model, placed(EDGE, EDGE_PLACE + offset), edge, saysAt(0, offset));
  return { page: edge, from: 0 };
}

/** Where what a word says of one `-offset` places after it stands. */
function saysAt(from: number, offset: number): number {
  return from + ROW.says + (offset + REACH) * WEIGHED;
}

/** Whether the feature weighs anything. */
function addWeights(model: NameModel, feature: number, to: Int32Array, at: number): boolean {
  const { find, weights } = model;
  const place = find(feature);
  if (place < 0) return false;
  for (let label = 0; label < WEIGHED; label += 1)
    to[at + label] = (to[at + label] as number) + (weights[place + label] as number);
  return true;
}

/** What a word weighs wherever it stands. */
export const weigh: (word: Word) => Weighed = factOf((folded): Weighed => {
  const known = load();
  const { model, joint } = known;
  const view = viewWord(folded, (word) => {
    const found = model.classOf(hashText(word));
    return { fine: found >> 8, coarse: found & 255 };
  });
  if (rowsUsed === ROWS_OF_PAGE) {
    page = new Int32Array(ROWS_OF_PAGE * ROW_LENGTH);
    rowsUsed = 0;
  }
  const from = rowsUsed * ROW_LENGTH;
  rowsUsed += 1;
  joint.see(view, page, from + ROW.seen);
  addPlain(joint, page, from);
  addSaid(known, view, page, from);
  return { page, from };
});

const plainWords = new Int32Array(KINDS);
const plainSums = new Int32Array(WEIGHED);
const plainColumns = { words: plainWords, sums: plainSums };

function addPlain(joint: Joint, to: Int32Array, from: number): void {
  plainSums.fill(0);
  for (let kind = 0; kind < KINDS; kind += 1)
    plainWords[kind] = to[from + ROW.seen + kind] as number;
  joint.addAround(plainColumns, 0, PLAIN);
  to.set(plainSums, from + ROW.plain);
}

/**
 * Adds what a word's features say. The word's own is looked up from each place; beginnings, endings and classes are those of many words,
 * and what one of them says from all its places is remembered together.
 */
function addSaid({ model, near, far }: Loaded, view: WordView, to: Int32Array, from: number): void {
  const { features, reach1, reach2 } = view;
  for (let offset = -REACH; offset <= REACH; offset += 1)
    addWeights(model, placed(features[0] as number, offset), to, saysAt(from, offset));
  for (let k = 1; k < reach2; k += 1) far(features[k] as number, to, saysAt(from, -REACH));
  for (let k = reach2; k < reach1; k += 1) near(features[k] as number, to, saysAt(from, -NEAR));
  for (let k = reach1; k < features.length; k += 1)
    addWeights(model, features[k] as number, to, saysAt(from, 0));
}

/** Adds what a feature says from each of its places, to a row from the first of them on. */
type AddFeature = (feature: number, to: Int32Array, at: number) => void;

const NEW = 0;
const SILENT = 1;
const TELLING = 2;

/** Remembers what features say up to so many places around them, of those with the same slot the last one. */
function rememberSaid(model: NameModel, reach: number, slots: number): AddFeature {
  const width = (2 * reach + 1) * WEIGHED;
  const features = new Uint32Array(slots);
  const states = new Uint8Array(slots).fill(NEW);
  const rows = new Int32Array(slots * width);
  const read = (feature: number, slot: number): number => {
    features[slot] = feature;
    rows.fill(0, slot * width, (slot + 1) * width);
    let state = SILENT;
    for (let offset = -reach; offset <= reach; offset += 1) {
      const at = slot * width + (offset + reach) * WEIGHED;
      if (addWeights(model, placed(feature, offset), rows, at)) state = TELLING;
    }
    states[slot] = state;
    return state;
  };
  return (feature, to, at) => {
    const slot = (feature ^ (feature >>> 16)) & (slots - 1);
    const isKnown = states[slot] !== NEW && features[slot] === feature;
    const state = isKnown ? states[slot] : read(feature, slot);
    if (state === SILENT) return;
    const row = slot * width;
    for (let k = 0; k < width; k += 1)
      to[at + k] = (to[at + k] as number) + (rows[row + k] as number);
  };
}
