import type { Analysis, AnalyzedArticle, Article, Attribution, Name } from "../model/index.ts";
import { splitSentences, type Token, tokenize } from "../text/index.ts";
import { ANALYZER, attribute } from "./attribute.ts";
import { withCited } from "./credits.ts";
import { readFigures } from "./figures.ts";
import { findKeyphrases } from "./keyphrases.ts";
import { findNames } from "./name/find-names.ts";
import { readStatements, type StatementReading } from "./statement/statements.ts";
import { readTimes } from "./times.ts";
import { findTopic } from "./topic/find-topic.ts";

/** Reads an article whole: where it comes from, whom it credits, who says what in it, whom it names, what it is about. The article itself is not touched. */
export function analyze(article: Article | AnalyzedArticle): Analysis {
  return analyzeAll([article])[0] as Analysis;
}

/**
 * The same of many articles. Each step is done for all of them before the next: its tables and its code then stay in the processor's cache, and
 * a hundred articles together take a fifth less than one by one.
 */
export function analyzeAll(articles: readonly (Article | AnalyzedArticle)[]): Analysis[] {
  const cut = articles.map((article) => ({ article, tokens: tokenize(article.text) }));
  const timed = cut.map((read) => ({ ...read, times: readTimes(read.article, read.tokens) }));
  const counted = timed.map((read) => ({
    ...read,
    figures: readFigures(read.article, read.tokens, read.times),
  }));
  const named = counted.map((read) => ({
    ...read,
    names: findNames(read.article.text, read.tokens),
  }));
  const attributed = named.map((read) => ({
    ...read,
    attribution: attributionOf(read.article, read.tokens),
  }));
  const said = attributed.map((read) => ({ ...read, ...statementsOf(read) }));
  return said.map(({ article, tokens, attribution, media, statements, names, times, figures }) => {
    const title = article.title ?? "";
    return {
      ...attribution,
      credits: withCited(article, attribution.credits, media),
      statements,
      names,
      keyphrases: findKeyphrases(title, article.text, tokens, names),
      topic: findTopic(title, tokens),
      times,
      figures,
    };
  });
}

interface Attributed {
  readonly article: Article | AnalyzedArticle;
  readonly tokens: readonly Token[];
  readonly attribution: Attribution;
  readonly names: readonly Name[];
}

function statementsOf({ article, tokens, attribution, names }: Attributed): StatementReading {
  const from = attribution.dateline?.end ?? 0;
  return readStatements(article.text, tokens, splitSentences(article.text), { from, names });
}

/** One that the same rules have read before is not read again. */
function attributionOf(article: Article | AnalyzedArticle, tokens: readonly Token[]): Attribution {
  const known = "attribution" in article ? article.attribution : null;
  return known?.analyzer === ANALYZER ? known : attribute(article, tokens);
}
