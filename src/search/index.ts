/**
 * From a reader's words to articles: the query is read, turned into a plan of ready-made tokens, answered by the index port,
 * and shown with the matched words marked at their places in the text as published.
 * Invariants: the query and the index use the same analysis; display text is never altered.
 */
export { toSearchDocument } from "./document.ts";
export { readQuery } from "./read-query.ts";
export { findRelated } from "./related.ts";
export { search, searchIds } from "./search.ts";
export type {
  Expansion,
  FoundArticle,
  Marked,
  ReadQuery,
  SearchOrder,
  SearchRequest,
  SearchResult,
} from "./types.ts";
export { warmSearch } from "./warm.ts";
