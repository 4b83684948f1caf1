import { guessLanguage } from "../text/index.ts";
import type { ExtractedArticle, TextArticle } from "./extraction.ts";

/** An article that only its own text tells of: nothing of the page is its own but where the page was found. */
export function withoutPage(article: TextArticle, url: string | null): ExtractedArticle {
  return {
    ...article,
    modified: null,
    outlet: null,
    language: guessLanguage(article.text),
    url,
    image: null,
    captions: [],
    links: [],
  };
}
