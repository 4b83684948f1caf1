// Writes a WARC of pages and imports it. Run: npm run build && node bench/warc.js [pages]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWarcWriter, readWarcFile } from "../dist/archive/index.js";
import { createPageMemory, readWarcPages } from "../dist/pipeline/index.js";
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

const bare = await time(async () => {
  let count = 0;
  for await (const item of readWarcFile(path))
    if (item.ok && item.record.type === "response") count += 1;
  return count;
});
const extracted = await time(async () => {
  let count = 0;
  for await (const item of readWarcPages([path], createPageMemory())) if (item.ok) count += 1;
  return count;
});
const home = join(folder, "home");
const started = performance.now();
const imported = spawnSync(
  process.execPath,
  ["bin/tawatur.js", "import", path, "--home", home, "--json"],
  { encoding: "utf8" },
);
const seconds = (performance.now() - started) / 1000;
const { read } = JSON.parse(imported.stdout);
console.log(
  JSON.stringify(
    {
      bare,
      extracted,
      imported: { read, seconds: seconds.toFixed(2), perSecond: Math.round(read / seconds) },
    },
    null,
    2,
  ),
);
rmSync(folder, { recursive: true, force: true });
