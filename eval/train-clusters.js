// Word classes by the exchange algorithm (Kneser and Ney 1993): words that stand between the same neighbors fall into one class.
//   node eval/train-clusters.js OUT CLASSES ROUNDS [LEAST] ARTICLES.jsonl.gz…
// Writes `word<TAB>class` for every word seen LEAST times; the counts are over the whole collection, no text is kept.
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { tokenize } from "../dist/text/index.js";

const [out, classArg, roundArg, leastArg, ...files] = process.argv.slice(2);
const CLASSES = Number(classArg);
const ROUNDS = Number(roundArg);
const LEAST = Number(leastArg);
/** Classes of their own: sentence edge, unknown word, number. */
const EDGE = 0;
const UNKNOWN = 1;
const NUMBER = 2;
const FIXED = 3;
const BREAK = /[.!?؟\n،؛:()«»"]/u;

const ids = new Map();
const counts = [];
const stream = [];

function idOf(word) {
  let id = ids.get(word);
  if (id === undefined) {
    id = counts.length;
    ids.set(word, id);
    counts.push(0);
  }
  counts[id] += 1;
  return id;
}
for (const word of ["\u0000", "\u0001", "\u0002"]) idOf(word);

for (const file of files) {
  for (const line of gunzipSync(readFileSync(file)).toString().split("\n")) {
    if (line === "") continue;
    const { text } = JSON.parse(line);
    let end = 0;
    for (const token of tokenize(text)) {
      if (BREAK.test(text.slice(end, token.start))) stream.push(EDGE);
      stream.push(token.kind === "number" ? NUMBER : idOf(token.folded));
      end = token.end;
    }
    stream.push(EDGE);
  }
}

const words = [...ids.keys()];
const order = words
  .map((_, id) => id)
  .filter((id) => id >= FIXED && counts[id] >= LEAST)
  .sort((a, b) => counts[b] - counts[a]);
const kept = new Set(order);
const seq = Int32Array.from(stream, (id) => (id < FIXED || kept.has(id) ? id : UNKNOWN));
stream.length = 0;
console.error(`${seq.length} places, ${order.length} words`);

// Neighbors of each word, as sorted runs: left[id] = [neighbor, count, …].
function neighbors(offset) {
  const maps = new Map(order.map((id) => [id, new Map()]));
  for (let at = 1; at < seq.length - 1; at += 1) {
    const map = maps.get(seq[at]);
    if (map !== undefined) map.set(seq[at + offset], (map.get(seq[at + offset]) ?? 0) + 1);
  }
  for (const [id, map] of maps) maps.set(id, Int32Array.from([...map].flat()));
  return maps;
}
const left = neighbors(-1);
const right = neighbors(1);

const classOf = new Int32Array(words.length);
classOf[UNKNOWN] = UNKNOWN;
classOf[NUMBER] = NUMBER;
order.forEach((id, rank) => {
  classOf[id] = FIXED + (rank % CLASSES);
});
const ALL = CLASSES + FIXED;
const pairs = new Float64Array(ALL * ALL); // pairs[d * ALL + c]: d before c
const before = new Float64Array(ALL * ALL); // the same turned: before[c * ALL + d]
const total = new Float64Array(ALL);
const wordTotal = new Float64Array(words.length);
for (let at = 0; at < seq.length; at += 1) {
  total[classOf[seq[at]]] += 1;
  wordTotal[seq[at]] += 1;
  if (at > 0) {
    const [d, c] = [classOf[seq[at - 1]], classOf[seq[at]]];
    pairs[d * ALL + c] += 1;
    before[c * ALL + d] += 1;
  }
}

const TABLE = new Float64Array(1 << 20);
for (let n = 2; n < TABLE.length; n += 1) TABLE[n] = n * Math.log(n);
const f = (n) => (n < TABLE.length ? TABLE[n] : n * Math.log(n));

const sums = new Float64Array(ALL);
/** Neighbor classes of a word with their counts. */
function byClass(run) {
  const seen = [];
  for (let k = 0; k < run.length; k += 2) {
    const c = classOf[run[k]];
    if (sums[c] === 0) seen.push(c);
    sums[c] += run[k + 1];
  }
  const found = seen.map((c) => [c, sums[c]]);
  for (const c of seen) sums[c] = 0;
  return found;
}

function shift(c, ls, rs, count, sign) {
  for (const [d, n] of ls) {
    pairs[d * ALL + c] += sign * n;
    before[c * ALL + d] += sign * n;
  }
  for (const [e, n] of rs) {
    pairs[c * ALL + e] += sign * n;
    before[e * ALL + c] += sign * n;
  }
  total[c] += sign * count;
}

function gain(c, ls, rs, count) {
  let sum = -2 * (f(total[c] + count) - f(total[c]));
  const base = c * ALL;
  for (const [d, n] of ls) sum += f(before[base + d] + n) - f(before[base + d]);
  for (const [e, n] of rs) sum += f(pairs[base + e] + n) - f(pairs[base + e]);
  return sum;
}

for (let round = 0; round < ROUNDS; round += 1) {
  let moved = 0;
  for (const id of order) {
    const ls = byClass(left.get(id));
    const rs = byClass(right.get(id));
    const from = classOf[id];
    shift(from, ls, rs, wordTotal[id], -1);
    let best = from;
    let bestGain = Number.NEGATIVE_INFINITY;
    for (let c = FIXED; c < ALL; c += 1) {
      const g = gain(c, ls, rs, wordTotal[id]);
      if (g > bestGain) {
        bestGain = g;
        best = c;
      }
    }
    shift(best, ls, rs, wordTotal[id], 1);
    classOf[id] = best;
    if (best !== from) moved += 1;
  }
  console.error(`round ${round + 1}: ${moved} moved`);
  writeFileSync(out, order.map((id) => `${words[id]}\t${classOf[id] - FIXED}\n`).join(""));
  if (moved < order.length / 200) break;
}
