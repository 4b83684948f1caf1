// Collects the sample press for a while: random faults, one collector that runs through, one that is killed (-9) again and again.
// At the end: nothing lost, nothing doubled, memory flat. Run: npm run build && node bench/soak.js [--minutes 30] [--kills 20] [--share 0.15]
import { spawn } from "node:child_process";
import { once, setMaxListeners } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { analyze } from "../dist/analysis/index.js";
import { createWarcWriter, readOriginal } from "../dist/archive/index.js";
import { createFetcher } from "../dist/fetch/index.js";
import { collect } from "../dist/pipeline/index.js";
import { openSqliteStore } from "../dist/store/index.js";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "30" },
    kills: { type: "string", default: "20" },
    share: { type: "string", default: "0.15" },
  },
});
const MINUTES = Number(values.minutes);
const KILLS = Number(values.kills);
const PROGRAM = join(import.meta.dirname, "../bin/tawatur.js");
/** The press tells of four days; all of it is on the air when four fifths of the time are over. */
const PRESS_MINUTES = 4 * 24 * 60;
const SPEED = Math.ceil(PRESS_MINUTES / (MINUTES * 0.8));
const HOUR_MS = 3_600_000;
const PAGE_KB = 4;
const LIMIT = 100_000;

const folder = mkdtempSync(join(tmpdir(), "tawatur-soak-"));
const start = (...args) =>
  spawn(process.execPath, [PROGRAM, ...args], { stdio: ["ignore", "pipe", "ignore"] });
const ended = (child) => new Promise((resolve) => child.once("close", resolve));

const press = start(
  "sample-press",
  "--port",
  "0",
  "--speed",
  SPEED,
  "--fault",
  "random",
  "--share",
  values.share,
);
const homes = await new Promise((resolve) => {
  let out = "";
  press.stdout.on("data", (chunk) => {
    out += chunk;
    const lines = out.trim().split("\n");
    if (lines.length >= 12) resolve(lines.map((line) => line.split("\t")[0]));
  });
});
const allow = `*.localhost:${new URL(homes[0]).port}`;

/** Megabytes a process holds; null when it has ended. */
function memoryOf({ pid }) {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * PAGE_KB) / 1024;
  } catch {
    return null;
  }
}

/** Everything that is due until the clock has gone on by some days, so that no back-off is left: in this process. */
async function collectToTheEnd(home) {
  const store = await openSqliteStore(home);
  for (let hours = 0; hours <= 7 * 24; hours += 12) {
    const now = () => new Date(Date.now() + hours * HOUR_MS);
    const fetcher = createFetcher({ userAgent: "Tawatur/soak", now, named: [allow], pauseMs: 0 });
    const originals = createWarcWriter({
      folder: join(home, "warc"),
      writer: `end${hours}`,
      software: "soak",
      now,
    });
    await store.collection.retry("all", now().getTime());
    const world = {
      store,
      analyzeAll: async (articles) => articles.map(analyze),
      now,
      onWait: () => {},
      onProgress: () => {},
      fetcher,
      originals,
      random: Math.random,
      onEvent: () => {},
      owner: `end${hours}`,
      pauseMs: 0,
      quiet: null,
    };
    const ending = new AbortController();
    setMaxListeners(0, ending.signal);
    await collect(world, {}, ending.signal);
    await fetcher.close();
    await originals.close();
  }
  return store;
}

/** Names under .localhost are not resolved everywhere; the press goes by the Host field. */
async function setFaultless(site) {
  const { host, port } = new URL(site);
  const options = { host: "127.0.0.1", port, path: "/.fault/none", headers: { host } };
  const [response] = await once(get(options), "response");
  response.resume();
  await once(response, "end");
}

const textOf = ({ title, text }) => `${title}\n${text}`;

async function readState(store, home) {
  const articles = await store.catalog.export(0, LIMIT);
  let unchanged = 0;
  const withoutOriginal = [];
  for (const { id } of articles) {
    const versions = await store.catalog.versions(id);
    const texts = versions.map(({ article }) => JSON.stringify({ ...article, fetchedAt: null }));
    unchanged += texts.length - new Set(texts).size;
    const page = await store.collection.pageOf(id);
    const original = page?.original ?? null;
    if (original === null || (await readOriginal(join(home, "warc"), original)) === null) {
      withoutOriginal.push(`${id} (${page === null ? "no page" : page.state})`);
    }
  }
  const { toIndex, toGroup, toAnalyze, versions } = await store.catalog.size();
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    versions,
    unchanged,
    withoutOriginal,
    pending: toIndex + toGroup + toAnalyze,
    faults: await store.faults(),
  };
}

const home = join(folder, "soaked");
const options = ["--home", home, "--allow", allow, "--pause", "0"];
// A site that fails when it is added is added again, as a person would.
for (let tries = 0; tries < 8; tries += 1) {
  await ended(start("add", "--no-fetch", ...homes, ...options));
}
const startedAt = Date.now();
const endAt = startedAt + MINUTES * 60_000;
const steady = start("fetch", "--watch", "--all", ...options);
steady.stdout.resume();
const memory = [];
const watching = setInterval(() => {
  const now = memoryOf(steady);
  if (now !== null) memory.push(now);
}, 1000);

let killed = 0;
let begun = 0;
for (let life = 0; life < KILLS; life += 1) {
  const share = (endAt - Date.now()) / (KILLS - life);
  const until = Date.now() + share;
  const child = start("fetch", "--watch", "--all", ...options);
  child.stdout.resume();
  begun += 1;
  const end = ended(child);
  await sleep(Math.max(500, share * Math.random()));
  if (child.exitCode === null && child.kill("SIGKILL")) killed += 1;
  await end;
  await sleep(Math.max(0, until - Date.now()));
}
await sleep(Math.max(0, endAt - Date.now()));
clearInterval(watching);
const survived = steady.exitCode === null;
steady.kill("SIGTERM");
await ended(steady);

for (const site of homes) await setFaultless(site);
const soakedStore = await collectToTheEnd(home);
const soaked = await readState(soakedStore, home);
const cleanHome = join(folder, "clean");
await ended(
  start("add", "--no-fetch", ...homes, "--home", cleanHome, "--allow", allow, "--pause", "0"),
);
const cleanStore = await collectToTheEnd(cleanHome);
const clean = await readState(cleanStore, cleanHome);
await soakedStore.close();
await cleanStore.close();
press.kill("SIGTERM");
await ended(press);
rmSync(folder, { recursive: true, force: true });

const lost = [...clean.articles.keys()].filter((id) => !soaked.articles.has(id));
const otherwise = [...clean.articles].filter(([id, article]) => {
  const other = soaked.articles.get(id);
  return other !== undefined && textOf(other) !== textOf(article);
});
const more = [...soaked.articles.values()].filter(({ id }) => !clean.articles.has(id));
const urls = [...soaked.articles.values()].flatMap(({ url }) => url ?? []);
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const third = Math.floor(memory.length / 3);
const table = {
  minutes: MINUTES,
  "collectors begun": begun + 1,
  "killed with -9": killed,
  "the steady one survived": survived,
  "articles of the clean run": clean.articles.size,
  "articles of the soaked run": soaked.articles.size,
  "lost (in the clean run alone)": lost.length,
  "text differs from the clean run": otherwise.length,
  "addresses that stand twice": urls.length - new Set(urls).size,
  "versions, clean and soaked": `${clean.versions}, ${soaked.versions}`,
  "versions that say nothing new": soaked.unchanged,
  "articles whose original cannot be read": soaked.withoutOriginal.length,
  "left to index, group or analyze": soaked.pending,
  "faults of the database": soaked.faults.length,
  "MB of the steady collector: middle third, last third, peak": [
    median(memory.slice(third, 2 * third)),
    median(memory.slice(2 * third)),
    Math.max(0, ...memory),
  ]
    .map(Math.round)
    .join(", "),
  "load average at the end": loadavg()[0].toFixed(1),
};
for (const [what, value] of Object.entries(table)) {
  console.log(`| ${what.padEnd(58)} | ${String(value).padEnd(16)} |`);
}
for (const { id, title, outlet } of more)
  console.log(`only in the soaked run: ${outlet}: ${title}: ${id}`);
for (const what of soaked.withoutOriginal) console.log(`original cannot be read: ${what}`);
for (const id of lost) console.log(`lost: ${id}`);
for (const [id] of otherwise) console.log(`differs: ${id}`);
const failed =
  lost.length +
  soaked.unchanged +
  soaked.withoutOriginal.length +
  soaked.pending +
  soaked.faults.length +
  urls.length -
  new Set(urls).size;
process.exitCode = failed === 0 && survived ? 0 : 1;
