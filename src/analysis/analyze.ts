import type { Analysis, AnalyzedArticle, Article, Attribution } from "../model/index.ts";
import { splitSentences, type Token, tokenize } from "../text/index.ts";
import { ANALYZER, attribute } from "./attribute.ts";
import { withCited } from "./credits.ts";
import { readFigures } from "./figures.ts";
import { findKeyphrases } from "./keyphrases.ts";
import { findNames } from "./name/find-names.ts";
import { readStatements } from "./statement/statements.ts";
import { readTimes } from "./times.ts";
import { findTopic } from "./topic/find-topic.ts";

/** Reads an article whole: where it comes from, whom it credits, who says what in it, whom it names, what it is about. The article itself is not touched. */
export function analyze(article: Article | AnalyzedArticle): Analysis {
  const tokens = tokenize(article.text);
  const times = readTimes(article, tokens);
  const sentences = splitSentences(article.text);
  const attribution = attributionOf(article, tokens);
  const from = attribution.dateline?.end ?? 0;
  const title = article.title ?? "";
  const names = findNames(article.text, tokens);
  const { statements, media } = readStatements(article.text, tokens, sentences, { from, names });
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

/** One that the same rules have read before is not read again. */
function attributionOf(article: Article | AnalyzedArticle, tokens: readonly Token[]): Attribution {
  const known = "attribution" in article ? article.attribution : null;
  return known?.analyzer === ANALYZER ? known : attribute(article, tokens);
}
