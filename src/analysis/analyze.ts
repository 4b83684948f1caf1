import type { Analysis, Article } from "../model/index.ts";
import { tokenize } from "../text/index.ts";
import { attribute } from "./attribute.ts";
import { readFigures } from "./figures.ts";
import { findKeyphrases } from "./keyphrases.ts";

/** Reads an article whole: where it comes from, whom it credits, what it is about. The article itself is not touched. */
export function analyze(article: Article): Analysis {
  const tokens = tokenize(article.text);
  return {
    ...attribute(article, tokens),
    keyphrases: findKeyphrases(article.title ?? "", article.text, tokens),
    figures: readFigures(article, tokens),
  };
}
