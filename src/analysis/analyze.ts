import type { Analysis, Article } from "../model/index.ts";
import { guessLanguage, tokenize } from "../text/index.ts";
import { findCredits } from "./credits.ts";
import { readDateline } from "./dateline.ts";
import { findKeyphrases } from "./keyphrases.ts";

/** Names the rules an analysis was made by; it changes when their results do. */
export const ANALYZER = "analysis@1";

/** Reads an article: where it comes from, whom it credits, what it is about. The article itself is not touched. */
export function analyze(article: Article): Analysis {
  const found = readDateline(article);
  const tokens = tokenize(article.text);
  return {
    analyzer: ANALYZER,
    language: guessLanguage(article.text),
    dateline: found,
    credits: findCredits(article, tokens, found),
    keyphrases: findKeyphrases(article.title ?? "", article.text, tokens),
  };
}
