#!/usr/bin/env node
// Extractors on the same pages, each in a process of its own, by processor time (garbage collection counted).
//   cd bench/rivals && npm install && TAWATUR_SHARED=… node compare.js [pages]     (build the project first)
// Pages: the first of each set of labelled pages, in turn. A rival that throws on a page is counted as having no text for it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const SETS = ["wcxb", "fundus", "snippets", "arabic"];
const SHARED = process.env.TAWATUR_SHARED ?? "../../../shared";
const REPEATS = 3;
const WARM_UP_US = 5_000_000;

function readPages(most) {
  const sets = SETS.map((set) =>
    gunzipSync(readFileSync(join(SHARED, `data/pages/${set}.jsonl.gz`)))
      .toString()
      .split("\n")
      .filter(Boolean)
      .slice(0, most)
      .map((line) => JSON.parse(line)),
  );
  const turns = Math.max(...sets.map(({ length }) => length));
  const mixed = Array.from({ length: turns }, (_, at) => sets.flatMap((set) => set[at] ?? []));
  return mixed.flat().slice(0, most);
}

const EXTRACTORS = {
  async tawatur() {
    const { extractPage } = await import("../../dist/extract/index.js");
    return ({ html, url }) => {
      const found = extractPage({ html, url });
      return found.ok ? found.articles[0].text : "";
    };
  },
  async readability() {
    const { parseHTML } = await import("linkedom");
    const { Readability } = await import("@mozilla/readability");
    return ({ html }) => new Readability(parseHTML(html).document).parse()?.textContent ?? "";
  },
  async defuddle() {
    const { parseHTML } = await import("linkedom");
    const { Defuddle } = await import("defuddle/node");
    return async ({ html, url }) => (await Defuddle(parseHTML(html).document, url)).content ?? "";
  },
  async extractus() {
    const { extractFromHtml } = await import("@extractus/article-extractor");
    return async ({ html, url }) => (await extractFromHtml(html, url))?.content ?? "";
  },
};

async function runOne(name, most) {
  const extract = await EXTRACTORS[name]();
  const pages = readPages(most);
  const characters = pages.reduce((sum, { html }) => sum + html.length, 0);
  const one = async (page) => {
    try {
      return await extract(page);
    } catch {
      return "";
    }
  };
  // Compiled code is compared with compiled code: as many whole passes as take five seconds, and one at the least.
  const warmFrom = process.cpuUsage();
  do for (const page of pages) await one(page);
  while (process.cpuUsage(warmFrom).user < WARM_UP_US);
  const seconds = [];
  let empty = 0;
  for (let round = 0; round < REPEATS; round += 1) {
    empty = 0;
    const before = process.cpuUsage();
    for (const page of pages) if ((await one(page)).trim() === "") empty += 1;
    const { user, system } = process.cpuUsage(before);
    seconds.push((user + system) / 1e6);
  }
  const median = seconds.sort((a, b) => a - b)[Math.floor(REPEATS / 2)];
  return {
    name,
    pages: pages.length,
    perSecond: pages.length / median,
    megabytes: characters / 1e6 / median,
    empty,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

const [first, second] = process.argv.slice(2);
if (first in EXTRACTORS) {
  console.log(JSON.stringify(await runOne(first, Number(second))));
} else {
  const most = Number(first ?? 120);
  console.log("extractor      pages   pages/s      MB/s   empty   peak MB");
  for (const name of Object.keys(EXTRACTORS)) {
    const out = execFileSync(
      process.execPath,
      [fileURLToPath(import.meta.url), name, String(most)],
      {
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
    const row = JSON.parse(out.toString().trim().split("\n").at(-1));
    const cells = [
      row.pages,
      row.perSecond.toFixed(1),
      row.megabytes.toFixed(1),
      row.empty,
      row.peak.toFixed(0),
    ];
    console.log(name.padEnd(12) + cells.map((cell) => String(cell).padStart(9)).join(" "));
  }
}
