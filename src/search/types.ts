import type { StoredArticle } from "../store/index.ts";

/** A query as it was understood; what a reader is shown of it. */
export interface ReadQuery {
  /** Words looked for, folded, in order. */
  readonly words: readonly string[];
  /** Those of the words that are to be taken as they stand, without other names: they bear an equals sign. */
  readonly literal: readonly string[];
  /** Quoted runs of words, folded. */
  readonly phrases: readonly (readonly string[])[];
  /** Beginnings of words, folded; each stands among the words too: those with an asterisk, three at most. */
  readonly starts: readonly string[];
  /** Words and phrases of which one does, folded, where all must occur: those with OR between them. They stand among the words and phrases too. */
  readonly either: readonly (readonly (readonly string[])[])[];
  /** Words and phrases that must occur, folded: those with a plus. */
  readonly required: readonly (readonly string[])[];
  /** Words and phrases that must not occur, folded: those with a minus. */
  readonly excluded: readonly (readonly string[])[];
  /** Outlets asked for with `source:`. */
  readonly outlets: readonly string[];
  /** Calendar days of `from:` and `to:`, inclusive, `YYYY-MM-DD`. */
  readonly from: string | null;
  readonly to: string | null;
  /** Parts that could not be understood, as written, such as `from:yesterday`. */
  readonly faults: readonly string[];
  /** The query in its normal form: what was really searched. */
  readonly normal: string;
}

/** Other names of what words of a query name, looked for beside them. */
export interface Expansion {
  /** The words as the query has them, folded. */
  readonly words: readonly string[];
  /** The other names, as written. */
  readonly names: readonly string[];
  /** The same, folded. */
  readonly runs: readonly (readonly string[])[];
  /** The query in its normal form with this expansion taken back. */
  readonly without: string;
}

/** "recent" is best first, where a week of age halves what a text is worth. */
export type SearchOrder = "best" | "recent" | "newest";

export interface SearchRequest {
  readonly text: string;
  readonly order: SearchOrder;
  readonly limit: number;
  readonly offset: number;
}

/** A run of a text as written; `hit` when it is a word that was looked for. */
export interface Marked {
  readonly text: string;
  readonly hit: boolean;
}

export interface FoundArticle {
  readonly article: StoredArticle;
  readonly score: number;
  readonly title: readonly Marked[];
  /** The best passage of the text, about forty words, cut at word boundaries; `cutBefore` and `cutAfter` tell whether text was left out. */
  readonly snippet: readonly Marked[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

export interface SearchResult {
  readonly query: ReadQuery;
  readonly expansions: readonly Expansion[];
  readonly hits: readonly FoundArticle[];
  /** Counted up to `MOST_COUNTED`. */
  readonly total: number;
  /** Near queries that do have hits; offered when nothing was found, or when no article has some word of the query. */
  readonly suggestions: readonly string[];
}
