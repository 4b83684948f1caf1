import type { ChosenSentence } from "../../model/index.ts";
import { type Sentence, splitSentences } from "../../text/index.ts";
import type { Telling } from "./telling.ts";

/** Gives the sentence of a report that stands at an offset of its text; the dateline is no part of one. */
export function createSentenceFinder({ article }: Telling): (at: number) => ChosenSentence {
  const opening = article.attribution.dateline?.end ?? 0;
  let sentences: readonly Sentence[] | null = null;
  return (at) => {
    sentences ??= splitSentences(article.text);
    const found = sentences.find(({ end }) => end > at) ?? { start: at, end: article.text.length };
    const start = found.start < opening && opening < found.end ? opening : found.start;
    return {
      text: article.text.slice(start, found.end),
      article: article.id,
      start,
      end: found.end,
    };
  };
}
