import type { SearchDocument, StoredArticle } from "../store/index.ts";
import { type Token, tokenize } from "../text/index.ts";
import { toSketch } from "./sketch.ts";
import { foldedWords, readWords } from "./words.ts";

/** The facet that `source:` filters by. */
export function toOutletFacet(outlet: string): string {
  return `outlet ${foldedWords(outlet).join(" ")}`;
}

/** An article as the search index takes it; `tokens` are those of its text. */
export function toSearchDocument(
  article: StoredArticle,
  tokens: readonly Token[] = tokenize(article.text),
): SearchDocument {
  const title = readWords(article.title ?? "");
  const body = readWords(article.text, tokens);
  return {
    number: article.number,
    title: title.map(({ term }) => term),
    body: body.map(({ term }) => term),
    facets: article.outlet === null ? [] : [toOutletFacet(article.outlet)],
    sketch: toSketch(
      title.map(({ word }) => word),
      body.map(({ word }) => word),
    ),
  };
}
