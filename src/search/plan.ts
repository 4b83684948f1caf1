import { type SearchPlan, toNumberRange } from "../store/index.ts";
import { isStopWord, stem } from "../text/index.ts";
import { toOutletFacet } from "./document.ts";
import type { ReadQuery, SearchRequest } from "./types.ts";

const NUMBER = /^\d+$/u;
const MS_PER_DAY = 86_400_000;

function toTermOf(folded: string): string {
  return NUMBER.test(folded) ? folded : stem(folded);
}

function toRun(run: readonly string[]): string[] {
  return run.map(toTermOf);
}

/** The words that carry a query: all but stop words, or all of them when it has no others. Each stem once. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !isStopWord(word));
  return [...new Set((telling.length > 0 ? telling : words).map(toTermOf))];
}

/**
 * A query as the index port takes it. Best first looks for any of the words and lets the score sort them; newest first
 * has no score to sort by, so there every word must occur.
 */
export function toPlan(query: ReadQuery, request: Omit<SearchRequest, "text">): SearchPlan {
  const words = tellingWords(query.words).map((term) => [term]);
  const best = request.order === "best";
  const range = toNumberRange({
    from: query.from === null ? null : Date.parse(query.from),
    to: query.to === null ? null : Date.parse(query.to) + MS_PER_DAY,
  });
  return {
    any: best ? words : [],
    all: [...query.phrases.map(toRun), ...(best ? [] : words)],
    none: query.excluded.map(toRun),
    facets: query.outlets.map(toOutletFacet),
    from: range.from,
    to: range.to,
    order: request.order,
    limit: request.limit,
    offset: request.offset,
  };
}

/** Every token whose occurrence in a text answers the query; runs of several must stand side by side. */
export function toWanted(query: ReadQuery): readonly (readonly string[])[] {
  return [...tellingWords(query.words).map((term) => [term]), ...query.phrases.map(toRun)];
}
