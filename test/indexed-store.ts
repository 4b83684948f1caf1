import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../src/model/index.ts";
import { toSearchDocument } from "../src/search/document.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { toArticle, toRow } from "./store-contract.ts";

/** A store for tests, stored and indexed, in a folder that is gone when it is closed. */
export interface IndexedStore {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/** Stores and indexes articles as they are. */
export async function openIndexed(articles: readonly Article[]): Promise<IndexedStore> {
  const folder = mkdtempSync(join(tmpdir(), "tawatur-indexed-"));
  const store = await openSqliteStore(folder);
  await store.catalog.saveArticles(
    articles.map((article) => toRow(article)),
    "2026-01-01T00:00:00.000Z",
  );
  const saved = await store.catalog.articles(articles.map(({ id }) => id));
  await store.index.upsert(saved.map((article) => toSearchDocument(article)));
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, close };
}

/** The same of texts without titles or days: the first is «a0». */
export function openTexts(texts: readonly string[]): Promise<IndexedStore> {
  return openIndexed(texts.map((text, at) => toArticle(`a${at}`, null, { text, title: null })));
}
