import { type SearchIndex, toSecondOf } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import { allWords, keepRarest, tellingTerms, toPlan } from "./plan.ts";
import { findRoughly } from "./rough.ts";
import { type Asked, scoreSketches, type Wanted } from "./score.ts";
import { readSketch } from "./sketch.ts";
import type { Expansion, ReadQuery, SearchRequest } from "./types.ts";
import { toTerm } from "./words.ts";

/** The best of the rough order that are looked at closely; what comes after them keeps that order. */
const RERANKED = 300;

export interface SearchHit {
  readonly number: number;
  /** Higher is better; comparable within one answer only. 0 when newest first, and for what was not looked at closely. */
  readonly score: number;
}

/** A page of hits, and how many match in all, counted up to `MOST_COUNTED`. */
export interface Ranked {
  readonly hits: readonly SearchHit[];
  readonly total: number;
}

/** How many articles have each word that carries a query or stands for one: the others are the commonest, and the dearest to count. */
export function countArticles(
  index: SearchIndex,
  query: ReadQuery,
  expansions: readonly Expansion[],
): Promise<ReadonlyMap<string, number>> {
  const runs = [
    query.words,
    ...query.phrases,
    ...query.required,
    ...expansions.flatMap(({ runs }) => runs),
  ];
  return index.frequencies([...new Set(runs.flatMap(tellingTerms))]);
}

/** The answer to a query, best first: the index finds, rarity sorts roughly, the score of `score.ts` sorts the best of it. */
export async function findRanked(
  index: SearchIndex,
  query: ReadQuery,
  expansions: readonly Expansion[],
  request: SearchRequest,
  articlesOf: ReadonlyMap<string, number>,
): Promise<Ranked> {
  const plan = toPlan(query, expansions, request);
  const runs = plan.any.length > 0 ? keepRarest(plan.any, articlesOf) : plan.all;
  if (runs.length === 0) {
    const { numbers, total } = await index.search(plan);
    return { hits: numbers.map(unscored), total };
  }
  const articles = await index.size();
  const most = Math.max(RERANKED, request.offset + request.limit);
  const { numbers, total } = await findRoughly(index, runs, plan, { articles, most });
  const scored = await score(index, numbers.slice(0, RERANKED), {
    words: toWanted(allWords(query).filter(isTelling), expansions, articlesOf),
    runs: [...query.phrases, ...expansions.flatMap(({ runs }) => runs.filter(isLong))].map((run) =>
      toWantedRun(run, articlesOf),
    ),
    articles,
  });
  const ranked = request.order === "recent" ? preferRecent(scored) : scored;
  const hits = [...ranked, ...numbers.slice(RERANKED).map(unscored)];
  return { hits: hits.slice(request.offset, request.offset + request.limit), total };
}

/** The answer to a query, newest first. */
export async function findNewest(
  index: SearchIndex,
  query: ReadQuery,
  expansions: readonly Expansion[],
  request: SearchRequest,
): Promise<Ranked> {
  const { numbers, total } = await index.search(toPlan(query, expansions, request));
  return { hits: numbers.map(unscored), total };
}

const unscored = (number: number): SearchHit => ({ number, score: 0 });
const isTelling = (word: string): boolean => !isFunctionWord(word);
const isLong = (run: readonly string[]): boolean => run.length > 1;

function toWantedRun(
  run: readonly string[],
  articlesOf: ReadonlyMap<string, number>,
): readonly Wanted[] {
  return run
    .filter(isTelling)
    .map((word) => ({ forms: [word], articles: articlesOf.get(toTerm(word)) ?? 0 }));
}

/** The words grouped by stem: written forms of one stem, and other names of one word, are one word asked for. */
function toWanted(
  words: readonly string[],
  expansions: readonly Expansion[],
  articlesOf: ReadonlyMap<string, number>,
): readonly Wanted[] {
  const formsOf = new Map<string, string[]>();
  for (const word of words) {
    const term = toTerm(word);
    formsOf.set(term, [...(formsOf.get(term) ?? []), word]);
  }
  const namesOf = new Map<string, readonly string[]>();
  for (const { words: named, runs } of expansions) {
    if (!isLong(named))
      namesOf.set(toTerm(named[0] ?? ""), runs.filter((run) => !isLong(run)).flat());
  }
  return [...formsOf].map(([term, forms]) => {
    const names = namesOf.get(term) ?? [];
    const counted = [term, ...forms.map(toTerm), ...names.map(toTerm)];
    return {
      forms,
      names,
      articles: Math.max(...counted.map((each) => articlesOf.get(each) ?? 0)),
    };
  });
}

const HALF_LIFE_SECONDS = 7 * 86_400;

/** Age counts from the newest hit, so that an old collection is sorted like a new one. An undated text is as old as the oldest. */
function preferRecent(hits: readonly SearchHit[]): SearchHit[] {
  const seconds = hits.map(({ number }) => toSecondOf(number));
  const newest = Math.max(...seconds);
  const worth = (at: number) => 0.5 ** ((newest - (seconds[at] ?? 0)) / HALF_LIFE_SECONDS);
  return hits
    .map(({ number, score }, at) => ({ number, score: score * worth(at) }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

/** Sorts by score; of equals, which mostly are copies, the first to report leads. */
async function score(
  index: SearchIndex,
  numbers: readonly number[],
  asked: Asked,
): Promise<SearchHit[]> {
  const sketches = await index.sketches(numbers);
  const scores = scoreSketches(
    numbers.map((number) => readSketch(sketches.get(number) ?? new Uint8Array())),
    asked,
  );
  return numbers
    .map((number, at) => ({ number, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
}
