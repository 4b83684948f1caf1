import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toArticle, toRow } from "../../test/store-contract.ts";
import { openSqliteStore, type SearchPlan, type Store } from "../store/index.ts";
import { toSearchDocument } from "./document.ts";
import { warmSearch } from "./warm.ts";

const TITLES = ["افتتاح مرفأ سهلان", "أمطار على الجبال", null];

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tawatur-warm-"));
  store = await openSqliteStore(folder);
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Warms, and says how often it paused and which terms it counted. */
async function warm(stopAfter: number) {
  const stop = new AbortController();
  const counted: string[] = [];
  const index = {
    ...store.index,
    search: (plan: SearchPlan) => store.index.search(plan),
    frequencies: (terms: readonly string[]) => {
      counted.push(...terms);
      return store.index.frequencies(terms);
    },
  };
  let pauses = 0;
  const pause = async () => {
    pauses += 1;
    if (pauses === stopAfter) stop.abort();
  };
  await warmSearch({ catalog: store.catalog, index }, pause, stop.signal);
  return { pauses, counted };
}

test("an empty store is not asked anything", async () => {
  expect(await warm(10)).toEqual({ pauses: 0, counted: [] });
});

test("the titles of what is newest are searched for, with a pause before each", async () => {
  const articles = TITLES.map((title, at) => toArticle(`a${at}`, null, { title }));
  await store.catalog.saveArticles(
    articles.map((each) => toRow(each)),
    "2026-01-01T00:00:00.000Z",
  );
  const saved = await store.catalog.articles(articles.map(({ id }) => id));
  await store.index.upsert(saved.map((article) => toSearchDocument(article)));
  const { pauses, counted } = await warm(10);
  expect(pauses).toBe(TITLES.length);
  expect(counted).toEqual(expect.arrayContaining(["سهل", "جبال"]));
});

test("it stops when told", async () => {
  expect((await warm(1)).pauses).toBe(1);
});
