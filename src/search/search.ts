import type { Store, StoredArticle } from "../store/index.ts";
import { findExpansions } from "./aliases.ts";
import { findBeginnings } from "./beginnings.ts";
import { findLatinNames } from "./latin.ts";
import { markText, type Sought, toSnippet, toSought } from "./mark.ts";
import { findNamed } from "./named.ts";
import { toWanted } from "./plan.ts";
import { countArticles, findNewest, findRanked, type Ranked, type SearchHit } from "./rank.ts";
import { isEmpty, readQuery } from "./read-query.ts";
import { suggestQueries } from "./suggest.ts";
import type { Expansion, FoundArticle, ReadQuery, SearchRequest, SearchResult } from "./types.ts";

type Searched = Pick<Store, "catalog" | "index">;

/** Answers a reader's query from the store: what matched, where, and what else could have been meant. */
export async function search(store: Searched, request: SearchRequest): Promise<SearchResult> {
  const query = readQuery(request.text);
  if (isEmpty(query)) return { query, ...NOTHING };
  const named = await findNamed(store.catalog, request.text);
  if (named !== null) return toOnly(named, query, request);
  const expansions = await expand(store, query);
  const articlesOf = await countArticles(store.index, query, expansions);
  const { hits, total } = await find(store, query, expansions, request, articlesOf);
  const sought = toSought(toWanted(query, expansions));
  const articles = await readHits(store, hits);
  return {
    query,
    expansions,
    hits: articles.map(([hit, article]) => toFound(hit, article, sought)),
    total,
    suggestions:
      request.offset === 0
        ? await suggestQueries(store, {
            text: request.text,
            query,
            expansions,
            articlesOf,
            found: total > 0,
          })
        : [],
  };
}

async function expand(store: Searched, query: ReadQuery): Promise<readonly Expansion[]> {
  const known = [...findExpansions(query), ...(await findBeginnings(store, query))];
  return [...known, ...(await findLatinNames(store, query, known))];
}

const NOTHING = { expansions: [], hits: [], total: 0, suggestions: [] } as const;

const hasFirst = ({ offset, limit }: SearchRequest): boolean => offset === 0 && limit > 0;

function toOnly(article: StoredArticle, query: ReadQuery, request: SearchRequest): SearchResult {
  const hit = toFound({ number: article.number, score: 0 }, article, toSought([]));
  const normal = request.text.trim();
  return {
    ...NOTHING,
    query: { ...query, normal },
    hits: hasFirst(request) ? [hit] : [],
    total: 1,
  };
}

/** The ids of what a query finds, best first: what measuring and piping need, without snippets. */
export async function searchIds(
  store: Searched,
  request: SearchRequest,
): Promise<readonly { readonly id: string; readonly score: number }[]> {
  const query = readQuery(request.text);
  if (isEmpty(query)) return [];
  const named = await findNamed(store.catalog, request.text);
  if (named !== null) return hasFirst(request) ? [{ id: named.id, score: 0 }] : [];
  const expansions = await expand(store, query);
  const articlesOf = await countArticles(store.index, query, expansions);
  const { hits } = await find(store, query, expansions, request, articlesOf);
  const articles = await readHits(store, hits);
  return articles.map(([{ score }, { id }]) => ({ id, score }));
}

function find(
  store: Searched,
  query: ReadQuery,
  expansions: readonly Expansion[],
  request: SearchRequest,
  articlesOf: ReadonlyMap<string, number>,
): Promise<Ranked> {
  return request.order === "newest"
    ? findNewest(store.index, query, expansions, request)
    : findRanked(store.index, query, expansions, request, articlesOf);
}

async function readHits(
  store: Searched,
  hits: readonly SearchHit[],
): Promise<(readonly [SearchHit, StoredArticle])[]> {
  const articles = await store.catalog.articlesByNumber(hits.map(({ number }) => number));
  const byNumber = new Map(articles.map((article) => [article.number, article]));
  return hits.flatMap((hit) => {
    const article = byNumber.get(hit.number);
    return article === undefined ? [] : [[hit, article] as const];
  });
}

function toFound(hit: SearchHit, article: StoredArticle, sought: Sought): FoundArticle {
  const snippet = toSnippet(article.text, sought);
  return {
    article,
    score: hit.score,
    title: markText(article.title ?? "", sought),
    snippet: snippet.marked,
    cutBefore: snippet.cutBefore,
    cutAfter: snippet.cutAfter,
  };
}
