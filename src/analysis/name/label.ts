import { type Token, wordsOf } from "../../text/index.ts";
import { GAP, gapsOf, REACH } from "./features.ts";
import { entriesOf, markEntries } from "./gazetteer.ts";
import { type Around, type Columns, KINDS, PLAIN } from "./joint.ts";
import { LABELS, type NameModel, WEIGHED } from "./model-file.ts";
import { type Loaded, load, ROW, type Weighed, weigh } from "./weigh.ts";

/** Labels: 0 no name; 1, 3, 5 a person, organisation or place begins; one more: it goes on. */
export const TYPES = ["person", "organisation", "place"] as const;

/** A text as the model weighs it; one word more than it has stands for the edge of its sentences. */
export interface Weighing extends Columns {
  readonly length: number;
  readonly weighed: readonly Weighed[];
  readonly gaps: Uint8Array;
  readonly marks: Uint8Array;
}

/** The most probable labels of a text's tokens. */
export function labelTokens(text: string, tokens: readonly Token[]): Uint8Array {
  return decode(load().model, weighTokens(text, tokens));
}

/** What the model says of the labels of a text's tokens, summed over its features. */
export function weighTokens(text: string, tokens: readonly Token[]): Weighing {
  const loaded = load();
  const weighing = toWeighing(text, tokens, loaded.edge);
  for (let from = 0; from < tokens.length; ) {
    const to = sentenceEnd(weighing, from);
    for (let at = from; at < to; at += 1) addSaid(weighing, at, from, to);
    addJoint(weighing, loaded, from, to);
    from = to;
  }
  return weighing;
}

function toWeighing(text: string, tokens: readonly Token[], edge: Weighed): Weighing {
  const { length } = tokens;
  const known = wordsOf(tokens);
  const weighed: Weighed[] = [];
  const words = new Int32Array((length + 1) * KINDS);
  for (let at = 0; at <= length; at += 1) {
    const row = at === length ? edge : weigh(known[at] as (typeof known)[number]);
    const from = row.from + ROW.seen;
    for (let kind = 0; kind < KINDS; kind += 1)
      words[at * KINDS + kind] = row.page[from + kind] as number;
    weighed.push(row);
  }
  const sums = new Int32Array((length + 1) * WEIGHED);
  const marks = markEntries(tokens, known.map(entriesOf));
  return { length, weighed, words, sums, gaps: gapsOf(text, tokens), marks };
}

function sentenceEnd({ length, gaps }: Weighing, from: number): number {
  let to = from + 1;
  while (to < length && gaps[to] !== GAP.end) to += 1;
  return to;
}

/**
 * Sums what a word and its neighbors say of its labels. Every word of every text passes here: label by label in six local numbers it
 * takes half the time of a loop over them.
 */
function addSaid({ weighed, sums, length }: Weighing, at: number, first: number, end: number) {
  let l0 = 0;
  let l1 = 0;
  let l2 = 0;
  let l3 = 0;
  let l4 = 0;
  let l5 = 0;
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    const to = at + offset;
    const { page, from } = weighed[to >= first && to < end ? to : length] as Weighed;
    const says = from + ROW.says + (offset + REACH) * WEIGHED;
    l0 += page[says] as number;
    l1 += page[says + 1] as number;
    l2 += page[says + 2] as number;
    l3 += page[says + 3] as number;
    l4 += page[says + 4] as number;
    l5 += page[says + 5] as number;
  }
  const base = at * WEIGHED;
  sums[base] = l0;
  sums[base + 1] = l1;
  sums[base + 2] = l2;
  sums[base + 3] = l3;
  sums[base + 4] = l4;
  sums[base + 5] = l5;
}

/** Adds what the joint features say in one sentence. */
function addJoint(weighing: Weighing, { joint }: Loaded, from: number, to: number): void {
  const outside = weighing.length;
  for (let at = from; at <= to; at += 1)
    joint.addPair(weighing, at === from ? outside : at - 1, at === to ? outside : at);
  for (let at = from; at < to; at += 1) {
    const before = at === from ? outside : at - 1;
    joint.addAcross(weighing, before, at, at === to - 1 ? outside : at + 1);
    if (isPlain(weighing, at)) addPlain(weighing, at);
    else joint.addAround(weighing, at, aroundOf(weighing, at));
  }
}

function isPlain({ gaps, marks }: Weighing, at: number): boolean {
  return (
    gaps[at] === PLAIN.gapBefore &&
    gaps[at + 1] === PLAIN.gapAfter &&
    marks[at] === 0 &&
    (marks[at - 1] ?? 0) === 0 &&
    (marks[at + 1] ?? 0) === 0
  );
}

function addPlain({ weighed, sums }: Weighing, at: number): void {
  const { page, from } = weighed[at] as Weighed;
  const base = at * WEIGHED;
  for (let label = 0; label < WEIGHED; label += 1)
    sums[base + label] =
      (sums[base + label] as number) + (page[from + ROW.plain + label] as number);
}

function aroundOf({ gaps, marks }: Weighing, at: number): Around {
  return {
    gapBefore: gaps[at] as number,
    gapAfter: gaps[at + 1] as number,
    markBefore: marks[at - 1] ?? 0,
    mark: marks[at] as number,
    markAfter: marks[at + 1] ?? 0,
  };
}

const IMPOSSIBLE = -1e9;

/** Viterbi: a name goes on only from itself, and none over the end of a sentence. */
function decode(from: NameModel, { length, sums, gaps }: Weighing): Uint8Array {
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
      const said = label === 0 ? 0 : (sums[at * WEIGHED + label - 1] as number) * from.step;
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
