// Polls 1,000 feeds on 1,000 hosts of this machine in one cycle, then again unchanged. Run: npm run build && node bench/collect.js
import { spawn } from "node:child_process";
import { setMaxListeners } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWarcWriter } from "../dist/archive/index.js";
import { createFetcher } from "../dist/fetch/index.js";
import { collect } from "../dist/pipeline/index.js";
import { openSqliteStore } from "../dist/store/index.js";

const FEEDS = Number(process.argv[2] ?? 1000);
const ITEMS = Number(process.argv[3] ?? 20);
const PAUSE_MS = 200;

const home = mkdtempSync(join(tmpdir(), "tawatur-bench-"));
const site = spawn(process.execPath, [join(import.meta.dirname, "feed-site.js"), String(ITEMS)]);
const port = await new Promise((resolve) =>
  site.stdout.once("data", (data) => resolve(Number(data))),
);
const store = await openSqliteStore(home);
let clock = Date.now();
let peak = 0;
const watching = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);

const sources = Array.from({ length: FEEDS }, (_, n) => {
  const url = `http://h${n}.localhost:${port}/feed.xml`;
  const source = {
    id: url,
    url,
    kind: "feed",
    title: null,
    home: null,
    country: null,
    folder: [],
    state: "active",
    addedAt: "",
  };
  return { source, host: new URL(url).host };
});
await store.collection.addSources(sources, clock);

async function cycle() {
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const now = () => new Date(clock);
  const fetcher = createFetcher({
    userAgent: "Tawatur/bench",
    now,
    named: [`*.localhost:${port}`],
    pauseMs: PAUSE_MS,
  });
  const originals = createWarcWriter({
    folder: join(home, "warc"),
    writer: `b${Math.random()}`,
    software: "bench",
    now,
  });
  const tally = { polls: 0, found: 0, bytes: 0, results: {} };
  const onEvent = (event) => {
    if (event.kind !== "poll") return;
    tally.polls += 1;
    tally.found += event.found;
    tally.bytes += event.bytes;
    tally.results[event.result] = (tally.results[event.result] ?? 0) + 1;
  };
  // Feeds only: their pages are saved and known, and not fetched.
  const asDone = (found) => ({ ...found, page: { ...found.page, state: "done" } });
  const collection = {
    ...store.collection,
    savePoll: (row, found, at) => store.collection.savePoll(row, found.map(asDone), at),
  };
  const world = {
    store: { ...store, collection },
    analyzeAll: async () => [],
    now,
    onWait: () => {},
    onProgress: () => {},
    fetcher,
    originals,
    random: Math.random,
    onEvent,
    owner: "bench",
    pauseMs: 0,
    quiet: null,
  };
  const cpu = process.cpuUsage();
  const started = performance.now();
  await collect(world, { concurrency: 128 }, ending.signal);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await fetcher.close();
  await originals.close();
  const cpuSeconds = (user + system) / 1e6;
  return {
    ...tally,
    seconds,
    cpuSeconds,
    perSecond: tally.polls / seconds,
    perCpuSecond: tally.polls / cpuSeconds,
  };
}

const first = await cycle();
clock += 3_600_000;
await store.collection.hurry(clock);
const second = await cycle();
const seen = await (await fetch(`http://127.0.0.1:${port}/seen`)).json();
const byHost = Map.groupBy?.(seen, ({ host }) => host) ?? group(seen);
const gaps = [...byHost.values()].flatMap((rows) =>
  rows.slice(1).map(({ start }, n) => start - rows[n].start),
);

function group(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.host, [...(groups.get(row.host) ?? []), row]);
  return groups;
}

clearInterval(watching);
console.log(
  JSON.stringify(
    {
      feeds: FEEDS,
      items: ITEMS,
      first,
      second,
      peakMb: Math.round(peak / 1e6),
      requests: seen.length,
      leastGapMs: Math.min(...gaps),
      pauseMs: PAUSE_MS,
      size: await store.collection.size(clock),
    },
    null,
    2,
  ),
);
await store.close();
site.kill();
rmSync(home, { recursive: true, force: true });
