import { setImmediate as nextTurn } from "node:timers/promises";
import { ANALYZER } from "../analysis/index.ts";
import type { StoredArticle } from "../store/index.ts";
import type { World } from "./world.ts";

const BATCH = 120;
/** While one batch is saved, whoever analyses has the next one. */
const BATCHES_BESIDE = 4;
/** With nothing else to do, this thread takes one too. */
const BATCHES_ALONE = 5;

/** Analysis beside the other stages: articles not read whole yet, or by other rules than today's. Stopped anywhere, the next run goes on. */
export interface AnalysisStage {
  /** There may be something to do. */
  wake(): void;
  /** Waits until nothing is left to do; a failure on the way is thrown here. */
  finish(): Promise<void>;
  /** Waits only for what is under way: after it, nothing is written. */
  abandon(): Promise<void>;
}

/** Begins with what earlier runs left or other rules made. */
export async function startAnalysis(world: World, signal: AbortSignal): Promise<AnalysisStage> {
  const { catalog } = world.store;
  await catalog.renewAnalyses(ANALYZER);
  const takeBatch = createTaker(world);
  const working = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let abandoned = false;
  let report: (articles: number) => void = () => {};

  const work = async () => {
    while (!(abandoned || signal.aborted || failures.length > 0)) {
      const batch = await takeBatch();
      if (batch.articles.length === 0) return;
      await saveAnalyses(world, batch.articles);
      batch.release();
      report(batch.articles.length);
      // A batch analysed in this thread waits for nothing: without a turn of the event loop, the other thread would not be heard and run dry.
      await nextTurn();
    }
  };
  const fill = (most: number) => {
    while (working.size < most) {
      const one = work()
        .catch((error: unknown) => {
          failures.push(error);
        })
        .finally(() => working.delete(one));
      working.add(one);
    }
  };
  return {
    wake: () => fill(BATCHES_BESIDE),
    finish: async () => {
      const { toAnalyze } = await catalog.size();
      let done = 0;
      report = (articles) => {
        done += articles;
        world.onProgress({ stage: "analyze", done, of: Math.max(done, toAnalyze) });
      };
      const leave = world.joinIn?.();
      fill(BATCHES_ALONE);
      await Promise.all(working).finally(leave);
      if (failures.length > 0) throw failures[0];
    },
    abandon: async () => {
      abandoned = true;
      await Promise.all(working);
    },
  };
}

interface Batch {
  readonly articles: readonly StoredArticle[];
  /** They are saved, and no longer pending. */
  readonly release: () => void;
}

/** Gives out pending articles, none to two at once. */
function createTaker({ store }: World): () => Promise<Batch> {
  const taken = new Set<string>();
  return async () => {
    // Those taken stand first, but for some that were saved out of order; whoever asks last finds what this passes over.
    const pending = await store.catalog.pendingAnalysis(BATCH, taken.size);
    const articles = pending.filter((article) => !taken.has(toKey(article)));
    for (const article of articles) taken.add(toKey(article));
    return {
      articles,
      release: () => {
        for (const article of articles) taken.delete(toKey(article));
      },
    };
  };
}

function toKey({ id, version }: StoredArticle): string {
  return `${version} ${id}`;
}

async function saveAnalyses(world: World, batch: readonly StoredArticle[]): Promise<void> {
  const analyses = await world.analyzeAll(batch);
  await world.store.catalog.saveAnalyses(
    batch.flatMap(({ id, version }, at) => {
      const analysis = analyses[at];
      return analysis === undefined ? [] : [{ id, version, analysis }];
    }),
  );
}
