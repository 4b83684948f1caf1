import { type SearchAnswer, type SearchHit, type SearchIndex, toSecondOf } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import { allWords, keepRarest, tellingTerms, toPlan } from "./plan.ts";
import { type Asked, scoreSketches, type Wanted } from "./score.ts";
import { readSketch } from "./sketch.ts";
import type { Expansion, ReadQuery, SearchRequest } from "./types.ts";
import { toTerm } from "./words.ts";

/** The engine's best that are ranked again by our score; what comes after them keeps the engine's order. */
const RERANKED = 200;

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

/** The answer to a query, best first: the engine finds and sorts roughly, the score of `score.ts` sorts the best of it. */
export async function findRanked(
  index: SearchIndex,
  query: ReadQuery,
  expansions: readonly Expansion[],
  request: SearchRequest,
  articlesOf: ReadonlyMap<string, number>,
): Promise<SearchAnswer> {
  const words = allWords(query).filter((word) => !isFunctionWord(word));
  const plan = toPlan(query, expansions, request);
  const pruned = { ...plan, any: keepRarest(plan.any, articlesOf) };
  if (request.offset >= RERANKED || words.length === 0) return index.search(pruned);

  const { hits, total } = await index.search({ ...pruned, limit: RERANKED, offset: 0 });
  const asked: Asked = {
    words: toWanted(words, expansions, articlesOf),
    runs: [...query.phrases, ...expansions.flatMap(({ runs }) => runs.filter(isLong))].map((run) =>
      toWantedRun(run, articlesOf),
    ),
    articles: await index.size(),
  };
  const scored = await rerank(index, hits, asked);
  const ranked = request.order === "recent" ? preferRecent(scored) : scored;
  const end = request.offset + request.limit;
  const page = ranked.slice(request.offset, end);
  if (end <= RERANKED || hits.length < RERANKED) return { hits: page, total };
  const rest = await index.search({ ...pruned, limit: end - RERANKED, offset: RERANKED });
  return { hits: [...page, ...rest.hits.map(({ number }) => ({ number, score: 0 }))], total };
}

const isLong = (run: readonly string[]): boolean => run.length > 1;

function toWantedRun(
  run: readonly string[],
  articlesOf: ReadonlyMap<string, number>,
): readonly Wanted[] {
  return run
    .filter((word) => !isFunctionWord(word))
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
  for (const { words: named, runs } of expansions) {
    if (isLong(named)) continue;
    const forms = formsOf.get(toTerm(named[0] ?? ""));
    forms?.push(...runs.filter((run) => !isLong(run)).flat());
  }
  return [...formsOf].map(([term, forms]) => ({
    forms,
    articles: Math.max(...[term, ...forms.map(toTerm)].map((each) => articlesOf.get(each) ?? 0)),
  }));
}

const HALF_LIFE_SECONDS = 7 * 86_400;

/** Age counts from the newest hit, so that an old collection is sorted like a new one. An undated text is as old as the oldest. */
function preferRecent(hits: readonly SearchHit[]): SearchHit[] {
  const seconds = hits.map(({ number }) => toSecondOf(number));
  const newest = Math.max(...seconds);
  const worth = (at: number) => 0.5 ** ((newest - (seconds[at] ?? 0)) / HALF_LIFE_SECONDS);
  return hits
    .map(({ number, score }, at) => ({ number, score: score * worth(at) }))
    .sort((a, b) => b.score - a.score);
}

async function rerank(
  index: SearchIndex,
  hits: readonly SearchHit[],
  asked: Asked,
): Promise<SearchHit[]> {
  const sketches = await index.sketches(hits.map(({ number }) => number));
  const scores = scoreSketches(
    hits.map(({ number }) => readSketch(sketches.get(number) ?? new Uint8Array())),
    asked,
  );
  // The sort is stable: equals stay as the engine has them.
  return hits
    .map(({ number }, at) => ({ number, score: scores[at] ?? 0 }))
    .sort((a, b) => b.score - a.score);
}
