// Imports a WARC into a new database in a process of its own and prints how long it took until everything was stored, and until
// everything was grouped and analyzed. Used by warc.js. Arguments: home, threads beside this one, file.
import { readdirSync, readFileSync } from "node:fs";
import {
  createPageMemory,
  createWorkerPool,
  importArticles,
  readWarcPages,
} from "../dist/pipeline/index.js";
import { openSqliteStore } from "../dist/store/index.js";

const [home, threads, path] = process.argv.slice(2);
const store = await openSqliteStore(home);
const pool = createWorkerPool(Number(threads));
const started = performance.now();
const cpu = process.cpuUsage();

const TICKS = 100;

/** CPU seconds that each thread of this process has worked (Linux). */
function threadSeconds() {
  return readdirSync("/proc/self/task").map((id) => {
    const fields = readFileSync(`/proc/self/task/${id}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  });
}

function sinceStart() {
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - started) / 1000,
    cpu: (user + system) / 1e6,
    busiestThread: Math.max(...threadSeconds()),
  };
}

let stored;
const { pendingGroup } = store.catalog;
const watched = {
  ...store,
  catalog: {
    ...store.catalog,
    // The first thing that grouping asks: by then all is stored and found by search.
    pendingGroup: (limit) => {
      stored ??= sinceStart();
      return pendingGroup(limit);
    },
  },
};
const { read } = await importArticles(
  readWarcPages([path], createPageMemory(), pool.readPages),
  {
    store: watched,
    analyzeAll: pool.analyzeAll,
    joinIn: pool.joinIn,
    now: () => new Date(),
    onWait: () => {},
    onProgress: () => {},
  },
  () => {},
  new AbortController().signal,
);
const settled = sinceStart();
await pool.close();
await store.close();
console.log(JSON.stringify({ read, stored, settled }));
