import type { SearchAnswer, SearchHit, SearchIndex } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import { allWords, keepRarest, toPlan } from "./plan.ts";
import { type Asked, scoreSketches, type Wanted } from "./score.ts";
import { readSketch } from "./sketch.ts";
import type { ReadQuery, SearchRequest } from "./types.ts";
import { toTerm } from "./words.ts";

/** The engine's best that are ranked again by our score; what comes after them keeps the engine's order. */
const RERANKED = 200;

/** The answer to a query, best first: the engine finds and sorts roughly, the score of `score.ts` sorts the best of it. */
export async function findRanked(
  index: SearchIndex,
  query: ReadQuery,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const words = allWords(query).filter((word) => !isFunctionWord(word));
  const articlesOf = await index.frequencies([...new Set(allWords(query).map(toTerm))]);
  const plan = toPlan(query, request);
  const pruned = { ...plan, any: keepRarest(plan.any, articlesOf) };
  if (request.offset >= RERANKED || words.length === 0) return index.search(pruned);

  const { hits, total } = await index.search({ ...pruned, limit: RERANKED, offset: 0 });
  const asked: Asked = {
    words: toWanted(words, articlesOf),
    runs: query.phrases.map((run) =>
      run
        .filter((word) => !isFunctionWord(word))
        .map((word) => ({ forms: [word], articles: articlesOf.get(toTerm(word)) ?? 0 })),
    ),
    articles: await index.size(),
  };
  const ranked = await rerank(index, hits, asked);
  const end = request.offset + request.limit;
  const page = ranked.slice(request.offset, end);
  if (end <= RERANKED || hits.length < RERANKED) return { hits: page, total };
  const rest = await index.search({ ...pruned, limit: end - RERANKED, offset: RERANKED });
  return { hits: [...page, ...rest.hits.map(({ number }) => ({ number, score: 0 }))], total };
}

/** The words grouped by stem: written forms of one stem are one word asked for. */
function toWanted(
  words: readonly string[],
  articlesOf: ReadonlyMap<string, number>,
): readonly Wanted[] {
  const formsOf = new Map<string, string[]>();
  for (const word of words) {
    const term = toTerm(word);
    formsOf.set(term, [...(formsOf.get(term) ?? []), word]);
  }
  return [...formsOf].map(([term, forms]) => ({ forms, articles: articlesOf.get(term) ?? 0 }));
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
