import type { Article, PageTask } from "../model/index.ts";
import type { PageRow } from "../store/index.ts";
import type { CollectWorld } from "./collect-world.ts";
import { saveArticles } from "./import.ts";

/** A page that was fetched, with the articles it gave. */
export interface Delivery {
  readonly articles: readonly Article[];
  readonly row: PageRow;
  /** The page before it was fetched. */
  readonly before: PageTask;
}

/**
 * Saves what workers bring, many at a time: first where each article's original is, then the articles, then that their pages are
 * done. A kill between makes work again and loses none; and no article is without its original, though its page be deleted meanwhile.
 */
export interface Intake {
  /** Resolves when everything of it is saved. */
  put(deliveries: readonly Delivery[]): Promise<void>;
  /** Saves what waits. */
  drain(): Promise<void>;
  readonly saved: () => {
    readonly new: number;
    readonly changed: number;
    readonly unchanged: number;
  };
}

const GATHER_MS = 250;
const ENOUGH = 300;

interface Waiting {
  readonly deliveries: readonly Delivery[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** An intake over the store of a world. */
export function createIntake(world: CollectWorld, signal: AbortSignal): Intake {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;
  let last: Promise<void> = Promise.resolve();
  const totals = { new: 0, changed: 0, unchanged: 0 };

  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) {
      last = last.then(() => saveBatch(world, batch, totals, signal));
    }
    return last;
  };
  return {
    saved: () => ({ ...totals }),
    drain: flush,
    put: (deliveries) => {
      if (deliveries.length === 0) return Promise.resolve();
      const saved = new Promise<void>((resolve, reject) => {
        waiting.push({ deliveries, resolve, reject });
      });
      const count = waiting.reduce((sum, one) => sum + one.deliveries.length, 0);
      if (count >= ENOUGH) void flush();
      else timer ??= setTimeout(() => void flush(), GATHER_MS);
      return saved;
    },
  };
}

/** The page is still due, as it was, but its articles are known by it already. */
function toPromised({ articles, row, before }: Delivery, world: CollectWorld): PageRow[] {
  if (articles.length === 0) return [];
  const ids = new Set([...row.page.articles, ...before.articles]);
  const page = { ...before, original: row.page.original, articles: [...ids] };
  return [{ page, nextAt: world.now().getTime() }];
}

async function saveBatch(
  world: CollectWorld,
  batch: readonly Waiting[],
  totals: { new: number; changed: number; unchanged: number },
  signal: AbortSignal,
): Promise<void> {
  const deliveries = batch.flatMap((one) => one.deliveries);
  try {
    const articles = new Map(
      deliveries.flatMap((one) => one.articles.map((a) => [a.id, a] as const)),
    );
    if (articles.size > 0) {
      const lock = await world.store.lock(world.onWait, signal);
      try {
        await world.store.collection.savePages(deliveries.flatMap((one) => toPromised(one, world)));
        const tally = await saveArticles([...articles.values()], world);
        totals.new += tally.new;
        totals.changed += tally.changed;
        totals.unchanged += tally.unchanged;
        world.onEvent({ kind: "saved", ...tally });
      } finally {
        await lock.release();
      }
    }
    await world.store.collection.savePages(deliveries.map(({ row }) => row));
    for (const { resolve } of batch) resolve();
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
