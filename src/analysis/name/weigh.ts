import { factOf, type Word } from "../../text/index.ts";
import { placed, REACH, reachOf } from "./features.ts";
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

let loaded: Loaded | null = null;
let page = new Int32Array(0);
let rowsUsed = ROWS_OF_PAGE;

/** The model, read when it is first asked for. */
export function load(): Loaded {
  if (loaded !== null) return loaded;
  const model = parseModel(WEIGHTS);
  const joint = createJoint(model);
  loaded = { model, joint, edge: weighEdge(model, joint) };
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

function addWeights(model: NameModel, feature: number, to: Int32Array, at: number): void {
  const { find, weights } = model;
  const place = find(feature);
  if (place < 0) return;
  for (let label = 0; label < WEIGHED; label += 1)
    to[at + label] = (to[at + label] as number) + (weights[place + label] as number);
}

/** What a word weighs wherever it stands. */
export const weigh: (word: Word) => Weighed = factOf((folded): Weighed => {
  const { model, joint } = load();
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
  addSaid(model, view, page, from);
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

/** Adds what a word's features say from each place they are seen from. */
function addSaid(model: NameModel, view: WordView, to: Int32Array, from: number): void {
  const { features } = view;
  for (let offset = -REACH; offset <= REACH; offset += 1)
    for (let k = 0; k < reachOf(view, offset); k += 1)
      addWeights(model, placed(features[k] as number, offset), to, saysAt(from, offset));
}
