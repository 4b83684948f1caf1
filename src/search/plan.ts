import { type SearchPlan, toNumberRange } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import { toOutletFacet } from "./document.ts";
import type { Expansion, ReadQuery, SearchRequest } from "./types.ts";
import { toTerm } from "./words.ts";

const MS_PER_DAY = 86_400_000;

function toRun(run: readonly string[]): string[] {
  return run.map(toTerm);
}

/** The words that carry a query: all but function words, or all of them when it has no others. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isFunctionWord(word));
  return telling.length > 0 ? telling : words;
}

/** The index's tokens of the words that carry a query, each once. */
export function tellingTerms(words: readonly string[]): string[] {
  return [...new Set(tellingWords(words).map(toTerm))];
}

/** All words of a query that a text may answer, also those of its phrases. */
export function allWords(query: ReadQuery): readonly string[] {
  return [...query.words, ...query.phrases.flat(), ...query.required.flat()];
}

/**
 * A query as the index port takes it. Best first looks for any of its words and phrases and lets the score sort them; newest
 * first has no score to sort by, so there each must occur. What bears a plus must occur in either order.
 */
export function toPlan(
  query: ReadQuery,
  expansions: readonly Expansion[],
  request: Omit<SearchRequest, "text">,
): SearchPlan {
  const runs = toOptional(query);
  const others = expansions.flatMap((expansion) => expansion.runs.map(toRun));
  const ranked = request.order !== "newest";
  const either = ranked ? [] : toEither(query, expansions);
  const replaced = ranked ? [] : [...query.either.flat(), ...expansions.map(({ words }) => words)];
  const own = new Set(replaced.map(toRun).flatMap((run) => [...run, toKey(run)]));
  const required = query.required.map(toRun);
  const range = toNumberRange({
    from: query.from === null ? null : Date.parse(query.from),
    to: query.to === null ? null : Date.parse(query.to) + MS_PER_DAY,
  });
  return {
    any: ranked ? [...runs, ...others] : [],
    all: ranked ? required : [...runs.filter((run) => !own.has(toKey(run))), ...required],
    either,
    none: query.excluded.map(toRun),
    facets: query.outlets.map(toOutletFacet),
    from: range.from,
    to: range.to,
    limit: request.limit,
    offset: request.offset,
  };
}

const toKey = (run: readonly string[]): string => run.join(" ");

/**
 * Where each word must occur, a word may be answered by its other names, and one of several with OR between them by any. What other
 * names stand for in several words is one thing there.
 */
function toEither(query: ReadQuery, expansions: readonly Expansion[]): string[][][] {
  const grouped = new Set(query.either.flatMap((list) => list.map(toKey)));
  const namesOf = new Map(expansions.map(({ words, runs }) => [toKey(words), runs]));
  const lists = query.either.map((list) =>
    list.flatMap((run) => [run, ...(namesOf.get(toKey(run)) ?? [])]),
  );
  const named = expansions
    .filter(({ words }) => !grouped.has(toKey(words)))
    .map(({ words, runs }) => [words, ...runs]);
  return [...lists, ...named].map((list) => list.map(toRun));
}

/** Words by themselves, and phrases with their words: a phrase that occurs counts for more than its words apart. */
function toOptional(query: ReadQuery): string[][] {
  const alone = query.words.length === 0 && query.required.length === 0;
  const words = alone ? [] : query.phrases.flat();
  return [
    ...tellingTerms([...query.words, ...words]).map((term) => [term]),
    ...query.phrases.map(toRun),
  ];
}

/** The articles that may be looked at for one query, counted once a term: what keeps a query of common words fast. */
const MOST_MATCHES = 4000;

/**
 * The rarest of the runs: as many as together match few enough articles, at least one. A common word finds nothing that the rare
 * ones beside it do not find better, but it still counts in the score of what they find. A term that was not counted is a common one.
 */
export function keepRarest(
  runs: readonly (readonly string[])[],
  articlesOf: ReadonlyMap<string, number>,
  most: number = MOST_MATCHES,
): readonly (readonly string[])[] {
  const counted = runs.map((run) => ({
    run,
    articles: Math.min(...run.map((term) => articlesOf.get(term) ?? Number.POSITIVE_INFINITY)),
  }));
  counted.sort((a, b) => a.articles - b.articles);
  let matches = 0;
  return counted
    .filter(({ articles }, at) => {
      matches += articles;
      return at === 0 || matches <= most;
    })
    .map(({ run }) => run);
}

/** Every token whose occurrence in a text answers the query; runs of several must stand side by side. */
export function toWanted(
  query: ReadQuery,
  expansions: readonly Expansion[],
): readonly (readonly string[])[] {
  const words = tellingTerms(query.words).map((term) => [term]);
  const others = expansions.flatMap((expansion) => expansion.runs.map(toRun));
  return [...words, ...others, ...query.phrases.map(toRun), ...query.required.map(toRun)];
}
