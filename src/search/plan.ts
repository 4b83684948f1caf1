import { type SearchPlan, toNumberRange } from "../store/index.ts";
import { isFunctionWord, stem } from "../text/index.ts";
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

/** The words that carry a query: all but function words, or all of them when it has no others. Each stem once. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !isFunctionWord(word));
  return [...new Set((telling.length > 0 ? telling : words).map(toTermOf))];
}

/**
 * A query as the index port takes it. Best first looks for any of its words and phrases and lets the score sort them; newest
 * first has no score to sort by, so there each must occur. What bears a plus must occur in either order.
 */
export function toPlan(query: ReadQuery, request: Omit<SearchRequest, "text">): SearchPlan {
  const runs = toOptional(query);
  const best = request.order === "best";
  const required = query.required.map(toRun);
  const range = toNumberRange({
    from: query.from === null ? null : Date.parse(query.from),
    to: query.to === null ? null : Date.parse(query.to) + MS_PER_DAY,
  });
  return {
    any: best ? runs : [],
    all: best ? required : [...runs, ...required],
    none: query.excluded.map(toRun),
    facets: query.outlets.map(toOutletFacet),
    from: range.from,
    to: range.to,
    order: request.order,
    limit: request.limit,
    offset: request.offset,
  };
}

/** Words by themselves, and phrases with their words: a phrase that occurs counts for more than its words apart. */
function toOptional(query: ReadQuery): string[][] {
  const alone = query.words.length === 0 && query.required.length === 0;
  const words = alone ? [] : query.phrases.flat();
  return [
    ...tellingWords([...query.words, ...words]).map((term) => [term]),
    ...query.phrases.map(toRun),
  ];
}

/** Every token whose occurrence in a text answers the query; runs of several must stand side by side. */
export function toWanted(query: ReadQuery): readonly (readonly string[])[] {
  const words = tellingWords(query.words).map((term) => [term]);
  return [...words, ...query.phrases.map(toRun), ...query.required.map(toRun)];
}
