import { type Analysis, type Name, toInstant } from "../model/index.ts";
import {
  type ArticleHead,
  type NumberRange,
  type Store,
  type StoredArticle,
  toNumberRange,
} from "../store/index.ts";
import { keepRarest, tellingWords } from "./plan.ts";
import { findRoughly } from "./rough.ts";
import { scoreSketches } from "./score.ts";
import { readSketch } from "./sketch.ts";
import { foldedWords, toTerm } from "./words.ts";

/** Words a related article is looked for by: the title's and those of the first keyphrases. */
const MOST_TERMS = 16;
/** The names an article opens with say what it is about. */
const MOST_NAMES = 24;
/** Found each way, by names and by words; the best of both are looked at closely. */
const FOUND = 100;
const LOOKED_AT = 24;
/** The mentions that may be added up for one article: the commonest names are left out first. */
const MOST_MENTIONS = 6000;
/** The articles that may be looked at by words: with this many, of 133 lists of five 99 in 100 entries are those of all matches. */
const MOST_MATCHES = 1500;
/** Rarity is counted as in a collection of at least this size: in a small one every name would look common. */
const SMALLEST_COLLECTION = 2000;
/** Older than this against the article, a report is no longer news beside it. */
const MOST_AGE_MS = 2 * 365 * 86_400_000;
/** What another topic leaves of a relation. */
const OTHER_TOPIC = 0.6;
/** The mean of the shares of names and of words: below this, one common name such as a ministry is all that is shared. */
const LEAST_RELATED = 0.2;

const NO_FILTER = { all: [], none: [], facets: [] };

/** What findRelated reads of a store. */
type Shelf = Pick<Store, "catalog" | "index">;

/** How much an article shares with another, 1 for everything that was asked for. */
type Shares = ReadonlyMap<number, number>;

/**
 * Articles on the same matter but of other stories, best first, at most one a story and none much older; nothing rather than the
 * unrelated. They share rare names, the words of title and keyphrases, and the topic.
 */
export async function findRelated(
  store: Shelf,
  article: StoredArticle,
  analysis: Analysis | null,
  limit: number,
): Promise<readonly ArticleHead[]> {
  const instant = toInstant(article);
  const range = toNumberRange({ from: instant === null ? null : instant - MOST_AGE_MS, to: null });
  const articles = await store.index.size();
  const named = await findByNames(store, article, analysis?.names ?? [], range, articles);
  const worded = await findByWords(store, article, analysis?.keyphrases ?? [], range, [
    ...named.keys(),
  ]);
  const shares = new Map(
    [...worded].map(([number, share]) => [number, (share + (named.get(number) ?? 0)) / 2]),
  );
  const numbers = [...shares].sort((a, b) => b[1] - a[1]).map(([number]) => number);
  const near = numbers.filter((number) => (shares.get(number) ?? 0) >= LEAST_RELATED);
  const found = await store.catalog.headsByNumber(near.slice(0, LOOKED_AT));
  const ranked = await weighTopics(store, found, analysis, shares);
  const storyOf = await store.catalog.storiesOf([article.id, ...ranked.map(({ id }) => id)]);
  const others = onePerStory(ranked, storyOf, article);
  return mixOutlets(others, article.outlet, limit);
}

async function findByNames(
  { catalog }: Shelf,
  article: StoredArticle,
  names: readonly Name[],
  range: NumberRange,
  articles: number,
): Promise<Shares> {
  const own = new Map(names.map((name) => [`${name.type} ${name.key}`, name]));
  const asked = [...own.values()].slice(0, MOST_NAMES).map(({ type, key }) => ({ type, key }));
  const counts = await catalog.reportsNaming(asked);
  const size = Math.max(articles, SMALLEST_COLLECTION);
  const weighed = asked
    .map((name, at) => ({ ...name, reports: counts[at] ?? 0 }))
    .map((name) => ({ ...name, weight: Math.log(1 + size / (1 + name.reports)) }))
    .sort((a, b) => a.reports - b.reports);
  let mentions = 0;
  const kept = weighed.filter(({ reports }, at) => {
    mentions += reports;
    return at === 0 || mentions <= MOST_MENTIONS;
  });
  const whole = kept.reduce((sum, { weight }) => sum + weight, 0);
  const found = await catalog.mentioning(kept, range, FOUND);
  return new Map(
    found
      .filter(({ number }) => number !== article.number)
      .map(({ number, weight }) => [number, weight / whole]),
  );
}

/** What is found by words or is already known by names, each with its share of the article's own score for its own words. */
async function findByWords(
  { index }: Shelf,
  article: StoredArticle,
  keyphrases: readonly string[],
  range: NumberRange,
  known: readonly number[],
): Promise<Shares> {
  const words = tellingWords([article.title ?? "", ...keyphrases].flatMap(foldedWords));
  const formOf = new Map([...words].reverse().map((word) => [toTerm(word), word]));
  const terms = [...new Set(words.map(toTerm))].slice(0, MOST_TERMS);
  if (terms.length === 0) return new Map(known.map((number) => [number, 0]));
  const articlesOf = await index.frequencies(terms);
  const articles = Math.max(await index.size(), SMALLEST_COLLECTION);
  const runs = keepRarest(
    terms.map((term) => [term]),
    articlesOf,
    MOST_MATCHES,
  );
  const found = await findRoughly(
    index,
    runs,
    { ...NO_FILTER, ...range },
    { articles, most: FOUND },
  );
  const numbers = [...new Set([...found.numbers, ...known])].filter(
    (number) => number !== article.number,
  );
  const sketches = await index.sketches([article.number, ...numbers]);
  const [own = 0, ...scores] = scoreSketches(
    [article.number, ...numbers].map((number) =>
      readSketch(sketches.get(number) ?? new Uint8Array()),
    ),
    {
      words: terms.map((term) => ({
        forms: [formOf.get(term) ?? term],
        articles: articlesOf.get(term) ?? 0,
      })),
      runs: [],
      articles,
    },
  );
  return new Map(
    numbers.map((number, at) => [number, own > 0 ? Math.min(1, (scores[at] ?? 0) / own) : 0]),
  );
}

/** The found again in order, those of another topic further back or left out. */
async function weighTopics(
  { catalog }: Shelf,
  found: readonly ArticleHead[],
  analysis: Analysis | null,
  shares: Shares,
): Promise<readonly ArticleHead[]> {
  const topics = await catalog.topics(found.map(({ id }) => id));
  const own = analysis?.topic ?? null;
  return found
    .map((article) => {
      const topic = topics.get(article.id) ?? null;
      const factor = own === null || topic === null || topic === own ? 1 : OTHER_TOPIC;
      return { article, share: (shares.get(article.number) ?? 0) * factor };
    })
    .filter(({ share }) => share >= LEAST_RELATED)
    .sort((a, b) => b.share - a.share)
    .map(({ article }) => article);
}

function onePerStory(
  ranked: readonly ArticleHead[],
  storyOf: ReadonlyMap<string, string>,
  { id: ownId }: StoredArticle,
): ArticleHead[] {
  const own = storyOf.get(ownId);
  const seen = new Set<string>();
  return ranked.filter(({ id }) => {
    const story = storyOf.get(id) ?? id;
    if (id === ownId || story === own || seen.has(story)) return false;
    seen.add(story);
    return true;
  });
}

/** The first of them; where all are the article's own outlet's and another's was found too, that one takes the last place. */
function mixOutlets(
  ranked: readonly ArticleHead[],
  own: string | null,
  limit: number,
): readonly ArticleHead[] {
  const first = ranked.slice(0, limit);
  const outlets = new Set(first.map(({ outlet }) => outlet));
  if (first.length < 2 || outlets.size > 1) return first;
  const [only = own] = outlets;
  const other = ranked.find(({ outlet }) => outlet !== only);
  return other === undefined ? first : [...first.slice(0, -1), other];
}
