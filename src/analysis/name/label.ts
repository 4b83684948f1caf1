import { factOf, type Token, wordsOf } from "../../text/index.ts";
import { GAP, JOINT, placed, REACH, reachOf, toSequence } from "./features.ts";
import { hashText } from "./hash.ts";
import { createJoint, type PlaceJoint } from "./joint.ts";
import { LABELS, type NameModel, parseModel, WEIGHED } from "./model-file.ts";
import { WEIGHTS } from "./weights.ts";
import { viewWord, type WordView } from "./word.ts";

/** Labels: 0 no name; 1, 3, 5 a person, organisation or place begins; one more: it goes on. */
export const TYPES = ["person", "organisation", "place"] as const;

const WIDTH = 2 * REACH + 1;
interface Weighed {
  readonly view: WordView;
  /** What the word says of the labels of the word `offset` places before it: [offset][label], from a place in a page of many words. */
  readonly says: Int16Array;
  readonly from: number;
}

/** A row is one line of a processor's memory; an array of its own for each word is many times that. */
const ROW = 32;
const ROWS_OF_PAGE = 1024;
const NO_FEATURES = new Uint32Array(0);

interface Loaded {
  readonly model: NameModel;
  readonly placeJoint: PlaceJoint;
}

let loaded: Loaded | null = null;
let page = new Int16Array(0);
let rowsUsed = ROWS_OF_PAGE;
/** What the edge of a sentence says, by distance. */
const edges = new Int16Array(WIDTH * WEIGHED);

const EDGES: Pick<Weighed, "says" | "from"> = { says: edges, from: 0 };

function load(): Loaded {
  if (loaded !== null) return loaded;
  const model = parseModel(WEIGHTS);
  for (let offset = -REACH; offset <= REACH; offset += 1)
    if (offset !== 0) {
      const place = model.find(placed(EDGE, EDGE_PLACE + offset));
      addWeights(model.weights, place, edges, (offset + REACH) * WEIGHED);
    }
  loaded = { model, placeJoint: createJoint(model) };
  return loaded;
}

/** The feature that says a neighbor is beyond the sentence's edge. */
export const EDGE = 7;
export const EDGE_PLACE = 50;

function addWeights(weights: Int8Array, place: number, to: Int16Array, at: number): void {
  if (place < 0) return;
  for (let label = 0; label < WEIGHED; label += 1)
    to[at + label] = (to[at + label] as number) + (weights[place + label] as number);
}

function nextRow(): number {
  if (rowsUsed === ROWS_OF_PAGE) {
    page = new Int16Array(ROWS_OF_PAGE * ROW);
    rowsUsed = 0;
  }
  rowsUsed += 1;
  return (rowsUsed - 1) * ROW;
}

/** What a word weighs wherever it stands. */
const weigh = factOf(weighAnew);

function weighAnew(folded: string): Weighed {
  const { model } = load();
  const view = viewWord(folded, (word) => {
    const found = model.classOf(hashText(word));
    return { fine: found >> 8, coarse: found & 255 };
  });
  const from = nextRow();
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    for (let k = 0; k < reachOf(view, offset); k += 1) {
      const place = model.find(placed(view.features[k] as number, offset));
      addWeights(model.weights, place, page, from + (offset + REACH) * WEIGHED);
    }
  }
  return { view: { ...view, features: NO_FEATURES }, says: page, from };
}

/** The most probable labels of a text's tokens. */
export function labelTokens(text: string, tokens: readonly Token[]): Uint8Array {
  const { model, placeJoint } = load();
  const weighed = wordsOf(tokens).map(weigh);
  const sequence = toSequence(text, tokens, (_, at) => (weighed[at] as Weighed).view);
  const emissions = new Float32Array(tokens.length * WEIGHED);
  const sentences = numberSentences(sequence.gaps);
  const places = new Int32Array(JOINT.length);
  for (let at = 0; at < tokens.length; at += 1) {
    placeJoint(sequence, at, places);
    emit(model.weights, places, weighed, sentences, at, emissions);
  }
  return decode(model, emissions, sequence.gaps);
}

/** For each word the number of its sentence. */
function numberSentences(gaps: Uint8Array): Int32Array {
  const sentences = new Int32Array(gaps.length - 1);
  for (let at = 1; at < sentences.length; at += 1)
    sentences[at] = (sentences[at - 1] as number) + (gaps[at] === GAP.end ? 1 : 0);
  return sentences;
}

/**
 * Sums what a word, its neighbors and their joint features say of its labels. Every word of every text passes here: label by label in
 * six local numbers it takes half the time of a loop over them.
 */
function emit(
  weights: Int8Array,
  places: Int32Array,
  weighed: readonly Weighed[],
  sentences: Int32Array,
  at: number,
  emissions: Float32Array,
): void {
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  let l4 = 0;
  let l5 = 0;
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    const to = at + offset;
    const isInside = to >= 0 && to < sentences.length && sentences[to] === sentences[at];
    const word = isInside ? (weighed[to] as Weighed) : EDGES;
    const { says } = word;
    const from = word.from + (offset + REACH) * WEIGHED;
    l0 += says[from] as number;
    l1 += says[from + 1] as number;
    l2 += says[from + 2] as number;
    l3 += says[from + 3] as number;
    l4 += says[from + 4] as number;
    l5 += says[from + 5] as number;
  }
  for (let k = 0; k < places.length; k += 1) {
    const from = places[k] as number;
    if (from < 0) continue;
    l0 += weights[from] as number;
    l1 += weights[from + 1] as number;
    l2 += weights[from + 2] as number;
    l3 += weights[from + 3] as number;
    l4 += weights[from + 4] as number;
    l5 += weights[from + 5] as number;
  }
  const base = at * WEIGHED;
  emissions[base] = l0;
  emissions[base + 1] = l1;
  emissions[base + 2] = l2;
  emissions[base + 3] = l3;
  emissions[base + 4] = l4;
  emissions[base + 5] = l5;
}

const IMPOSSIBLE = -1e9;

/** Viterbi: a name goes on only from itself, and none over the end of a sentence. */
function decode(from: NameModel, emissions: Float32Array, gaps: Uint8Array): Uint8Array {
  const length = emissions.length / WEIGHED;
  const back = new Uint8Array(length * LABELS);
  let before = new Float64Array(LABELS).fill(IMPOSSIBLE);
  let now = new Float64Array(LABELS);
  before[0] = 0;
  for (let at = 0; at < length; at += 1) {
    const gap = gaps[at] as number;
    const base = gap * LABELS * LABELS;
    for (let label = 0; label < LABELS; label += 1) {
      const goesOn = label > 0 && label % 2 === 0;
      const previous = bestBefore(before, from.transitions, base, label);
      const said = label === 0 ? 0 : (emissions[at * WEIGHED + label - 1] as number) * from.step;
      const moved = from.transitions[base + previous * LABELS + label] as number;
      now[label] =
        goesOn && gap === GAP.end ? IMPOSSIBLE : (before[previous] as number) + moved + said;
      back[at * LABELS + label] = previous;
    }
    [before, now] = [now, before];
  }
  return trace(back, before, length);
}

function bestBefore(
  before: Float64Array,
  transitions: Float32Array,
  base: number,
  label: number,
): number {
  const goesOn = label > 0 && label % 2 === 0;
  const last = goesOn ? label : LABELS - 1;
  let found = goesOn ? label - 1 : 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let previous = found; previous <= last; previous += 1) {
    const score =
      (before[previous] as number) + (transitions[base + previous * LABELS + label] as number);
    if (score > best) {
      best = score;
      found = previous;
    }
  }
  return found;
}

function trace(back: Uint8Array, last: Float64Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  let label = last.indexOf(Math.max(...last));
  for (let at = length - 1; at >= 0; at -= 1) {
    labels[at] = label;
    label = back[at * LABELS + label] as number;
  }
  return labels;
}
