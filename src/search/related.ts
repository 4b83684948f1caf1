import type { Store, StoredArticle } from "../store/index.ts";
import { tellingTerms } from "./plan.ts";
import { foldedWords } from "./words.ts";

/** Terms a related article is looked for by: the title's and those of the first keyphrases. */
const MOST_TERMS = 16;
/** More are fetched than shown: an article's own story and its copies are passed over. */
const FETCHED = 40;

/** Articles on the same matter but of other stories, best first, at most one a story. */
export async function findRelated(
  store: Pick<Store, "catalog" | "index">,
  article: StoredArticle,
  keyphrases: readonly string[],
  limit: number,
): Promise<readonly StoredArticle[]> {
  const words = [article.title ?? "", ...keyphrases].flatMap(foldedWords);
  const terms = tellingTerms(words).slice(0, MOST_TERMS);
  if (terms.length === 0) return [];
  const { hits } = await store.index.search({
    any: terms.map((term) => [term]),
    all: [],
    none: [],
    facets: [],
    from: null,
    to: null,
    order: "best",
    limit: FETCHED,
    offset: 0,
  });
  const found = await store.catalog.articlesByNumber(hits.map(({ number }) => number));
  const byNumber = new Map(found.map((other) => [other.number, other]));
  const ranked = hits.flatMap(({ number }) => byNumber.get(number) ?? []);
  const storyOf = await store.catalog.storiesOf([article.id, ...ranked.map(({ id }) => id)]);
  return onePerStory(ranked, storyOf, storyOf.get(article.id), article.id).slice(0, limit);
}

function onePerStory(
  ranked: readonly StoredArticle[],
  storyOf: ReadonlyMap<string, string>,
  own: string | undefined,
  ownId: string,
): StoredArticle[] {
  const seen = new Set<string>();
  return ranked.filter(({ id }) => {
    const story = storyOf.get(id) ?? id;
    if (id === ownId || story === own || seen.has(story)) return false;
    seen.add(story);
    return true;
  });
}
