import { setImmediate as nextTurn } from "node:timers/promises";
import { attribute } from "../analysis/index.ts";
import type { Article } from "../model/index.ts";
import { type Token, tokenize } from "../text/index.ts";
import { type AnalysisStage, startAnalysis } from "./analyze-stage.ts";
import { toHash } from "./fingerprint.ts";
import { groupPending } from "./group-stage.ts";
import { indexArticles, indexPending } from "./index-stage.ts";
import type { InputItem } from "./input.ts";
import { restoreGone } from "./restore-gone.ts";
import { createRestorer, type StoryRestorer } from "./restore-story.ts";
import type { World } from "./world.ts";

/** What an import came to. `read` counts articles; refusals are counted by reason. */
export interface ImportReport {
  readonly read: number;
  readonly new: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly interrupted: boolean;
}

interface Tally {
  read: number;
  new: number;
  unchanged: number;
  changed: number;
  refused: Record<string, number>;
}

/** What waits to be saved when the last page is read is saved while no other thread has anything to do. */
const BATCH = 100;

/**
 * Reads articles into the store, indexes them and groups them into stories. Everything is saved batch by batch and every step
 * may be repeated: killed anywhere and run again with the same input, it comes to the same end.
 */
export async function importArticles(
  items: AsyncIterable<InputItem>,
  world: World,
  onFault: (item: InputItem) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const lock = await world.store.lock(world.onWait, signal);
  try {
    return await importLocked(items, world, onFault, signal);
  } finally {
    await lock.release();
  }
}

/** Brings everything saved to its end: indexed, grouped into stories, analyzed. */
export async function settle(world: World, signal: AbortSignal): Promise<void> {
  await importArticles(NOTHING, world, () => {}, signal);
}

const NOTHING: AsyncIterable<InputItem> = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
};

async function importLocked(
  items: AsyncIterable<InputItem>,
  world: World,
  onFault: (item: InputItem) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  const tally: Tally = { read: 0, new: 0, unchanged: 0, changed: 0, refused: {} };
  const analysis = await startAnalysis(world, signal);
  try {
    await readAll(items, world, analysis, tally, onFault, signal);
    await indexPending(world.store);
    await groupPending(world, signal);
    // All is found already; beside the analysis it delays nothing.
    await world.store.index.compact();
    await analysis.finish();
  } finally {
    await analysis.abandon();
  }
  return { ...tally, interrupted: signal.aborted };
}

async function readAll(
  items: AsyncIterable<InputItem>,
  world: World,
  analysis: AnalysisStage,
  tally: Tally,
  onFault: (item: InputItem) => void,
  signal: AbortSignal,
): Promise<void> {
  let batch = new Map<string, Article>();
  const restorer = createRestorer(world);
  const flush = async () => {
    await saveBatch([...batch.values()], world, tally);
    batch = new Map();
    analysis.wake();
    // What the analysing thread has sent is taken up between two batches.
    await nextTurn();
  };
  for await (const item of items) {
    if (signal.aborted) break;
    if (!item.ok || item.warnings.length > 0) onFault(item);
    if (!item.ok) {
      refuse(tally, item.reason);
      continue;
    }
    // What is more than an article's present state comes behind what stood before it.
    if ("gone" in item || item.packaged !== undefined) {
      await flush();
      await restore(item, world, restorer, tally);
      continue;
    }
    // An id that comes again is a version of the one before: that one is saved first.
    if (batch.has(item.article.id)) await flush();
    batch.set(item.article.id, item.article);
    if (batch.size === BATCH) await flush();
  }
  await flush();
}

function refuse(tally: Tally, reason: string): void {
  tally.refused[reason] = (tally.refused[reason] ?? 0) + 1;
}

async function restore(
  item: InputItem & { readonly ok: true },
  world: World,
  restorer: StoryRestorer,
  tally: Tally,
): Promise<void> {
  if ("gone" in item) {
    await restoreGone(world.store, item.gone);
    return;
  }
  if (item.packaged === undefined) return;
  tally[await restorer.restore(item.packaged.report, item.packaged.story)] += 1;
  tally.read += 1;
}

async function saveBatch(batch: readonly Article[], world: World, tally: Tally): Promise<void> {
  const saved = await saveArticles(batch, world);
  tally.new += saved.new;
  tally.unchanged += saved.unchanged;
  tally.changed += saved.changed;
  tally.read += batch.length;
  world.onProgress({ stage: "read", done: tally.read, of: null });
}

/** What saving articles came to. */
export interface SavedArticles {
  readonly new: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly changedIds: ReadonlySet<string>;
}

/** Saves articles, each id once, that are new or changed, and gives them to the index. Whoever calls it has the lock. */
export async function saveArticles(
  batch: readonly Article[],
  world: World,
): Promise<SavedArticles> {
  const { catalog } = world.store;
  const tally = { new: 0, unchanged: 0, changed: 0 };
  const rows = batch.map((article) => ({ article, hash: toHash(article) }));
  const standings = await catalog.classify(
    rows.map(({ article, hash }) => ({ id: article.id, hash })),
  );
  const fresh = rows.filter(({ article }) => {
    const standing = standings.get(article.id) ?? "new";
    tally[standing] += 1;
    return standing !== "unchanged";
  });
  if (fresh.length > 0) {
    const cut = new Map<string, readonly Token[]>(
      fresh.map(({ article: { text } }) => [text, tokenize(text)]),
    );
    const stored = await catalog.saveArticles(
      fresh.map(({ article, hash }) => ({
        article,
        attribution: attribute(article, cut.get(article.text)),
        hash,
      })),
      world.now().toISOString(),
    );
    // As they are at hand, they are not read again.
    await indexArticles(world.store, stored, cut);
    // A changed article may have left a number that the index is to forget.
    if (tally.changed > 0) await indexPending(world.store);
  }
  const changedIds = rows.flatMap(({ article: { id } }) =>
    standings.get(id) === "changed" ? [id] : [],
  );
  return { ...tally, changedIds: new Set(changedIds) };
}
