import { type ReportLine, type StoryLine, toReportLine, toStoryLine } from "../archive/index.ts";
import type { Catalog } from "../store/index.ts";

/** Everything that is known of a story, line by line (see `story-package.ts`). Nothing when there is no such story. */
export async function* exportStory(
  catalog: Catalog,
  id: string,
): AsyncGenerator<StoryLine | ReportLine> {
  const story = await catalog.story(id);
  if (story === null) return;
  yield toStoryLine(story);
  const ids = story.accounts.flatMap(({ reports }) => reports);
  const placements = await catalog.placements(ids);
  for (const placement of placements) {
    const { articleId } = placement;
    const versions = await catalog.versions(articleId);
    const analysis = (await catalog.analyses([articleId])).get(articleId) ?? null;
    const line = toReportLine({ versions, placement }, analysis);
    if (line !== null) yield line;
  }
}
