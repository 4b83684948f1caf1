import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toCsvLine, toExportRow, toFlatRow } from "../src/archive/index.ts";
import { run } from "../src/cli/main.ts";
import { temporaryFolder } from "./process.ts";
import { toArticle } from "./store-contract.ts";

const PRESS = fileURLToPath(new URL("../samples/press", import.meta.url));

async function tawatur(...args: string[]) {
  let out = "";
  let err = "";
  const code = await run(args, {
    input: (async function* () {})(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: {},
    now: () => new Date("2026-03-05T00:00:00Z"),
    terminal: false,
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

const toRows = (out: string) => out.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));

describe("export", () => {
  test("what is exported reads back as the same articles in the same stories", async () => {
    const folder = temporaryFolder();
    const [one, two] = [join(folder, "one"), join(folder, "two")];
    await tawatur("import", "--home", one, PRESS);
    const first = await tawatur("export", "--home", one);
    expect(toRows(first.out).length).toBeGreaterThan(60);
    const file = join(folder, "out.jsonl");
    writeFileSync(file, first.out);
    expect((await tawatur("import", "--home", two, file)).code).toBe(0);
    const ids = (out: string) => toRows(out).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(ids((await tawatur("export", "--home", two)).out)).toEqual(ids(first.out));
  });

  describe("of the sample", () => {
    let folder = "";
    let home = "";
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "tawatur-export-"));
      home = join(folder, "home");
      await tawatur("import", "--home", home, PRESS);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    test("one outlet, one day, one story", async () => {
      const all = toRows((await tawatur("export", "--home", home)).out);
      const [{ source, story }] = all;
      const outlet = toRows((await tawatur("export", "--home", home, "--source", source)).out);
      expect(outlet).toEqual(all.filter((row) => row.source === source));
      const day = toRows(
        (await tawatur("export", "--home", home, "--from", "2026-03-03", "--to", "2026-03-03")).out,
      );
      expect(day.length).toBeGreaterThan(5);
      for (const { published } of day) expect(published.at.slice(0, 10)).toMatch(/2026-03-0[234]/u);
      const ofStory = toRows((await tawatur("export", "--home", home, "--story", story)).out);
      expect(ofStory[0]).toMatchObject({ tawatur: "story", id: story });
      expect(
        ofStory
          .slice(1)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(all.flatMap((row) => (row.story === story ? [row.id] : [])).sort());
    });

    test("a story in part or as a table is rows like any others", async () => {
      const [{ source, story }] = toRows((await tawatur("export", "--home", home)).out);
      const part = toRows(
        (await tawatur("export", "--home", home, "--story", story, "--source", source)).out,
      );
      expect(part.every((row) => row.source === source && row.tawatur === undefined)).toBe(true);
      const args = ["--story", story, "--format", "csv"];
      expect((await tawatur("export", "--home", home, ...args)).out).toContain("copy_of");
    });

    test("a Parquet file holds the same texts", async () => {
      const out = join(folder, "news.parquet");
      expect(
        (await tawatur("export", "--home", home, "--format", "parquet", "--out", out)).code,
      ).toBe(0);
      const read = await parquetReadObjects({ file: await asyncBufferFromFile(out) });
      const all = toRows((await tawatur("export", "--home", home)).out);
      expect(read.map(({ id, text, title, story }) => ({ id, text, title, story }))).toEqual(
        all.map(({ id, text, title, story }) => ({ id, text, title, story })),
      );
    });

    test("a CSV file has a line a report and unknown as empty", async () => {
      const out = join(folder, "news.csv");
      await tawatur("export", "--home", home, "--format", "csv", "--out", out);
      const text = readFileSync(out, "utf8");
      expect(text.startsWith("\uFEFFid,url,source,credit,author,title,text")).toBe(true);
      expect(text.split("\r\n").length - 2).toBe(
        toRows((await tawatur("export", "--home", home)).out).length,
      );
    });

    test.each([
      [["--format", "parquet"], 2, "needs --out"],
      [["--format", "xml"], 2, "xml"],
      [["--from", "yesterday"], 2, "yesterday"],
      [["--story", "none"], 1, "no story none"],
      [["--out", "/nowhere/at/all.jsonl"], 1, "/nowhere/at/all.jsonl"],
    ])("%j is refused by name", async (args, code, named) => {
      const done = await tawatur("export", "--home", home, ...args);
      expect(done.code).toBe(code);
      expect(done.err).toContain(named);
    });
  });
});

test("a CSV cell keeps quotes, commas and line ends", () => {
  const row = toFlatRow(
    toExportRow(toArticle("a", null, { url: null, title: 'قال "نعم", ثم', text: "أ\nب" }), null),
  );
  expect(toCsvLine(row)).toBe('a,,صحيفة,,,"قال ""نعم"", ثم","أ\nب",,,,,,,,,,,,\r\n');
});
