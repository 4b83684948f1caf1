import type { Article, Attribution } from "../model/index.ts";
import { guessLanguage, type Token, tokenize } from "../text/index.ts";
import { findCredits } from "./credits.ts";
import { readDateline } from "./dateline.ts";

/** Names the rules an attribution or analysis was made by; it changes when their results do. */
export const ANALYZER = "analysis@4";

/** Reads where an article comes from and whom it credits. The article itself is not touched. */
export function attribute(
  article: Article,
  tokens: readonly Token[] = tokenize(article.text),
): Attribution {
  const dateline = readDateline(article);
  return {
    analyzer: ANALYZER,
    language: guessLanguage(article.text, tokens),
    dateline,
    credits: findCredits(article, tokens, dateline),
  };
}
