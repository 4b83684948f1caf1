import { ANALYZER } from "../analysis/index.ts";
import type { StoredArticle } from "../store/index.ts";
import type { World } from "./world.ts";

const BATCH = 200;
/** While one batch is saved, whoever analyses has the next one. */
const BATCHES_AT_ONCE = 2;

/** Reads whole every article that was not, or by other rules than today's. Stopped anywhere, the next run goes on. */
export async function analyzePending(
  world: World,
  signal: AbortSignal,
  onDone: (articles: number) => void = () => {},
): Promise<void> {
  const taken = new Set<string>();
  const take = async (): Promise<readonly StoredArticle[]> => {
    const pending = await world.store.catalog.pendingAnalysis(BATCH + taken.size);
    const batch = pending.filter((article) => !taken.has(toKey(article))).slice(0, BATCH);
    for (const article of batch) taken.add(toKey(article));
    return batch;
  };
  const work = async () => {
    while (!signal.aborted) {
      const batch = await take();
      if (batch.length === 0) return;
      await saveAnalyses(world, batch);
      for (const article of batch) taken.delete(toKey(article));
      onDone(batch.length);
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, work));
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

/** Analysis beside the other stages. */
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
  const abandoned = new AbortController();
  const stopping = AbortSignal.any([signal, abandoned.signal]);
  let idle = true;
  let running = Promise.resolve();
  const run = (onDone?: (articles: number) => void) => {
    idle = false;
    running = analyzePending(world, stopping, onDone).finally(() => {
      idle = true;
    });
    // Thrown by `finish`, which comes later.
    running.catch(() => {});
  };
  return {
    wake: () => {
      if (idle) run();
    },
    finish: async () => {
      await running;
      const { toAnalyze } = await catalog.size();
      let done = 0;
      run((articles) => {
        done += articles;
        world.onProgress({ stage: "analyze", done, of: Math.max(done, toAnalyze) });
      });
      await running;
    },
    abandon: async () => {
      abandoned.abort();
      await running.catch(() => {});
    },
  };
}
