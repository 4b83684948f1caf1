import { attribute } from "../analysis/index.ts";
import type { PackagedReport, SeenArticle } from "../archive/index.ts";
import { type Correction, isOnStories, type Placement } from "../model/index.ts";
import type { Catalog, Standing, Store } from "../store/index.ts";
import { toHash } from "./fingerprint.ts";
import { saveDecisions } from "./group-stage.ts";
import type { PackagedStory } from "./input.ts";
import { createPageRestorer } from "./restore-page.ts";
import type { World } from "./world.ts";

/** Stories out of packages, report by report. */
export interface StoryRestorer {
  /** Saves a report with every state it had, and once the last report of its story is there, the story as it was. */
  restore(report: PackagedReport, story: PackagedStory): Promise<Standing>;
}

/**
 * A story comes back as it was when all of it is there and the store knows none of its reports otherwise. Else its reports are
 * grouped as any others: what the store holds may have grown. Stopped anywhere, the same package read again comes to the same end.
 */
export function createRestorer(world: World): StoryRestorer {
  const { store } = world;
  const { catalog } = store;
  const restorePage = createPageRestorer(world);
  let story: PackagedStory | null = null;
  let placements = new Map<string, Placement>();
  return {
    restore: async (report, of) => {
      if (story?.id !== of.id) {
        story = of;
        placements = new Map();
      }
      const { standing, isCurrent } = await saveStates(catalog, report.versions);
      await restorePage(report);
      if (isCurrent) placements.set(report.placement.articleId, report.placement);
      const isWhole = of.reports.every((id) => placements.has(id));
      if (isWhole && (await isFree(catalog, of))) {
        await saveCorrections(store, of.corrections);
        await saveDecisions(store, placements);
      }
      return standing;
    },
  };
}

/** Whether nothing of a story is known, or all that is known of it is in the package. */
async function isFree(catalog: Catalog, { id, reports }: PackagedStory): Promise<boolean> {
  const placed = await catalog.placements(reports);
  if (placed.some(({ story }) => story !== id)) return false;
  const packed = new Set(reports);
  const known = (await catalog.story(id))?.accounts ?? [];
  return known.every((account) => account.reports.every((report) => packed.has(report)));
}

/** What readers here have stated of the same reports stays as they stated it. */
async function saveCorrections(
  { corrections }: Store,
  packed: readonly Correction[],
): Promise<void> {
  const stated = new Set((await corrections.list()).map(toPair));
  for (const correction of packed) {
    if (!stated.has(toPair(correction))) await corrections.save(correction);
  }
}

const toPair = ({ first, second, verdict }: Correction): string =>
  JSON.stringify([...[first, second].sort(), isOnStories(verdict)]);

async function saveStates(
  catalog: Catalog,
  states: readonly SeenArticle[],
): Promise<{ readonly standing: Standing; readonly isCurrent: boolean }> {
  const [first] = states;
  if (first === undefined) return { standing: "unchanged", isCurrent: false };
  const { id } = first.article;
  const before = (await catalog.versions(id)).at(-1);
  // What the store saw last is not put behind what the package saw earlier.
  const news = states.filter(({ seenAt }) => before === undefined || seenAt > before.seenAt);
  for (const { article, seenAt } of news) {
    const row = { article, attribution: attribute(article), hash: toHash(article) };
    await catalog.saveArticles([row], seenAt);
  }
  const after = (await catalog.versions(id)).at(-1);
  const last = states.at(-1)?.article;
  const isCurrent =
    after !== undefined && last !== undefined && toHash(after.article) === toHash(last);
  if (before === undefined) return { standing: "new", isCurrent };
  return { standing: after?.version === before.version ? "unchanged" : "changed", isCurrent };
}
