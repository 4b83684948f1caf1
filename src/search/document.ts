import type { SearchDocument, StoredArticle } from "../store/index.ts";
import { toSketch } from "./sketch.ts";
import { foldedWords, readWords } from "./words.ts";

/** The facet that `source:` filters by. */
export function toOutletFacet(outlet: string): string {
  return `outlet ${foldedWords(outlet).join(" ")}`;
}

/** An article as the search index takes it. */
export function toSearchDocument(article: StoredArticle): SearchDocument {
  const title = readWords(article.title ?? "");
  const body = readWords(article.text);
  return {
    number: article.number,
    title: title.map(({ term }) => term),
    body: body.map(({ term }) => term),
    facets: article.outlet === null ? [] : [toOutletFacet(article.outlet)],
    sketch: toSketch(
      title.map(({ folded }) => folded),
      body.map(({ folded }) => folded),
    ),
  };
}
