/**
 * Where records live. Five ports (Catalog, Corrections, Collection, SearchIndex, BlobStore) speak the domain; `sqlite/` is the embedded adapter.
 * Invariants: the store never decides, engines receive ready-made tokens, and every save is a transaction that may be repeated.
 */
export { type NumberRange, toArticleNumber, toNumberRange, toSecondOf } from "./article-number.ts";
export type { BlobStore } from "./blob-store.ts";
export type {
  AnalysisRow,
  ArticleHead,
  ArticleRow,
  ArticleVersion,
  Catalog,
  CatalogSize,
  Fingerprint,
  GroupBatch,
  GroupedArticle,
  MentioningArticle,
  NameRecord,
  OutletCount,
  OutletRecord,
  Standing,
  StoredArticle,
  StoryQuery,
  Subject,
  TimeRange,
  WeighedName,
} from "./catalog.ts";
export type {
  Collection,
  CollectionSize,
  FoundPage,
  LeaseRequest,
  NewSource,
  PageRow,
  SourceRecord,
  SourceRow,
} from "./collection.ts";
export type { Corrections } from "./corrections.ts";
export { StoreError, type StoreErrorCode } from "./errors.ts";
export {
  MOST_COUNTED,
  MOST_OCCURRENCES,
  type Occurrences,
  type SearchAnswer,
  type SearchDocument,
  type SearchFilter,
  type SearchIndex,
  type SearchPlan,
  type TermCount,
  type TokenRun,
} from "./search-index.ts";
export { openSqliteStore } from "./sqlite/open.ts";
export type { Lock, Store } from "./store.ts";
