import { setImmediate as nextTurn } from "node:timers/promises";
import { type Placement, type Story, toInstant } from "../model/index.ts";
import type { Catalog, GroupedArticle, Store, StoredArticle } from "../store/index.ts";
import { createGrouper, type Grouper, type Member, toStory, WINDOW_MS } from "../story/index.ts";
import { renewStories } from "./renew-stories.ts";
import type { World } from "./world.ts";

const BATCH = 500;

/** What the stage holds while it runs: the grouper, and how much of the store it has taken up. */
interface Run {
  readonly catalog: Catalog;
  readonly grouper: Grouper;
  /** Grouped articles that the window has not reached yet, earliest first. */
  ahead: GroupedArticle[];
  /** Everything grouped before this instant has been taken up or was too old. */
  loadedTo: number | null;
  /** Undated articles are ordered after all others. */
  readonly undatedAt: number;
  undatedLoaded: boolean;
}

/**
 * Groups every article that is not grouped yet, in order of time. The grouper's window is rebuilt from the store and decisions
 * are saved batch by batch, so that a run that was killed is gone on with by the next, to the same end.
 */
export async function groupPending(world: World, signal: AbortSignal): Promise<void> {
  const { catalog } = world.store;
  const { toGroup } = await catalog.size();
  let run: Run | null = null;
  let done = 0;
  while (!signal.aborted) {
    const pending = await catalog.pendingGroup(BATCH);
    if (pending.length === 0) return;
    // A grouper holds tables of some megabytes: none is made for nothing, as most cycles of a collector find.
    run ??= await openRun(catalog);
    await loadFor(run, pending);
    run.grouper.heed(await world.store.corrections.list());
    await saveDecisions(world.store, decide(run, pending), pending);
    done += pending.length;
    world.onProgress({ stage: "group", done, of: Math.max(toGroup, done) });
    // The store answers at once: without a turn of the event loop, what the analysing thread sends would wait until all is grouped.
    await nextTurn();
  }
}

async function openRun(catalog: Catalog): Promise<Run> {
  const { to } = await catalog.size();
  return {
    catalog,
    grouper: createGrouper(),
    ahead: [],
    loadedTo: null,
    undatedAt: to === null ? 0 : Date.parse(to),
    undatedLoaded: false,
  };
}

/** Groups articles again that are grouped, as if they came now: after a reader has said where they belong, or taken it back. */
export async function groupAgain(store: Store, ids: readonly string[]): Promise<void> {
  const articles = [...(await store.catalog.articles(ids))].sort(byInstant);
  if (articles.length === 0) return;
  const run = await openRun(store.catalog);
  await loadFor(run, articles);
  run.ahead = run.ahead.filter(({ article }) => !ids.includes(article.id));
  run.grouper.heed(await store.corrections.list());
  await saveDecisions(store, decide(run, articles), articles);
}

function byInstant(a: StoredArticle, b: StoredArticle): number {
  const [left, right] = [a, b].map((article) => toInstant(article) ?? Number.POSITIVE_INFINITY) as [
    number,
    number,
  ];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Takes from the store what the window of these articles needs: grouped articles a window before the first and after the last. */
async function loadFor(run: Run, pending: readonly StoredArticle[]): Promise<void> {
  const instants = pending.map((article) => toInstant(article) ?? run.undatedAt);
  const from = run.loadedTo ?? Math.min(...instants) - WINDOW_MS;
  const to = Math.max(...instants) + WINDOW_MS;
  if (to > from) {
    run.ahead.push(...(await run.catalog.grouped({ from, to })));
    run.loadedTo = to;
  }
  if (run.undatedLoaded || pending.every((article) => toInstant(article) !== null)) return;
  run.ahead.push(...(await run.catalog.grouped("undated")));
  run.undatedLoaded = true;
}

function decide(run: Run, pending: readonly StoredArticle[]): Map<string, Placement> {
  const decided = new Map<string, Placement>();
  for (const article of pending) {
    const instant = toInstant(article) ?? run.undatedAt;
    takeUp(run, instant + WINDOW_MS);
    run.grouper.forget(instant - WINDOW_MS);
    for (const placement of run.grouper.place(article, instant)) {
      decided.set(placement.articleId, placement);
    }
  }
  return decided;
}

/** Brings grouped articles up to an instant into the window. */
function takeUp(run: Run, until: number): void {
  const later = run.ahead.findIndex(({ article }) => (toInstant(article) ?? run.undatedAt) > until);
  const reached = later === -1 ? run.ahead : run.ahead.slice(0, later);
  run.ahead = later === -1 ? [] : run.ahead.slice(later);
  for (const { article, placement } of reached) {
    run.grouper.restore(article, placement, run.undatedAt);
  }
}

/** Saves where articles were placed, with the stories that become of it. What is at hand of these articles is not read again. */
export async function saveDecisions(
  store: Store,
  decided: ReadonlyMap<string, Placement>,
  atHand: readonly StoredArticle[] = [],
): Promise<void> {
  const { catalog } = store;
  const corrections = await store.corrections.list();
  const before = await catalog.storiesOf([...decided.keys()]);
  const touched = new Set([...before.values()]);
  for (const { story } of decided.values()) touched.add(story);

  const stories: Story[] = [];
  const emptied: string[] = [];
  for (const [story, members] of await membersOf(catalog, [...touched], decided, atHand)) {
    if (members.length === 0) emptied.push(story);
    else stories.push(toStory(story, members, corrections));
  }
  await catalog.saveGroups({ placements: [...decided.values()], stories, emptied });
  // A reader may have stated something between the reading and the saving.
  const stated = await store.corrections.list();
  if (JSON.stringify(stated) === JSON.stringify(corrections)) return;
  await renewStories(
    store,
    stories.map(({ id }) => id),
  );
}

/** The members of stories as they will be once the decisions are saved. */
async function membersOf(
  catalog: Catalog,
  stories: readonly string[],
  decided: ReadonlyMap<string, Placement>,
  atHand: readonly StoredArticle[],
): Promise<Map<string, Member[]>> {
  const members = new Map<string, Member[]>(stories.map((story) => [story, []]));
  for (const { article, placement } of await catalog.membersOf(stories)) {
    if (!decided.has(article.id)) members.get(placement.story)?.push({ article, placement });
  }
  const known = new Map(atHand.map((article) => [article.id, article]));
  const unknown = [...decided.keys()].filter((id) => !known.has(id));
  for (const article of await catalog.articles(unknown)) known.set(article.id, article);
  for (const [id, placement] of decided) {
    const article = known.get(id);
    if (article !== undefined) members.get(placement.story)?.push({ article, placement });
  }
  return members;
}
