#!/usr/bin/env node
// npm run bench [-- FILE.jsonl.gz…]: whole-process figures of import and search at 1x, 2x and 4x of a corpus.
// Without files it measures on invented news; with files, on these, then on them shifted in time. Prints Markdown for RESULTS.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { gunzipSync } from "node:zlib";
import { search, warmSearch } from "../dist/search/index.js";
import { openSqliteStore } from "../dist/store/index.js";
import { inventNews } from "./invented.js";
import { measurePages } from "./pages.js";

const ONCE = new URL("./import-once.js", import.meta.url).pathname;
const MS_PER_DAY = 86_400_000;
const INVENTED = 5000;

function readRows(path) {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The same articles again, later: as many a day as before, for longer. */
function shift(rows, copy) {
  const times = rows.map(({ published, fetched }) => Date.parse(published ?? fetched));
  const span = Math.max(...times) - Math.min(...times) + MS_PER_DAY * 8;
  const later = (written) =>
    written ? new Date(Date.parse(written) + copy * span).toISOString() : written;
  return rows.map((row) => ({
    ...row,
    id: `${row.id}~${copy}`,
    url: `${row.url}~${copy}`,
    published: later(row.published),
    fetched: later(row.fetched),
  }));
}

function measureImport(rows, folder, name) {
  const input = join(folder, `${name}.jsonl`);
  const home = join(folder, name);
  writeFileSync(input, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const done = spawnSync(process.execPath, [ONCE, home, input]);
  if (done.status !== 0) throw new Error(done.stderr.toString());
  return { name, articles: rows.length, home, ...JSON.parse(done.stdout.toString()) };
}

const WARMING_MS = 60_000;

async function measureSearch(home, rows) {
  const store = await openSqliteStore(home, { readOnly: true });
  const times = [];
  // As the reader does before anyone asks.
  await warmSearch(store, async () => {}, AbortSignal.timeout(WARMING_MS));
  const step = Math.max(1, Math.floor(rows.length / 500));
  for (let i = 0; i < rows.length; i += step) {
    const started = performance.now();
    await search(store, { text: rows[i].title ?? "", order: "best", limit: 20, offset: 0 });
    times.push(performance.now() - started);
  }
  await store.close();
  times.sort((a, b) => a - b);
  return {
    p50: times[Math.floor(times.length * 0.5)],
    p99: times[Math.floor(times.length * 0.99)],
  };
}

const files = process.argv.slice(2);
const sets = files.length > 0 ? files.map(readRows) : [inventNews(INVENTED)];
const folder = mkdtempSync(join(tmpdir(), "tawatur-bench-"));
try {
  const [first, ...others] = sets;
  const two = others.length > 0 ? [...first, ...others.flat()] : [...first, ...shift(first, 1)];
  const four = [
    ...two,
    ...(others.length > 0
      ? [...shift(first, 1), ...others.flatMap((rows) => shift(rows, 1))]
      : [...shift(first, 2), ...shift(first, 3)]),
  ];
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${new Date().toISOString().slice(0, 10)}\n`,
  );
  console.log(
    "| corpus | articles | articles/s | articles/CPU-s | peak MB | search p50 ms | search p99 ms | story page p50 ms | story page p99 ms | 20 largest stories p50 ms (reports of the largest) |\n|---|---|---|---|---|---|---|---|---|---|",
  );
  for (const [name, rows] of [
    ["1x", first],
    ["2x", two],
    ["4x", four],
  ]) {
    const run = measureImport(rows, folder, name);
    const found = await measureSearch(run.home, first);
    const page = await measurePages(run.home);
    console.log(
      `| ${name} | ${run.articles} | ${(run.articles / run.seconds).toFixed(0)} | ${(run.articles / run.cpu).toFixed(0)} | ${run.megabytes.toFixed(0)} | ${found.p50.toFixed(1)} | ${found.p99.toFixed(1)} | ${page.half.toFixed(1)} | ${page.most.toFixed(1)} | ${page.largest.toFixed(1)} (${page.reports}) |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
