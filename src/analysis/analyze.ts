import type { Analysis, Article } from "../model/index.ts";
import { splitSentences, tokenize } from "../text/index.ts";
import { attribute } from "./attribute.ts";
import { withCited } from "./credits.ts";
import { readFigures } from "./figures.ts";
import { findKeyphrases } from "./keyphrases.ts";
import { findNames } from "./name/find-names.ts";
import { readStatements } from "./statement/statements.ts";
import { readTimes } from "./times.ts";
import { findTopic } from "./topic/find-topic.ts";

/** Reads an article whole: where it comes from, whom it credits, who says what in it, whom it names, what it is about. The article itself is not touched. */
export function analyze(article: Article): Analysis {
  const tokens = tokenize(article.text);
  const times = readTimes(article, tokens);
  const sentences = splitSentences(article.text);
  const attribution = attribute(article, tokens);
  const from = attribution.dateline?.end ?? 0;
  const { statements, media } = readStatements(article.text, tokens, sentences, from);
  const title = article.title ?? "";
  const names = findNames(article.text, tokens);
  return {
    ...attribution,
    credits: withCited(article, attribution.credits, media),
    statements,
    names,
    keyphrases: findKeyphrases(title, article.text, tokens, names),
    topic: findTopic(title, tokens),
    times,
    figures: readFigures(article, tokens, times),
  };
}
