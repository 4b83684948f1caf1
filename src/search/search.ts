import type { Store } from "../store/index.ts";
import type { SearchRequest, SearchResult } from "./types.ts";

/** Answers a reader's query from the store: what matched, where, and what else could have been meant. */
export function search(
  _store: Pick<Store, "catalog" | "index">,
  _request: SearchRequest,
): Promise<SearchResult> {
  throw new Error("being written");
}
