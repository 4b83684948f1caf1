import {
  type KeptRecord,
  type PageFields,
  type PageOriginals,
  type ReportLine,
  type StoryLine,
  toPageFields,
  toReportLine,
  toStoryLine,
} from "../archive/index.ts";
import type { Original, PageTask } from "../model/index.ts";
import type { Store } from "../store/index.ts";

/** Everything that is known of a story, line by line (see `story-package.ts`). Nothing when there is no such story. */
export async function* exportStory(
  { catalog, collection }: Store,
  id: string,
  readKept: (place: Original) => Promise<KeptRecord | null>,
): AsyncGenerator<StoryLine | ReportLine> {
  const story = await catalog.story(id);
  if (story === null) return;
  yield toStoryLine(story);
  const written = new Set<string>();
  const toPage = async (article: string): Promise<PageFields | null> => {
    const page = await collection.pageOf(article);
    if (page === null) return null;
    const fields = toPageFields(page, await readOriginals(page, readKept), written);
    const originals = [fields.original, ...fields.earlier.map(({ original }) => original)];
    for (const original of originals) if (original !== null) written.add(original.record);
    return fields;
  };
  const ids = story.accounts.flatMap(({ reports }) => reports);
  for (const placement of await catalog.placements(ids)) {
    const { articleId } = placement;
    const versions = await catalog.versions(articleId);
    const analysis = (await catalog.analyses([articleId])).get(articleId) ?? null;
    const line = toReportLine({ versions, placement, analysis, page: await toPage(articleId) });
    if (line !== null) yield line;
  }
}

async function readOriginals(
  { original, earlier = [] }: PageTask,
  readKept: (place: Original) => Promise<KeptRecord | null>,
): Promise<PageOriginals> {
  const before: { fetched: string; kept: KeptRecord }[] = [];
  for (const one of earlier) {
    const kept = await readKept(one.original);
    if (kept !== null) before.push({ fetched: one.fetchedAt, kept });
  }
  return { kept: original === null ? null : await readKept(original), earlier: before };
}
