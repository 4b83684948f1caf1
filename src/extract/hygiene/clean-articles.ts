import { guessLanguage } from "../../text/index.ts";
import type { ArticleChange, ExtractedArticle } from "../extraction.ts";
import { cleanText } from "./clean.ts";

/** Cleans the titles and texts of a page's articles; what was done to each is told. */
export function cleanArticles(articles: readonly ExtractedArticle[]): {
  readonly articles: readonly ExtractedArticle[];
  readonly changes: readonly ArticleChange[];
} {
  const changes: ArticleChange[] = [];
  const cleaned = articles.map((article, at): ExtractedArticle => {
    const text = cleanText(article.text);
    const title = article.title === null ? null : cleanText(article.title);
    for (const change of text.changes) changes.push({ article: at, field: "text", ...change });
    for (const change of title?.changes ?? []) {
      changes.push({ article: at, field: "title", ...change });
    }
    // Misread letters told another language.
    const wasMisread = text.changes.some(({ step }) => step === "mojibake");
    const language = wasMisread ? guessLanguage(text.text) : article.language;
    return { ...article, title: title?.text ?? null, text: text.text, language };
  });
  return { articles: cleaned, changes };
}
