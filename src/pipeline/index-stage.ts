import { toSearchDocument } from "../search/index.ts";
import type { Store } from "../store/index.ts";
import { type Token, tokenize } from "../text/index.ts";

const BATCH = 500;

/** Texts with their tokens, where somebody has cut them already. */
export type CutTexts = ReadonlyMap<string, readonly Token[]>;

/** Gives the search index every article it has not taken yet. Stopped anywhere, the next run goes on. */
export async function indexPending(
  { catalog, index }: Store,
  cut: CutTexts = new Map(),
): Promise<void> {
  for (;;) {
    const { articles, forget } = await catalog.pendingIndex(BATCH);
    if (articles.length === 0 && forget.length === 0) return;
    if (forget.length > 0) await index.remove(forget);
    if (articles.length > 0)
      await index.upsert(
        articles.map((article) =>
          toSearchDocument(article, cut.get(article.text) ?? tokenize(article.text)),
        ),
      );
    await catalog.markIndexed(
      articles.map(({ number }) => number),
      forget,
    );
  }
}
