// A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), trained by stochastic gradient descent.
// A row is { feats: [Int32Array of feature numbers a token], gaps: what stands before each token, labels }.

import { GAP, GAPS } from "../dist/analysis/name/features.js";
import { LABELS as L } from "../dist/analysis/name/model-file.js";

const SQUARE = L * L;

/** A name goes on only from itself, and none over the end of a sentence. */
function isAllowed(gap, before, label) {
  const goesOn = label > 0 && label % 2 === 0;
  return !goesOn || (gap !== GAP.end && (before === label || before === label - 1));
}

const ALLOWED = Uint8Array.from({ length: GAPS * SQUARE }, (_, i) =>
  isAllowed(Math.floor(i / SQUARE), Math.floor((i % SQUARE) / L), i % L) ? 1 : 0,
);

/** `count` features; those that `skips` marks are never learned. */
export function createField(count, skips) {
  return {
    weights: new Float64Array(count * L),
    transitions: new Float64Array(GAPS * SQUARE),
    skips,
  };
}

/** The mean of the states a field passes through, none yet. */
export function createMean({ weights, transitions, skips }) {
  return {
    weights: new Float64Array(weights.length),
    transitions: new Float64Array(transitions.length),
    skips,
    states: 0,
  };
}

/** Counts the field as it stands in. */
export function addState(mean, { weights, transitions }) {
  mean.states += 1;
  for (let i = 0; i < weights.length; i += 1) mean.weights[i] += weights[i];
  for (let i = 0; i < transitions.length; i += 1) mean.transitions[i] += transitions[i];
}

/** The field that is the mean of all states counted. */
export function toMean({ weights, transitions, skips, states }) {
  const share = (sum) => sum / states;
  return { weights: weights.map(share), transitions: transitions.map(share), skips };
}

function toEmissions({ weights }, { feats }) {
  const out = new Float64Array(feats.length * L);
  feats.forEach((numbers, t) => {
    for (let k = 0; k < numbers.length; k += 1) {
      const at = numbers[k] * L;
      for (let c = 0; c < L; c += 1) out[t * L + c] += weights[at + c];
    }
  });
  return out;
}

/** The most probable labels of a row. */
export function decode(field, row) {
  const said = toEmissions(field, row);
  const back = new Uint8Array(said.length);
  let scores = new Float64Array(L).fill(-1e9);
  scores[0] = 0;
  for (let t = 0; t < row.feats.length; t += 1) {
    const next = new Float64Array(L).fill(-1e12);
    const base = row.gaps[t] * SQUARE;
    for (let p = 0; p < L; p += 1)
      for (let c = 0; c < L; c += 1) {
        const score = scores[p] + field.transitions[base + p * L + c] + said[t * L + c];
        if (ALLOWED[base + p * L + c] === 0 || score <= next[c]) continue;
        next[c] = score;
        back[t * L + c] = p;
      }
    scores = next;
  }
  const labels = new Uint8Array(row.feats.length);
  let label = scores.indexOf(Math.max(...scores));
  for (let t = labels.length - 1; t >= 0; t -= 1) {
    labels[t] = label;
    label = back[t * L + label];
  }
  return labels;
}

/** Messages along the chain, each step scaled to sum to one. */
function forward(x, moves, gaps, length) {
  const out = new Float64Array(length * L);
  for (let t = 0; t < length; t += 1) {
    const base = gaps[t] * SQUARE;
    let sum = 0;
    for (let c = 0; c < L; c += 1) {
      let s = t === 0 ? moves[base + c] : 0;
      if (t > 0) for (let p = 0; p < L; p += 1) s += out[(t - 1) * L + p] * moves[base + p * L + c];
      out[t * L + c] = s * x[t * L + c];
      sum += out[t * L + c];
    }
    for (let c = 0; c < L; c += 1) out[t * L + c] /= sum;
  }
  return out;
}

function backward(x, moves, gaps, length) {
  const out = new Float64Array(length * L).fill(1);
  for (let t = length - 2; t >= 0; t -= 1) {
    const base = gaps[t + 1] * SQUARE;
    const next = (t + 1) * L;
    let sum = 0;
    for (let p = 0; p < L; p += 1) {
      let s = 0;
      for (let c = 0; c < L; c += 1) s += moves[base + p * L + c] * x[next + c] * out[next + c];
      out[t * L + p] = s;
      sum += s;
    }
    for (let p = 0; p < L; p += 1) out[t * L + p] /= sum;
  }
  return out;
}

/** One step towards a row's labels. */
export function learn(field, row, rate) {
  const { feats, gaps, labels } = row;
  if (feats.length === 0) return;
  const said = toEmissions(field, row);
  const x = said.map((_, i) => {
    const from = i - (i % L);
    return Math.exp(said[i] - Math.max(...said.subarray(from, from + L)));
  });
  const moves = field.transitions.map((w, i) => (ALLOWED[i] === 1 ? Math.exp(w) : 0));
  const alpha = forward(x, moves, gaps, feats.length);
  const beta = backward(x, moves, gaps, feats.length);
  for (let t = 0; t < feats.length; t += 1) {
    learnWords(
      field,
      feats[t],
      wrongness(alpha, beta, t, labels[t]).map((d) => d * rate),
    );
    learnMoves(field, { x, moves, alpha, beta, t, base: gaps[t] * SQUARE, labels }, rate);
  }
}

/** What is wanted of each label less what is believed. */
function wrongness(alpha, beta, t, wanted) {
  const believed = alpha.subarray(t * L, t * L + L).map((a, c) => a * beta[t * L + c]);
  const sum = believed.reduce((a, b) => a + b, 0);
  return believed.map((b, c) => (c === wanted ? 1 : 0) - b / sum);
}

function learnWords({ weights, skips }, numbers, steps) {
  if (steps.every((step) => Math.abs(step) < 1e-6)) return;
  for (let k = 0; k < numbers.length; k += 1) {
    if (skips[numbers[k]] === 1) continue;
    const at = numbers[k] * L;
    for (let c = 0; c < L; c += 1) weights[at + c] += steps[c];
  }
}

function learnMoves({ transitions }, { x, moves, alpha, beta, t, base, labels }, rate) {
  const believed = new Float64Array(SQUARE);
  let sum = 0;
  for (let p = 0; p < L; p += 1)
    for (let c = 0; c < L; c += 1) {
      const before = t === 0 ? Number(p === 0) : alpha[(t - 1) * L + p];
      const b = before * moves[base + p * L + c] * x[t * L + c] * beta[t * L + c];
      believed[p * L + c] = b;
      sum += b;
    }
  for (let i = 0; i < SQUARE; i += 1) transitions[base + i] -= (rate * believed[i]) / sum;
  transitions[base + (t === 0 ? 0 : labels[t - 1]) * L + labels[t]] += rate;
}
