import {
  type PackagedOriginal,
  type PackagedPage,
  type PackagedReport,
  toExportRow,
} from "../archive/index.ts";
import {
  type Article,
  type EarlierOriginal,
  NEW_PAGE,
  type Original,
  type PageTask,
} from "../model/index.ts";
import { toNote } from "./export-warc.ts";
import type { World } from "./world.ts";

/**
 * Brings the pages of a package into the collection, each with its original as a record of this archive. What the collection knows of
 * a page itself stays. Stopped between the two, an original is kept twice and pointed at once.
 */
export function createPageRestorer({ store, adoptOriginal }: World) {
  const places = new Map<string, Original>();
  const adopt = async (
    { record, member }: PackagedOriginal,
    url: string,
    article: Article,
  ): Promise<Original | null> => {
    const known = places.get(record);
    if (known !== undefined) return known;
    if (member === null || adoptOriginal === undefined) return null;
    const note = toNote(toExportRow(article, null), "metadata", url);
    const place = await adoptOriginal(member, note);
    places.set(record, place);
    return place;
  };
  return async ({ page, versions }: PackagedReport): Promise<void> => {
    const article = versions.at(-1)?.article;
    if (page === null || article === undefined) return;
    if ((await store.collection.page(page.id)) !== null) return;
    // Oldest first, as they were received: whoever reads the archive again comes to the same present.
    const earlier: EarlierOriginal[] = [];
    for (const { fetched, original } of page.earlier) {
      const place = await adopt(original, page.url, article);
      if (place !== null) earlier.push({ original: place, fetchedAt: fetched });
    }
    const { original } = page;
    const place = original === null ? null : await adopt(original, page.url, article);
    await store.collection.adoptPage(toTask(page, place, earlier), new URL(page.url).host);
  };
}

/** No source of this database leads to it, so it is not looked at again until one does. */
function toTask(
  page: PackagedPage,
  original: Original | null,
  earlier: readonly EarlierOriginal[],
): PageTask {
  const { id, url, source: outlet, hint, articles, fetched, gone } = page;
  return {
    ...NEW_PAGE,
    id,
    url,
    outlet,
    hint,
    state: gone === null ? "done" : "gone",
    original,
    ...(earlier.length > 0 && { earlier }),
    articles,
    fetchedAt: fetched,
    goneAt: gone,
  };
}
