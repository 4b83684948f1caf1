import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inventNews, toJsonLines } from "../bench/invented.js";
import { openSqliteStore } from "../src/store/index.ts";
import { ended, startProgram, temporaryFolder } from "./process.ts";

/** Everything a run leaves behind that must not depend on how often it was killed; only the clock may differ. */
async function readState(home: string) {
  const store = await openSqliteStore(home, { readOnly: true });
  try {
    const articles = await store.catalog.export(0, 100_000);
    const ids = articles.map(({ id }) => id);
    const placements = await store.catalog.placements(ids);
    const stories = await store.catalog.stories({ range: null, limit: 100_000, offset: 0 });
    const found = await store.index.search({
      any: [],
      all: [],
      none: [],
      facets: [],
      from: null,
      to: null,
      limit: 100_000,
      offset: 0,
    });
    const analyses = await store.catalog.analyses(ids);
    const size = await store.catalog.size();
    return {
      articles: articles.map(({ number: _, ...rest }) => rest),
      placements,
      stories,
      analyses,
      found: found.numbers.length,
      size,
    };
  } finally {
    await store.close();
  }
}

type Size = Awaited<ReturnType<typeof readState>>["size"];

/** Moments of an import by what is in its database, whatever the machine's pace. */
const MOMENTS: readonly (readonly [moment: string, reached: (size: Size) => boolean])[] = [
  ["the first batch is saved", ({ articles }) => articles > 0],
  ["half is saved", ({ articles }) => articles >= 1200],
  ["nearly all is saved", ({ articles }) => articles >= 2400],
  ["grouping has begun", ({ articles, toGroup }) => articles === 2500 && toGroup < 2500],
  ["half is grouped", ({ articles, toGroup }) => articles === 2500 && toGroup <= 1500],
  [
    "the last batch is being grouped",
    ({ articles, toGroup }) => articles === 2500 && toGroup <= 500,
  ],
];

/** Waits until the database of a running import is as asked, or the import has ended. */
async function untilReached(
  home: string,
  reached: (size: Size) => boolean,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const store = await openSqliteStore(home, { readOnly: true }).catch(() => null);
    try {
      if (store !== null && reached(await store.catalog.size())) return;
    } finally {
      await store?.close();
    }
    await sleep(3);
  }
}

test("an import killed at any point and run again ends where an undisturbed one does", {
  timeout: 240_000,
}, async () => {
  const folder = temporaryFolder();
  const input = join(folder, "news.jsonl");
  writeFileSync(input, toJsonLines(inventNews(2500)));

  const whole = join(folder, "whole");
  expect((await ended(startProgram(["import", "--home", whole, input]))).code).toBe(0);
  const expected = await readState(whole);
  expect(expected.articles).toHaveLength(2500);

  let killed = 0;
  for (const [moment, reached] of MOMENTS) {
    const home = join(folder, moment);
    const child = startProgram(["import", "--home", home, input]);
    const end = ended(child);
    await untilReached(home, reached, () => child.exitCode !== null);
    child.kill("SIGKILL");
    if ((await end).signal === "SIGKILL") killed += 1;
    expect((await ended(startProgram(["import", "--home", home, input]))).code).toBe(0);
    expect(await readState(home), moment).toEqual(expected);
  }
  expect(killed).toBeGreaterThanOrEqual(4);
});

test("two imports into one database at once lose and double nothing", {
  timeout: 120_000,
}, async () => {
  const folder = temporaryFolder();
  const news = inventNews(800);
  const [first, second] = ["first", "second"].map((name) => join(folder, `${name}.jsonl`)) as [
    string,
    string,
  ];
  writeFileSync(first, toJsonLines(news.slice(0, 500)));
  writeFileSync(second, toJsonLines(news.slice(300)));
  const home = join(folder, "home");
  const both = await Promise.all(
    [first, second].map((input) => ended(startProgram(["import", "--home", home, input]))),
  );
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  const { articles, placements, found, size } = await readState(home);
  expect(articles).toHaveLength(800);
  expect(placements).toHaveLength(800);
  expect(found).toBe(800);
  expect(size).toMatchObject({ versions: 800, toIndex: 0, toGroup: 0, toAnalyze: 0 });
});
