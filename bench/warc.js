// Writes a WARC of pages and imports it (Linux: cores are named by taskset). Run: npm run build && node bench/warc.js [pages] [rounds]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createWarcWriter, readWarcFile } from "../dist/archive/index.js";
import { createPageMemory, readWarcPages } from "../dist/pipeline/index.js";
import { inventNews } from "./invented.js";

const PAGES = Number(process.argv[2] ?? 3000);
const ROUNDS = Number(process.argv[3] ?? 3);
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

/** In a process of its own, on the cores named: one thread on one core, helpers of the runtime included, or two on two. */
async function importOn(cores, threadsBeside) {
  const script = join(import.meta.dirname, "warc-once.js");
  const home = join(folder, "home");
  const args = ["-c", cores, process.execPath, script, home, threadsBeside, path];
  const child = spawn("taskset", args, { stdio: ["ignore", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  await once(child, "close");
  rmSync(home, { recursive: true });
  const { read, stored, settled } = JSON.parse(out);
  const rate = ({ seconds, cpu, busiestThread }) => ({
    perSecond: Math.round(read / seconds),
    perCpuSecond: Math.round(read / cpu),
    perSecondOfBusiestThread: Math.round(read / busiestThread),
  });
  return { stored: rate(stored), settled: rate(settled) };
}

/** One after the other and on either core, so that a machine which is slow for a while is slow for both. */
async function inTurn() {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await importOn(String(round % 2), "0");
    rounds.push({ one, two: await importOn("0,1", "1") });
  }
  return rounds;
}

const toMedian = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const rounds = await inTurn();

/** What two threads do to what one does, by the medians of all rounds and in each round. */
function compare(stage, measure) {
  const rates = (threads) => rounds.map((round) => round[threads][stage][measure]);
  const [one, two] = [rates("one"), rates("two")];
  const times = (a, b) => Number((b / a).toFixed(2));
  return {
    one,
    two,
    ofMedians: times(toMedian(one), toMedian(two)),
    inEachRound: one.map((rate, at) => times(rate, two[at])),
  };
}

const ofOne = toMedian(rounds.map(({ one }) => one.stored.perCpuSecond));
console.log(
  JSON.stringify(
    {
      pages: PAGES,
      bare,
      extracted,
      // On a machine that does nothing else the clock tells the truth; on a loaded one the busiest thread comes nearer.
      stored: compare("stored", "perSecond"),
      storedByCpu: compare("stored", "perCpuSecond"),
      storedByBusiestThread: compare("stored", "perSecondOfBusiestThread"),
      settled: compare("settled", "perSecond"),
      bareToStored: Number((bare.perCpuSecond / ofOne).toFixed(1)),
      load: loadavg()[0].toFixed(1),
    },
    null,
    2,
  ),
);
rmSync(folder, { recursive: true, force: true });
