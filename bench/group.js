#!/usr/bin/env node
// node bench/group.js [FILE.jsonl.gz…] (after npm run build): does grouping keep its rate as the corpus grows? `tawatur group` in a
// fresh process on 1x, 4x and 16x of a corpus, shifted in time, so that a week's window is as full as before. Prints Markdown.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { inventNews } from "./invented.js";

const PROGRAM = new URL("../bin/tawatur.js", import.meta.url).pathname;
const INVENTED = 5000;
const TIMES = [1, 4, 16];
const BETWEEN_MS = 8 * 86_400_000;

function readRows(path) {
  const bytes = readFileSync(path);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString();
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const toTime = ({ published, fetched }) => Date.parse(published ?? fetched);

/** The corpus again, so many times, each beginning a window after the last has ended. */
function* repeat(rows, times) {
  const span = toTime(rows.at(-1)) - toTime(rows[0]) + BETWEEN_MS;
  for (let copy = 0; copy < times; copy += 1) {
    for (const row of rows) {
      const published = new Date(toTime(row) + copy * span).toISOString();
      yield { ...row, id: `${row.id}~${copy}`, url: `${row.url}~${copy}`, published };
    }
  }
}

/** CPU seconds of the child: on a busy machine the clock on the wall measures the neighbours. */
function measure(input) {
  const done = spawnSync(
    process.execPath,
    [
      "--import",
      "data:text/javascript,process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\nCPU '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+u.maxRSS/1024+'\\n')})",
      PROGRAM,
      "group",
      input,
    ],
    { maxBuffer: 1 << 30 },
  );
  const [, seconds, megabytes] = /CPU ([\d.]+) ([\d.]+)/u.exec(done.stderr.toString()) ?? [];
  if (done.status !== 0 || seconds === undefined) throw new Error(done.stderr.toString());
  return { seconds: Number(seconds), megabytes: Number(megabytes) };
}

const files = process.argv.slice(2);
const corpus = files.length > 0 ? files.flatMap(readRows) : inventNews(INVENTED);
const rows = corpus
  .filter((row) => !Number.isNaN(toTime(row)))
  .sort((a, b) => toTime(a) - toTime(b));
const folder = mkdtempSync(join(tmpdir(), "tawatur-bench-group-"));
try {
  console.log(`Node ${process.versions.node}, ${cpus()[0]?.model.trim()}\n`);
  console.log("| corpus | articles | articles/CPU-s | peak MB |\n|---|---|---|---|");
  for (const times of TIMES) {
    const input = join(folder, `${times}.jsonl`);
    writeFileSync(input, "");
    let batch = [];
    for (const row of repeat(rows, times)) {
      batch.push(JSON.stringify(row));
      if (batch.length < rows.length) continue;
      writeFileSync(input, `${batch.join("\n")}\n`, { flag: "a" });
      batch = [];
    }
    const { seconds, megabytes } = measure(input);
    const count = rows.length * times;
    console.log(
      `| ${times}x | ${count} | ${(count / seconds).toFixed(0)} | ${megabytes.toFixed(0)} |`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
