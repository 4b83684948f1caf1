import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { toArticle, toRow } from "../../test/store-contract.ts";
import { openSqliteStore, type Store } from "../store/index.ts";
import { toSearchDocument } from "./document.ts";
import { search, searchIds } from "./search.ts";

const IDS = ["sahlan-2026-1", "sahlan-2026-2"];

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tawatur-named-"));
  store = await openSqliteStore(folder);
  await store.catalog.saveArticles(
    IDS.map((id) => toRow(toArticle(id, null, { text: "إغلاق مرفأ سهلان" }))),
    "2026-01-01T00:00:00.000Z",
  );
  const articles = await store.catalog.articles(IDS);
  await store.index.upsert(articles.map((article) => toSearchDocument(article)));
});

afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["an id", "sahlan-2026-2", ["sahlan-2026-2"]],
  ["an address", "https://example.org/sahlan-2026-1", ["sahlan-2026-1"]],
  ["an address with a slash behind it", "https://example.org/sahlan-2026-1/", ["sahlan-2026-1"]],
  ["words", "مرفأ سهلان", IDS],
])("%s finds the same with and without snippets", async (_what, text, ids) => {
  for (const [offset, limit] of [
    [0, 5],
    [0, 0],
    [5, 5],
  ] as const) {
    const request = { text, order: "best", limit, offset } as const;
    const { hits } = await search(store, request);
    const found = await searchIds(store, request);
    expect(found).toEqual(hits.map(({ article, score }) => ({ id: article.id, score })));
    if (offset === 0 && limit > 0) expect(found.map(({ id }) => id).sort()).toEqual(ids);
  }
});
