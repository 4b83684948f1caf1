import type { SearchDocument, StoredArticle } from "../store/index.ts";
import { stem, type Token, tokenize } from "../text/index.ts";

/** The index's token for a word: what a query's word and a text's word must have in common to match. */
export function toTerm(token: Token): string {
  return token.kind === "number" ? token.folded : stem(token.folded);
}

/** The index's tokens of a text, in reading order. A particle left alone by a tatweel is none. */
export function toTerms(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== "clitic")
    .map(toTerm);
}

/** The folded words of a text, in reading order. */
export function foldedWords(text: string): string[] {
  return tokenize(text)
    .filter(({ kind }) => kind !== "clitic")
    .map(({ folded }) => folded);
}

/** The facet that `source:` filters by. */
export function toOutletFacet(outlet: string): string {
  return `outlet ${foldedWords(outlet).join(" ")}`;
}

/** An article as the search index takes it. */
export function toSearchDocument(article: StoredArticle): SearchDocument {
  return {
    number: article.number,
    title: toTerms(article.title ?? ""),
    body: toTerms(article.text),
    facets: article.outlet === null ? [] : [toOutletFacet(article.outlet)],
  };
}
