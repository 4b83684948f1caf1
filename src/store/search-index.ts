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

/** What an article must be like to be found at all, in the index's own tokens. Every list may be empty. */
export interface SearchFilter {
  /** Each must occur. */
  readonly all: readonly TokenRun[];
  /** Of each list at least one must occur. */
  readonly either?: readonly (readonly TokenRun[])[];
  /** None may occur. */
  readonly none: readonly TokenRun[];
  /** At least one facet must be borne, when any is given. */
  readonly facets: readonly string[];
  /** Numbers to search among, half open. */
  readonly from: number | null;
  readonly to: number | null;
}

/** What to look for; a plan with nothing to match matches all. */
export interface SearchPlan extends SearchFilter {
  /** At least one must occur, when any is given. */
  readonly any: readonly TokenRun[];
  /** 0 asks only how many match. */
  readonly limit: number;
  readonly offset: number;
}

export interface SearchAnswer {
  /** The newest first. */
  readonly numbers: readonly number[];
  /** How many match, counted up to `MOST_COUNTED`. */
  readonly total: number;
}

/** The articles that have a run, the newest first, at most `MOST_OCCURRENCES`. */
export interface Occurrences {
  readonly anywhere: readonly number[];
  /** Those of them that have it in their title. */
  readonly inTitle: readonly number[];
}

/** A term of the index with the number of articles that have it. */
export interface TermCount {
  readonly term: string;
  readonly articles: number;
}

/** Counting stops here; a reader is told "more than". */
export const MOST_COUNTED = 10_000;

/** Of more articles than these with one run, the newest are told. */
export const MOST_OCCURRENCES = 50_000;

/** An index of ready-made tokens. It says what matches and where; what is best is the caller's to say, the same over every engine. */
export interface SearchIndex {
  /** Adds or replaces. */
  upsert(documents: readonly SearchDocument[]): Promise<void>;
  remove(numbers: readonly number[]): Promise<void>;
  /** Rewrites some of what was written bit by bit so that it is read faster; no answer changes. For the end of a run. */
  compact(): Promise<void>;
  search(plan: SearchPlan): Promise<SearchAnswer>;
  /** Which articles have each run, among those that pass the filter. */
  occurrences(runs: readonly TokenRun[], filter: SearchFilter): Promise<readonly Occurrences[]>;
  /** The sketches of these articles; one that has none is left out. */
  sketches(numbers: readonly number[]): Promise<ReadonlyMap<number, Uint8Array>>;
  /** How many articles have each term; a term nobody has is 0. */
  frequencies(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Terms of the index that begin with a prefix, at most `limit`, most frequent first. */
  terms(prefix: string, limit: number): Promise<readonly TermCount[]>;
  size(): Promise<number>;
}
