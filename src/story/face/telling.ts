import type { Analysis, AnalyzedArticle } from "../../model/index.ts";

/** One account as its face is read from: the report that tells it, with what was read of that. */
export interface Telling {
  readonly account: string;
  readonly article: AnalyzedArticle;
  /** Null while the article has not been read whole. */
  readonly analysis: Analysis | null;
}
