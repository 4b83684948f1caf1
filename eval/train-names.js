#!/usr/bin/env node
// The sequence model of src/analysis/name, from the labelled samples of the shared folder and plain sentences of our own.
//   node eval/train-names.js --shared DIR [--folds 5] [--classes FINE.tsv,COARSE.tsv]     figures on parts never trained on
//   node eval/train-names.js --shared DIR --out src/analysis/name/weights.ts …            trains on everything and writes the file
// Parts are runs of sentences in their order, so that a document is in one part or at most cut once. Without --classes the word classes of the
// present file are used; they come from `train-clusters.js`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import {
  fillSlots,
  GAPS,
  isBeyond,
  JOINT,
  jointFeature,
  placed,
  REACH,
  reachOf,
  SLOTS,
  toSequence,
} from "../dist/analysis/name/features.js";
import { hashText } from "../dist/analysis/name/hash.js";
import { TYPES } from "../dist/analysis/name/label.js";
import { FEATURE_MASK, LABELS, WEIGHED } from "../dist/analysis/name/model-file.js";
import { toSpans } from "../dist/analysis/name/spans.js";
import { EDGE, EDGE_PLACE } from "../dist/analysis/name/weigh.js";
import { WEIGHTS } from "../dist/analysis/name/weights.js";
import { viewWord } from "../dist/analysis/name/word.js";
import { tokenize } from "../dist/text/index.js";
import { addState, createField, createMean, decode, learn, toMean } from "./chain-field.js";
import { writePlainSentences } from "./plain-sentences.js";

const { values: options } = parseArgs({
  options: {
    shared: { type: "string" },
    folds: { type: "string", default: "5" },
    classes: { type: "string" },
    out: { type: "string" },
    bare: { type: "boolean", default: false },
  },
});

const EPOCHS = 12;
const RATE = 0.03;
/** AQMAR is the smaller by far, and another kind of prose. */
const AQMAR_TIMES = 3;
/** Sentences of our own put together from the tables of names. */
const PLAIN_SENTENCES = 1200;
/** The part of a word's features that a step does not see, so that none is leaned on alone. */
const HIDDEN = 0.25;
/** Steps still sway to and fro at the end: the mean of states of the last part is taken, one of so many steps. */
const LAST_PART = 0.3;
const STEPS_OF_STATE = 1500;
const LEAST_SEEN = 2;
const MOST_FEATURES = 150_000;

function readClasses(paths) {
  const [fine, coarse] = paths.split(",").map(
    (path) =>
      new Map(
        readFileSync(path, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => line.split("\t"))
          .map(([word, number]) => [hashText(word), Number(number) + 1]),
      ),
  );
  return new Map([...fine].map(([word, number]) => [word, number * 256 + (coarse.get(word) ?? 0)]));
}

/** The words of the present file with their classes; `parseModel` says where they stand. */
function presentClasses() {
  const bytes = Buffer.from(WEIGHTS, "base64");
  const words = bytes.readUInt32LE(4);
  const from = bytes.length - words * 7;
  return new Map(
    Array.from({ length: words }, (_, k) => [
      bytes.readUInt32LE(from + k * 4),
      bytes.readUIntLE(from + words * 4 + k * 3, 3),
    ]),
  );
}

const classes = options.classes === undefined ? presentClasses() : readClasses(options.classes);
const classOf = (word) => classes.get(word) ?? 0;
const views = new Map();
function viewOf(folded) {
  const known = views.get(folded);
  if (known !== undefined) return known;
  const view = viewWord(folded, (word) => {
    const found = options.bare ? 0 : classOf(hashText(word));
    return { fine: found >> 8, coarse: found & 255 };
  });
  views.set(folded, view);
  return view;
}

const numbers = new Map();
function numberOf(feature) {
  const kept = feature & FEATURE_MASK;
  const known = numbers.get(kept);
  if (known !== undefined) return known;
  numbers.set(kept, numbers.size);
  return numbers.size - 1;
}

const slots = new Int32Array(SLOTS);
function featuresAt(sequence, at) {
  const out = [];
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    if (isBeyond(sequence.gaps, at, at + offset)) {
      out.push(numberOf(placed(EDGE, EDGE_PLACE + offset)));
      continue;
    }
    const view = sequence.views[at + offset];
    for (const feature of view.features.subarray(0, reachOf(view, offset)))
      out.push(numberOf(placed(feature, offset)));
  }
  fillSlots(sequence, at, slots);
  for (const [template, first, second] of JOINT)
    out.push(numberOf(jointFeature(template, slots[first], slots[second])));
  return Int32Array.from(out);
}

function readSample(name) {
  return gunzipSync(readFileSync(join(options.shared, "data/language", name)))
    .toString()
    .split("\n")
    .filter(Boolean)
    .map((line) => toRow(JSON.parse(line)));
}

function toRow({ id, text, names }) {
  const tokens = tokenize(text);
  const sequence = toSequence(text, tokens, viewOf);
  const labels = new Uint8Array(tokens.length);
  for (const { type, start, end } of names) {
    const inside = tokens.flatMap((token, at) =>
      token.start < end && token.end > start && token.end <= end ? [at] : [],
    );
    inside.forEach((at, k) => {
      labels[at] = 1 + 2 * TYPES.indexOf(type) + (k > 0 ? 1 : 0);
    });
  }
  const feats = tokens.map((_, at) => featuresAt(sequence, at));
  return { id, text, names, tokens, labels, feats, gaps: sequence.gaps };
}

let seed = 0;
function random() {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return seed / 2 ** 32;
}

function train(rows) {
  seed = 7;
  const seen = new Int32Array(numbers.size);
  for (const { feats } of rows)
    for (const each of feats) for (const feature of each) seen[feature] += 1;
  const field = createField(
    numbers.size,
    Uint8Array.from(seen, (times) => (times < LEAST_SEEN ? 1 : 0)),
  );
  const order = rows.flatMap((row) =>
    Array(row.id.startsWith("aqmar") ? AQMAR_TIMES : 1).fill(row),
  );
  const mean = createMean(field);
  const steps = EPOCHS * order.length;
  for (let step = 0; step < steps; step += 1) {
    const at = step % order.length;
    if (at === 0) shuffle(order);
    learn(field, hideSome(order[at]), RATE / (1 + (0.6 * step) / rows.length));
    const isLast = step >= steps * (1 - LAST_PART);
    if (isLast && step % STEPS_OF_STATE === 0) addState(mean, field);
  }
  return toMean(mean);
}

function hideSome(row) {
  return { ...row, feats: row.feats.map((each) => each.filter(() => random() >= HIDDEN)) };
}

function shuffle(order) {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
}

/** As score-spans does: the same end and type, and the same start but for one joined letter. */
function isSame(text, wanted, got) {
  const near =
    wanted.start === got.start ||
    (Math.abs(wanted.start - got.start) <= 1 &&
      /^[وفبلك ]/u.test(text.slice(Math.min(wanted.start, got.start))));
  return wanted.type === got.type && wanted.end === got.end && near;
}

function judge(field, row, tally) {
  const found = toSpans(row.text, row.tokens, decode(field, row)).map(({ type, from, to }) => ({
    type,
    start: row.tokens[from].start,
    end: row.tokens[to - 1].end,
  }));
  const add = (type, k) => {
    for (const key of [type, "all"]) {
      tally[key] ??= [0, 0, 0];
      tally[key][k] += 1;
    }
  };
  const left = new Set(found);
  for (const name of row.names) {
    const match = [...left].find((got) => isSame(row.text, name, got));
    add(name.type, 2);
    if (match !== undefined) add(name.type, 0);
    left.delete(match);
  }
  for (const { type } of found) add(type, 1);
}

function print(sample, tally) {
  for (const type of [...TYPES, "all"]) {
    const [right, said, wanted] = tally[type];
    console.log(
      `${sample} ${type.padEnd(12)} P ${(right / said).toFixed(3)}  R ${(right / wanted).toFixed(3)}  F1 ${((2 * right) / (said + wanted)).toFixed(3)}`,
    );
  }
}

function crossValidate(samples, folds) {
  const tallies = samples.map(() => ({}));
  for (let fold = 0; fold < folds; fold += 1) {
    const bounds = samples.map((rows) =>
      [fold, fold + 1].map((k) => Math.floor((k * rows.length) / folds)),
    );
    const seen = samples.flatMap((rows, s) =>
      rows.filter((_, at) => at < bounds[s][0] || at >= bounds[s][1]),
    );
    const field = train([...seen, ...plain]);
    samples.forEach((rows, s) => {
      for (const row of rows.slice(...bounds[s])) judge(field, row, tallies[s]);
    });
  }
  print("ANERcorp", tallies[0]);
  print("AQMAR", tallies[1]);
}

/** The text of `weights.ts`: see `parseModel` for the order of its parts. */
function toFile({ weights, transitions }) {
  const kept = [...numbers]
    .map(([feature, at]) => {
      const own = weights.subarray(at * LABELS, (at + 1) * LABELS);
      return { feature, own: Array.from(own.subarray(1), (w) => w - own[0]) };
    })
    .map((row) => ({ ...row, most: Math.max(...row.own.map(Math.abs)) }))
    .sort((a, b) => b.most - a.most || a.feature - b.feature)
    .slice(0, MOST_FEATURES)
    .filter(({ most }) => most > 0);
  const step = kept[Math.floor(kept.length / 1000)].most / 127;
  kept.sort((a, b) => a.feature - b.feature);
  const words = [...classes];
  const bytes = Buffer.alloc(
    20 + kept.length * (3 + WEIGHED) + transitions.length * 4 + words.length * 7,
  );
  bytes.writeUInt32LE(kept.length, 0);
  bytes.writeUInt32LE(words.length, 4);
  bytes.writeUInt32LE(GAPS, 8);
  bytes.writeFloatLE(step, 12);
  let at = 20;
  for (const { feature } of kept) at = bytes.writeUIntLE(feature, at, 3);
  for (const { own } of kept)
    for (const w of own)
      at = bytes.writeInt8(Math.max(-127, Math.min(127, Math.round(w / step))), at);
  for (const w of transitions) at = bytes.writeFloatLE(w, at);
  for (const [word] of words) at = bytes.writeUInt32LE(word, at);
  for (const [, number] of words) at = bytes.writeUIntLE(number, at, 3);
  return `// Made by eval/train-names.js from ANERcorp (CC BY-SA 4.0) and AQMAR (CC BY-SA 3.0): see LICENSE-weights.md in this folder.
export const WEIGHTS: string =
  "${bytes.toString("base64")}";
`;
}

const samples = ["names-anercorp-train.jsonl.gz", "names-aqmar.jsonl.gz"].map(readSample);
const plain = writePlainSentences(PLAIN_SENTENCES).map(toRow);
if (options.out === undefined) crossValidate(samples, Number(options.folds));
else writeFileSync(options.out, toFile(train([...samples.flat(), ...plain])));
