import type { Analysis, Article } from "../model/index.ts";
import { splitSentences, tokenize } from "../text/index.ts";
import { attribute } from "./attribute.ts";
import { endOfDateline } from "./dateline.ts";
import { readFigures } from "./figures.ts";
import { findKeyphrases } from "./keyphrases.ts";
import { findNames } from "./name/find-names.ts";
import { findStatements } from "./statement/statements.ts";
import { findTopic } from "./topic/find-topic.ts";

/** Reads an article whole: where it comes from, whom it credits, who says what in it, whom it names, what it is about. The article itself is not touched. */
export function analyze(article: Article): Analysis {
  const tokens = tokenize(article.text);
  const title = article.title ?? "";
  const names = findNames(article.text, tokens);
  return {
    ...attribute(article, tokens),
    statements: findStatements(
      article.text,
      tokens,
      splitSentences(article.text),
      endOfDateline(article.text),
    ),
    names,
    keyphrases: findKeyphrases(title, article.text, tokens, names),
    topic: findTopic(title, tokens),
    figures: readFigures(article, tokens),
  };
}
