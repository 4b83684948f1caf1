#!/usr/bin/env node
// npm run eval:gate [-- --update]: quality on the sample press that the project ships, against floors.json. Fails below a floor.
// Figures are over the truth in samples/truth.json; what each means stands beside its function.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWorkerPool, importArticles, readInputs } from "../dist/pipeline/index.js";
import { openSqliteStore } from "../dist/store/index.js";
import { measureSamplePages } from "./sample-pages.js";
import { measureSentenceEnds } from "./sentence-ends.js";

const FLOORS = new URL("./floors.json", import.meta.url);
const PRESS = new URL("../samples/press", import.meta.url).pathname;
const TRUTH = new URL("../samples/truth.json", import.meta.url);
const NOISE = 0.0005;

/** What the program makes of the sample: a placement a report, and the stories. */
async function groupSample() {
  const home = mkdtempSync(join(tmpdir(), "tawatur-gate-"));
  const store = await openSqliteStore(home);
  try {
    const world = {
      store,
      analyzeAll: createWorkerPool().analyzeAll,
      now: () => new Date(),
      onProgress: () => {},
      onWait: () => {},
    };
    const refused = [];
    await importArticles(
      readInputs([PRESS], []),
      world,
      (item) => refused.push(item),
      new AbortController().signal,
    );
    const articles = await store.catalog.export(0, 10_000);
    const placements = await store.catalog.placements(articles.map(({ id }) => id));
    const stories = await store.catalog.stories({ range: null, limit: 10_000, offset: 0 });
    return {
      refused,
      placements: new Map(placements.map((placement) => [placement.articleId, placement])),
      stories,
    };
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function groupBy(ids, keyOf) {
  const groups = new Map();
  for (const id of ids) groups.set(keyOf(id), [...(groups.get(keyOf(id)) ?? []), id]);
  return groups;
}

/** Pairs of one group in both, over pairs in the one and in the other. */
function pairF1(ids, truthOf, foundOf) {
  const count = (groups) =>
    [...groups.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const both = count(groupBy(ids, (id) => `${truthOf(id)}\u0000${foundOf(id)}`));
  const [wanted, found] = [count(groupBy(ids, truthOf)), count(groupBy(ids, foundOf))];
  return found + wanted === 0 ? 1 : (2 * both) / (found + wanted);
}

/** B-cubed F1 (Bagga and Baldwin 1998). */
function bCubed(ids, truthOf, foundOf) {
  const [wanted, found] = [groupBy(ids, truthOf), groupBy(ids, foundOf)];
  let precision = 0;
  let recall = 0;
  for (const id of ids) {
    const mine = found.get(foundOf(id));
    const theirs = wanted.get(truthOf(id));
    const same = mine.filter((other) => truthOf(other) === truthOf(id)).length;
    precision += same / mine.length / ids.length;
    recall += same / theirs.length / ids.length;
  }
  return (2 * precision * recall) / (precision + recall);
}

/** The share of true stories whose best-fitting found story shows the true number of independent accounts. */
function independentExact(truth, found, misses) {
  const slugs = Object.entries(truth.stories);
  const right = slugs.filter(([slug, { independent }]) => {
    const ids = Object.keys(truth.reports).filter((id) => truth.reports[id].story === slug);
    const shared = (story) =>
      story.accounts.flatMap(({ reports }) => reports).filter((id) => ids.includes(id)).length;
    const best = [...found.stories].sort((a, b) => shared(b) - shared(a))[0];
    if (best?.independent === independent) return true;
    misses.push(
      `independent: ${slug} is ${independent}, found ${best?.independent} (${shared(best)} of ${ids.length} reports)`,
    );
    return false;
  });
  return right.length / slugs.length;
}

/** Of reports whose copied report is in the truth: the share that is linked to some report of that account. */
function linkedCopies(truth, found, misses) {
  const copies = Object.entries(truth.reports).filter(([, { copyOf }]) => copyOf !== null);
  const right = copies.filter(([id, { account }]) => {
    const of = found.placements.get(id)?.copy?.of;
    if (of !== undefined && truth.reports[of]?.account === account) return true;
    misses.push(`copy: ${id} is a copy in ${account}, linked to ${of ?? "nothing"}`);
    return false;
  });
  return right.length / copies.length;
}

const truth = JSON.parse(readFileSync(TRUTH, "utf8"));
const found = await groupSample();
const ids = Object.keys(truth.reports);
const read = ids.filter((id) => found.placements.has(id));
const misses = found.refused.map(
  ({ where, reason, warnings }) => `refused: ${where}: ${reason ?? warnings}`,
);
for (const id of ids) if (!found.placements.has(id)) misses.push(`not read: ${id}`);
for (const id of found.placements.keys())
  if (!(id in truth.reports)) misses.push(`not in the truth: ${id}`);

const figures = {
  "sample: reports read": read.length / ids.length,
  "sample: accounts, pairs F1": pairF1(
    read,
    (id) => truth.reports[id].account,
    (id) => found.placements.get(id).account,
  ),
  "sample: copies linked": linkedCopies(truth, found, misses),
  "sample: stories, B-cubed F1": bCubed(
    read,
    (id) => truth.reports[id].story,
    (id) => found.placements.get(id).story,
  ),
  "sample: stories with the exact number": independentExact(truth, found, misses),
  ...measureSamplePages(PRESS, misses),
  ...measureSentenceEnds(misses),
};

const floors = JSON.parse(readFileSync(FLOORS, "utf8"));
const update = process.argv.includes("--update");
let broken = 0;
for (const [figure, value] of Object.entries(figures)) {
  const floor = floors[figure] ?? 0;
  const below = value < floor - NOISE;
  if (below) broken += 1;
  if (update && value > floor) floors[figure] = Math.floor(value * 1000) / 1000;
  console.log(
    `${figure.padEnd(42)} ${value.toFixed(3).padStart(6)}  ${floor.toFixed(3).padStart(6)}${below ? "  BELOW" : ""}`,
  );
}
for (const miss of misses) console.log(`  ${miss}`);
if (update) writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`);
process.exitCode = broken > 0 ? 1 : 0;
