import type { Article } from "../model/index.ts";
import { type Figure, findFigures, type Span, type Token } from "../text/index.ts";

/** The figures of an article's text in order; numbers that are part of something else already read, such as a date, are left out. */
export function readFigures(
  article: Article,
  tokens: readonly Token[],
  taken: readonly Span[] = [],
): Figure[] {
  return findFigures({ text: article.text, tokens }, taken);
}
