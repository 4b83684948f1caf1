import type { Store, StoredArticle } from "../store/index.ts";

/** Articles on the same matter but of other stories, best first, at most one a story. */
export function findRelated(
  _store: Pick<Store, "catalog" | "index">,
  _article: StoredArticle,
  _limit: number,
): Promise<readonly StoredArticle[]> {
  throw new Error("being written");
}
