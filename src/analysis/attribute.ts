import type { Article, Attribution, Sourcing } from "../model/index.ts";
import { guessLanguage, type Token, tokenize } from "../text/index.ts";
import { findCredits, withMentions } from "./credits.ts";
import { readDateline } from "./dateline.ts";

/** Names the rules an attribution or analysis was made by; it changes when their results do. */
export const ANALYZER = "analysis@4";

/** Reads whose words an article has, from where it says so of its whole text: all that grouping asks. */
export function findSourcing(article: Article): Sourcing {
  const dateline = readDateline(article);
  return { dateline, credits: findCredits(article, dateline) };
}

/** Reads where an article comes from and whom it credits. The article itself is not touched. */
export function attribute(
  article: Article,
  tokens: readonly Token[] = tokenize(article.text),
): Attribution {
  const { dateline, credits } = findSourcing(article);
  return {
    analyzer: ANALYZER,
    language: guessLanguage(article.text, tokens),
    dateline,
    credits: withMentions(article, credits, tokens),
  };
}
