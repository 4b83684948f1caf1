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
function toPromised(delivery: Delivery, world: CollectWorld): PageRow[] {
  const { articles, row, before } = delivery;
  if (articles.length === 0) return [];
  const ids = new Set([...row.page.articles, ...before.articles]);
  const { original } = row.page;
  const page = { ...before, ...toEarlier(delivery), original, articles: [...ids] };
  return [{ page, nextAt: world.now().getTime() }];
}

/** More states of one page are not kept in mind; their originals stay where they are. */
const MOST_EARLIER = 100;

/** The page as it was before it was fetched, behind what it was before that. */
function toEarlier({ before, row }: Delivery): Pick<PageTask, "earlier"> {
  const { original, fetchedAt, earlier = [] } = before;
  if (original === null || fetchedAt === null || original === row.page.original) return {};
  return { earlier: [...earlier, { original, fetchedAt }].slice(-MOST_EARLIER) };
}

/** A page whose articles have changed remembers what it was. */
function toDone(delivery: Delivery, changed: ReadonlySet<string>): PageRow {
  const { articles, row } = delivery;
  if (!articles.some(({ id }) => changed.has(id))) return row;
  return { ...row, page: { ...row.page, ...toEarlier(delivery) } };
}

async function saveBatch(
  world: CollectWorld,
  batch: readonly Waiting[],
  totals: { new: number; changed: number; unchanged: number },
  signal: AbortSignal,
): Promise<void> {
  const deliveries = batch.flatMap((one) => one.deliveries);
  try {
    let changed: ReadonlySet<string> = new Set();
    const articles = new Map(
      deliveries.flatMap((one) => one.articles.map((a) => [a.id, a] as const)),
    );
    if (articles.size > 0) {
      const lock = await world.store.lock(world.onWait, signal);
      try {
        await world.store.collection.savePages(deliveries.flatMap((one) => toPromised(one, world)));
        const { changedIds, ...tally } = await saveArticles([...articles.values()], world);
        changed = changedIds;
        totals.new += tally.new;
        totals.changed += tally.changed;
        totals.unchanged += tally.unchanged;
        world.onEvent({ kind: "saved", ...tally });
      } finally {
        await lock.release();
      }
    }
    await world.store.collection.savePages(deliveries.map((one) => toDone(one, changed)));
    for (const { resolve } of batch) resolve();
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
