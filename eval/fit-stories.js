#!/usr/bin/env node
// node eval/fit-stories.js (after npm run build): fits the pair model of src/story/story-model.ts and prints its weights.
// Labels: the shared gold of three April days, our own of four other days in eval/labels/ (ids only), and the sample press, at
// half a vote because one hand wrote it. Each fold leaves the pairs of one day, or the sample, out; pairs of the biggest event
// are left out everywhere, or it would be all that is learnt.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { attribute } from "../dist/analysis/index.js";
import { parseRecord } from "../dist/archive/index.js";
import { readInputs } from "../dist/pipeline/index.js";
import { createRarity } from "../dist/story/rarity.js";
import { toReport } from "../dist/story/report.js";
import { createRoom } from "../dist/story/room.js";
import { compareHeads, compareWholes, weighHead, weighWhole } from "../dist/story/similarity.js";

const INPUTS = [
  "whole",
  "title",
  "titles",
  "leads",
  "rare",
  "rareAnywhere",
  "near",
  "gapDays",
  "sameOutlet",
];
const FARTHEST_DAYS = 4;
const LEAST_WHOLE = 0.03;
const RIDGE = 1;
const DAY_MS = 86_400_000;
const BIGGEST = "us-uk-france-strike-syria-14apr";
const JOINING_ODDS = -0.05;
const SAMPLE_VOTE = 0.5;
const SAMPLE_END = Date.UTC(2026, 2, 4);
const OUR_DAYS = ["2018-03-14", "2018-05-21"];

const shared = process.env.TAWATUR_SHARED ?? new URL("../../shared", import.meta.url).pathname;
if (!existsSync(`${shared}/data`)) {
  console.log(`SKIPPED: no labelled data at ${shared} (set TAWATUR_SHARED to where it is)`);
  process.exit(0);
}

const json = (path) => JSON.parse(readFileSync(path, "utf8"));

function goldSet() {
  const { docs } = json(join(shared, "data/gold/stories-2018-04.json"));
  const eventOf = new Map(Object.entries(docs).map(([id, { event }]) => [id, event]));
  return { eventOf, isUnsure: () => false };
}

function ourSet(day) {
  const { articles, events, unsure } = json(
    new URL(`./labels/stories-${day}.json`, import.meta.url),
  );
  const eventOf = new Map(articles.map((id) => [id, id]));
  for (const [number, ids] of events.entries()) for (const id of ids) eventOf.set(id, `e${number}`);
  const groups = unsure.map((ids) => new Set(ids));
  return { eventOf, isUnsure: (a, b) => groups.some((ids) => ids.has(a) && ids.has(b)) };
}

function readArticles() {
  const packed = readFileSync(join(shared, "data/ant-2018-03-05.jsonl.gz"));
  return gunzipSync(packed)
    .toString()
    .split("\n")
    .filter(Boolean)
    .map(parseRecord)
    .flatMap((read) => (read.ok ? [read.article] : []));
}

/** The pairs of one set, compared as the grouper would with a week behind it. A text filed twice counts once. */
function toPairs(articles, { eventOf, isUnsure }) {
  const at = (article) => Date.parse(article.published.at);
  const times = articles.filter(({ id }) => eventOf.has(id)).map(at);
  const [from, to] = [Math.min(...times) - 4 * DAY_MS, Math.max(...times)];
  const [rarity, room] = [createRarity(), createRoom()];
  const weighed = [];
  const reports = articles
    .filter((article) => at(article) >= from && at(article) <= to)
    .map((article) => toReport({ ...article, attribution: attribute(article) }, 0));
  for (const report of reports) rarity.add(report.profile.whole.numbers);
  const seen = new Set();
  for (const report of reports) {
    const key = `${report.outlet} ${report.article.title}`;
    if (!eventOf.has(report.id) || seen.has(key)) continue;
    seen.add(key);
    weighed.push(weigh(report, rarity, room));
  }
  return weighed.flatMap((a, i) =>
    weighed.slice(i + 1).flatMap((b) => toPair(a, b, rarity, eventOf, isUnsure) ?? []),
  );
}

function weigh(report, rarity, room) {
  return { report, head: weighHead(report, rarity, room), whole: weighWhole(report, rarity, room) };
}

/** One labelled pair with its inputs; null when it is not to be learnt from. */
function toPair(a, b, rarity, eventOf, isUnsure) {
  const [left, right] = [a.report, b.report];
  const same = eventOf.get(left.id) === eventOf.get(right.id);
  if (same ? eventOf.get(left.id) === BIGGEST : isUnsure(left.id, right.id)) return null;
  const compared = { ...compareHeads(a.head, b.head), ...compareWholes(a.whole, b.whole) };
  if (!same && compared.whole < LEAST_WHOLE) return null;
  const inputs = INPUTS.map((name) =>
    name === "gapDays" ? Math.min(FARTHEST_DAYS, compared[name]) : compared[name],
  );
  const first = Math.min(left.instant, right.instant);
  const day = new Date(first).toISOString().slice(0, 10);
  return { inputs, same, day, vote: 1, prior: Math.max(0, -rarity.fullness()) };
}

/** The pairs of the sample press, in its own small window; copies of one text teach nothing about events. */
async function samplePairs() {
  const { reports } = json(new URL("../samples/truth.json", import.meta.url));
  const press = new URL("../samples/press", import.meta.url).pathname;
  const [rarity, room] = [createRarity(), createRoom()];
  const weighed = [];
  for await (const item of readInputs([press], [])) {
    if (!item.ok || !(item.article.id in reports)) continue;
    const article = { ...item.article, attribution: attribute(item.article) };
    const report = toReport(article, SAMPLE_END);
    rarity.add(report.profile.whole.numbers);
    weighed.push(report);
  }
  const eventOf = new Map(Object.entries(reports).map(([id, { story }]) => [id, story]));
  const isCopy = (a, b) => reports[a.report.id].account === reports[b.report.id].account;
  const all = weighed.map((report) => weigh(report, rarity, room));
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => !isCopy(a, b))
      .flatMap((b) => toPair(a, b, rarity, eventOf, () => false) ?? [])
      .map((pair) => ({ ...pair, day: "sample", vote: SAMPLE_VOTE })),
  );
}

/** Logistic regression by Newton's method, with a small ridge on standardised inputs. */
function fit(pairs) {
  const size = INPUTS.length;
  const mean = INPUTS.map((_, k) => pairs.reduce((sum, p) => sum + p.inputs[k], 0) / pairs.length);
  const spread = INPUTS.map(
    (_, k) =>
      Math.sqrt(pairs.reduce((sum, p) => sum + (p.inputs[k] - mean[k]) ** 2, 0) / pairs.length) ||
      1,
  );
  const rows = pairs.map(({ inputs }) => [1, ...inputs.map((x, k) => (x - mean[k]) / spread[k])]);
  let weights = new Array(size + 1).fill(0);
  for (let round = 0; round < 25; round += 1) {
    const slope = weights.map((w, k) => (k === 0 ? 0 : -RIDGE * w));
    const bend = weights.map((_, i) => weights.map((__, k) => (i === k && i > 0 ? RIDGE : 0)));
    for (const [at, row] of rows.entries()) {
      const { same, vote, prior } = pairs[at];
      const odds = row.reduce((sum, x, k) => sum + x * weights[k], prior);
      const p = 1 / (1 + Math.exp(-odds));
      const miss = vote * ((same ? 1 : 0) - p);
      for (let i = 0; i <= size; i += 1) {
        slope[i] += miss * row[i];
        for (let k = 0; k <= size; k += 1) bend[i][k] += vote * p * (1 - p) * row[i] * row[k];
      }
    }
    const step = solve(bend, slope);
    weights = weights.map((w, k) => w + step[k]);
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  const plain = INPUTS.map((_, k) => weights[k + 1] / spread[k]);
  const bias = weights[0] - plain.reduce((sum, w, k) => sum + w * mean[k], 0);
  return { bias, weights: plain };
}

/** Gauss-Jordan elimination. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let i = 0; i < rows.length; i += 1) {
    const best = rows.findIndex(
      (row, k) =>
        k >= i &&
        Math.abs(row[i]) === Math.max(...rows.slice(i).map((other) => Math.abs(other[i]))),
    );
    [rows[i], rows[best]] = [rows[best], rows[i]];
    for (let k = 0; k < rows.length; k += 1) {
      if (k === i) continue;
      const factor = rows[k][i] / rows[i][i];
      rows[k] = rows[k].map((x, at) => x - factor * rows[i][at]);
    }
  }
  return rows.map((row, i) => row.at(-1) / row[i]);
}

function pairF1({ bias, weights }, pairs) {
  let [both, found, wanted] = [0, 0, 0];
  for (const { inputs, same, prior } of pairs) {
    const joined = weights.reduce((sum, w, k) => sum + w * inputs[k], bias + prior) > JOINING_ODDS;
    if (joined) found += 1;
    if (same) wanted += 1;
    if (joined && same) both += 1;
  }
  return (2 * both) / (found + wanted);
}

const articles = readArticles();
const pairs = [
  ...[goldSet(), ...OUR_DAYS.map(ourSet)].flatMap((set) => toPairs(articles, set)),
  ...(await samplePairs()),
];
for (const day of [...new Set(pairs.map((pair) => pair.day))].sort()) {
  const left = pairs.filter((pair) => pair.day === day);
  const model = fit(pairs.filter((pair) => pair.day !== day));
  console.log(
    `${day}  pairs ${left.length}, of one event ${left.filter(({ same }) => same).length}, F1 when left out ${pairF1(model, left).toFixed(3)}`,
  );
}
const model = fit(pairs);
console.log(`bias: ${model.bias.toFixed(2)}`);
for (const [k, name] of INPUTS.entries()) console.log(`${name}: ${model.weights[k].toFixed(3)}`);
