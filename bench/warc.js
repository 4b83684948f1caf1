// Writes a WARC of pages and imports it. Run: npm run build && node bench/warc.js [pages]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { analyze } from "../dist/analysis/index.js";
import { createWarcWriter, readWarcFile } from "../dist/archive/index.js";
import { createPageMemory, importArticles, readWarcPages } from "../dist/pipeline/index.js";
import { openSqliteStore } from "../dist/store/index.js";
import { inventNews } from "./invented.js";

const PAGES = Number(process.argv[2] ?? 3000);
const folder = mkdtempSync(join(tmpdir(), "tawatur-warc-bench-"));
const now = () => new Date("2026-03-02T10:00:00Z");
const writer = createWarcWriter({ folder, writer: "b", software: "bench", now });
const furniture = Array.from(
  { length: 40 },
  (_, n) => `<li><a href="/news/${n}">خبر آخر رقم ${n} من أخبار اليوم</a></li>`,
).join("");
/** Articles as long as those of the press, of several invented ones: paragraphs of three sentences. */
function toText(rows, at) {
  const sentences = [0, 7, 31, 83].flatMap((step) =>
    rows[(at + step) % rows.length].text.split("\n"),
  );
  const paragraphs = [];
  while (sentences.length > 0) paragraphs.push(sentences.splice(0, 3).join(" "));
  return paragraphs.join("\n");
}

const rows = inventNews(PAGES);
for (const [at, { url, title, published }] of rows.entries()) {
  const text = toText(rows, at);
  const paragraphs = text
    .split("\n")
    .map((line) => `<p>${line}</p>`)
    .join("");
  const html = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title><meta property="article:published_time" content="${published}"></head><body><nav><ul>${furniture}</ul></nav><article><h1>${title}</h1>${paragraphs}</article><aside><ul>${furniture}</ul></aside><footer>جميع الحقوق محفوظة</footer></body></html>`;
  await writer.keep({
    url,
    status: 200,
    rawHeaders: ["Content-Type", "text/html; charset=utf-8"],
    raw: Buffer.from(html),
    fetchedAt: now().toISOString(),
  });
}
await writer.close();
const path = join(folder, readdirSync(folder)[0]);

async function time(work) {
  const started = performance.now();
  const cpu = process.cpuUsage();
  const count = await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - started) / 1000;
  return {
    count,
    seconds: seconds.toFixed(2),
    perSecond: Math.round(count / seconds),
    perCpuSecond: Math.round(count / ((user + system) / 1e6)),
  };
}

const countItems = async (items, isOne) => {
  let count = 0;
  for await (const item of items) if (isOne(item)) count += 1;
  return count;
};
const bare = await time(() =>
  countItems(readWarcFile(path), (item) => item.ok && item.record.type === "response"),
);
const extracted = await time(() =>
  countItems(readWarcPages([path], createPageMemory()), (item) => item.ok),
);

/** One thread, in its order: everything stored and found by search first, then grouped, then analyzed. */
async function importHere(home) {
  const store = await openSqliteStore(home);
  const cpu = process.cpuUsage();
  const stages = [];
  const mark = (stage) => {
    const { user, system } = process.cpuUsage(cpu);
    stages.push([stage, (user + system) / 1e6]);
  };
  let grouping;
  const stored = new Promise((resolve) => {
    grouping = resolve;
  });
  const world = {
    store,
    analyzeAll: async (articles) => {
      await stored;
      return articles.map(analyze);
    },
    now,
    onWait: () => {},
    onProgress: ({ stage }) => {
      if (stage === "group") grouping();
    },
  };
  const items = readWarcPages([path], createPageMemory());
  const read = (async function* () {
    yield* items;
    mark("read");
  })();
  const pendingGroup = store.catalog.pendingGroup;
  const watched = {
    ...store,
    catalog: {
      ...store.catalog,
      pendingGroup: (limit) => {
        if (stages.length === 1) mark("stored");
        return pendingGroup(limit);
      },
    },
  };
  const report = await importArticles(
    read,
    { ...world, store: watched },
    () => {},
    new AbortController().signal,
  );
  mark("settled");
  await store.close();
  const at = Object.fromEntries(stages);
  const perCpuSecond = (seconds) => Math.round(report.read / seconds);
  return { read: report.read, stored: perCpuSecond(at.stored), settled: perCpuSecond(at.settled) };
}

const here = await importHere(join(folder, "here"));
const TICKS = 100;

/** CPU seconds of each thread of a process so far (Linux). */
function threadsOf(pid) {
  const folder = `/proc/${pid}/task`;
  return readdirSync(folder).flatMap((id) => {
    const fields = readFileSync(`${folder}/${id}/stat`, "utf8").split(") ")[1].split(" ");
    // Of a process that has ended, its first thread would count for all.
    return fields[0] === "Z" ? [] : [[id, (Number(fields[11]) + Number(fields[12])) / TICKS]];
  });
}

/** A run of the command: how long it took, and what its busiest thread worked, which is how long it takes with a core for each. */
async function importWith(workers) {
  const started = performance.now();
  const home = join(folder, `home${workers}`);
  const args = ["bin/tawatur.js", "import", path, "--home", home, "--json", "--workers", workers];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const threads = new Map();
  const watching = setInterval(() => {
    try {
      for (const [id, seconds] of threadsOf(child.pid)) threads.set(id, seconds);
    } catch {
      // It has ended meanwhile; what was seen last counts.
    }
  }, 50);
  await once(child, "close");
  clearInterval(watching);
  return {
    read: JSON.parse(out).read,
    seconds: Number(((performance.now() - started) / 1000).toFixed(2)),
    cpu: Number([...threads.values()].reduce((sum, one) => sum + one, 0).toFixed(2)),
    busiestThread: Math.max(...threads.values()),
  };
}

const one = await importWith("1");
const two = await importWith("2");
console.log(
  JSON.stringify(
    {
      pages: PAGES,
      bare,
      extracted,
      // Pages a CPU second, so that other programs on the machine do not count.
      here: { ...here, bareToStored: Number((bare.perCpuSecond / here.stored).toFixed(1)) },
      workers: {
        one,
        two,
        times: Number((one.seconds / two.seconds).toFixed(2)),
        timesByBusiestThread: Number((one.busiestThread / two.busiestThread).toFixed(2)),
      },
      load: loadavg()[0].toFixed(1),
    },
    null,
    2,
  ),
);
rmSync(folder, { recursive: true, force: true });
