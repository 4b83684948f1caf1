import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";

/** What each folder of src/ may import: other folders, npm packages, node: modules. This table is the architecture. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  extract: ["text", "node:buffer"],
  feed: ["extract", "entities", "feedsmith", "htmlparser2", "node:zlib"],
  sample: ["extract", "node:crypto", "node:zlib"],
  model: ["text"],
  analysis: ["text", "extract", "model"],
  story: ["text", "model"],
  archive: [
    "extract",
    "feed",
    "model",
    "zod",
    "hyparquet-writer",
    "yauzl",
    "node:buffer",
    "node:crypto",
    "node:fs",
    "node:fs/promises",
    "node:path",
    "node:stream",
    "node:util",
    "node:zlib",
  ],
  store: [
    "model",
    "libsql",
    "node:timers/promises",
    "node:buffer",
    "node:crypto",
    "node:fs",
    "node:fs/promises",
    "node:path",
    "node:url",
  ],
  fetch: [
    "ipaddr.js",
    "robots-parser",
    "undici",
    "node:dns",
    "node:net",
    "node:timers/promises",
    "node:util",
    "node:zlib",
  ],
  search: ["text", "model", "store"],
  pipeline: [
    "text",
    "extract",
    "feed",
    "model",
    "analysis",
    "story",
    "archive",
    "store",
    "fetch",
    "search",
    "node:crypto",
    "node:timers/promises",
    "node:fs/promises",
    "node:worker_threads",
  ],
  web: [
    "text",
    "model",
    "analysis",
    "story",
    "store",
    "search",
    "hono",
    "node:path",
    "node:fs",
    "node:fs/promises",
    "node:module",
    "node:url",
    "node:crypto",
  ],
  cli: [
    "text",
    "extract",
    "feed",
    "sample",
    "model",
    "analysis",
    "story",
    "archive",
    "store",
    "fetch",
    "search",
    "pipeline",
    "web",
    "commander",
    "cli-progress",
    "@hono/node-server",
    "pino",
    "prom-client",
    "node:timers/promises",
    "node:crypto",
    "node:events",
    "node:v8",
    "node:http",
    "node:os",
    "node:fs",
    "node:fs/promises",
    "node:path",
    "node:url",
  ],
};

/** Folders that know nothing of clock, chance, network or process. */
const PURE = ["text", "extract", "feed", "sample", "model", "analysis", "story"];
const EFFECT = /\b(?:Date\.now|new Date\(\)|Math\.random|process\.|console\.|fetch\(|setTimeout)/u;
const PROCESS = /\bprocess\.(?:env|argv|exit|std)|\bconsole\./u;

const IMPORT =
  /^(?:import\s+|(?:import|export)\s[^;"]*?\sfrom\s+)"([^"]+)"|\bimport\(\s*"([^"]+)"/gmu;

/** Invisible direction controls make code read differently from what it does ("Trojan Source"). */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/u;
const FOLDERS_WITHOUT_A_NAME = /(?:^|\/)(?:utils?|helpers?|common|shared|core|misc|lib)(?:\/|\.)/u;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/u.test(file));

test.each(files)("%s keeps to its place", (file) => {
  const source = readFileSync(`src/${file}`, "utf8");
  const [folder = ""] = file.split("/");
  const isTest = /\.test\.tsx?$/u.test(file);

  const strays = [...source.matchAll(IMPORT)]
    .map((match) => match[1] ?? match[2] ?? "")
    .map((to) => (to.startsWith(".") ? posix.join(posix.dirname(file), to) : to))
    .filter((to) => !isWithin(folder, to) && !isAllowed(folder, to));

  expect(isTest ? [] : strays).toEqual([]);
  expect(PURE.includes(folder) && !isTest && EFFECT.test(source)).toBe(false);
  expect(folder !== "cli" && !isTest && PROCESS.test(source)).toBe(false);
  expect(source).not.toMatch(BIDI_CONTROL);
  expect(file).not.toMatch(FOLDERS_WITHOUT_A_NAME);
});

/** A folder's own files may see one another, but not their own public face: that way lie cycles. */
function isWithin(folder: string, target: string): boolean {
  return target.startsWith(`${folder}/`) && target !== `${folder}/index.ts`;
}

function isAllowed(folder: string, target: string): boolean {
  return (MAY_IMPORT[folder] ?? []).some(
    (other) =>
      target === other ||
      target === `${other}/index.ts` ||
      (!(other in MAY_IMPORT) && target.startsWith(`${other}/`)),
  );
}

test("every folder of src has a row in the table and a face", () => {
  const folders = new Set(files.map((file) => file.split("/")[0] ?? ""));
  expect([...folders].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  for (const folder of folders) {
    if (folder !== "cli") expect(existsSync(`src/${folder}/index.ts`), folder).toBe(true);
  }
});

test("nothing is imported upwards: the table has no cycle", () => {
  const order = Object.keys(MAY_IMPORT);
  for (const [folder, others] of Object.entries(MAY_IMPORT)) {
    for (const other of others) {
      if (other in MAY_IMPORT)
        expect(order.indexOf(other), `${folder} imports ${other}`).toBeLessThan(
          order.indexOf(folder),
        );
    }
  }
});
