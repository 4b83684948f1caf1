import { toSearchDocument } from "../search/index.ts";
import type { Store, StoredArticle } from "../store/index.ts";
import { type Token, tokenize } from "../text/index.ts";

const BATCH = 500;

/** Texts with their tokens, where somebody has cut them already. */
export type CutTexts = ReadonlyMap<string, readonly Token[]>;

/** Gives the search index every article it has not taken yet. Stopped anywhere, the next run goes on. */
export async function indexPending(store: Store): Promise<void> {
  for (;;) {
    const { articles, forget } = await store.catalog.pendingIndex(BATCH);
    if (articles.length === 0 && forget.length === 0) return;
    if (forget.length > 0) await store.index.remove(forget);
    await indexArticles(store, articles, new Map(), forget);
  }
}

/** Gives the search index articles that are pending, and notes that it has them and has forgotten some. */
export async function indexArticles(
  { catalog, index }: Store,
  articles: readonly StoredArticle[],
  cut: CutTexts,
  forgotten: readonly number[] = [],
): Promise<void> {
  if (articles.length > 0)
    await index.upsert(
      articles.map((article) =>
        toSearchDocument(article, cut.get(article.text) ?? tokenize(article.text)),
      ),
    );
  await catalog.markIndexed(
    articles.map(({ number }) => number),
    forgotten,
  );
}
