/** An article as the search index takes it: ready-made tokens of lower-case letters and digits, in reading order. */
export interface SearchDocument {
  /** The article's catalog number; grows with publication time. */
  readonly number: number;
  readonly title: readonly string[];
  readonly body: readonly string[];
  /** Whole-field keys to filter by, such as an outlet's. */
  readonly facets: readonly string[];
  /** What ranking needs of the article, given back as it came: the final score is the caller's, the same over every engine. */
  readonly sketch: Uint8Array;
}

/** A run of tokens that must stand side by side; one token is a plain term. */
export type TokenRun = readonly string[];

/** What to look for, in the index's own tokens. Every list may be empty; a plan with nothing to match matches all. */
export interface SearchPlan {
  /** At least one must occur; each adds to the score. */
  readonly any: readonly TokenRun[];
  /** Each must occur. */
  readonly all: readonly TokenRun[];
  /** None may occur. */
  readonly none: readonly TokenRun[];
  /** At least one facet must be borne, when any is given. */
  readonly facets: readonly string[];
  /** Numbers to search among, half open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly order: "best" | "newest";
  readonly limit: number;
  readonly offset: number;
}

export interface SearchHit {
  readonly number: number;
  /** Higher is better; comparable within one answer only. 0 when newest first. */
  readonly score: number;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many match, counted up to `MOST_COUNTED`. */
  readonly total: number;
}

/** A term of the index with the number of articles that have it. */
export interface TermCount {
  readonly term: string;
  readonly articles: number;
}

/** Counting stops here; a reader is told "more than". */
export const MOST_COUNTED = 10_000;

/** An index of ready-made tokens. It decides what matches; engines may score differently, so the final order is the caller's. */
export interface SearchIndex {
  /** Adds or replaces. */
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(numbers: readonly number[]): Promise<void>;
  search(plan: SearchPlan): Promise<SearchAnswer>;
  /** The sketches of these articles; one that has none is left out. */
  sketches(numbers: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>>;
  /** How many articles have each term; a term nobody has is 0. */
  frequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Terms of the index that begin with a prefix, at most `limit`, most frequent first. */
  terms(prefix: string, limit: number): Promise<readonly TermCount[]>;
  size(): Promise<number>;
}
