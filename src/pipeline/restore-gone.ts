import type { GonePage } from "../archive/index.ts";
import { toPageKey } from "../feed/index.ts";
import { NEW_PAGE } from "../model/index.ts";
import type { Store } from "../store/index.ts";

/**
 * Takes up that an outlet deleted a page, with the articles that are known of it. What the collection knows of a page itself stays, and
 * one of which there is a later text was taken back.
 */
export async function restoreGone(
  { catalog, collection }: Store,
  { url, goneAt }: GonePage,
): Promise<void> {
  const id = toPageKey(url);
  if ((await collection.page(id)) !== null) return;
  const articles = await catalog.articles(await catalog.reposts(url, ""));
  const fetched = articles.flatMap(({ fetchedAt }) => (fetchedAt === null ? [] : [fetchedAt]));
  const fetchedAt = fetched.sort().at(-1) ?? null;
  if (articles.length === 0 || isAfter(fetchedAt, goneAt)) return;
  const page = {
    ...NEW_PAGE,
    id,
    url,
    state: "gone",
    articles: articles.map((article) => article.id),
    fetchedAt,
    goneAt,
  } as const;
  await collection.adoptPage(page, new URL(url).host);
}

const isAfter = (fetchedAt: string | null, goneAt: string): boolean =>
  fetchedAt !== null && Date.parse(fetchedAt) > Date.parse(goneAt);
