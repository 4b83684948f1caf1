import { join } from "node:path";
import { expect, test } from "vitest";
import { readOriginal } from "../src/archive/index.ts";
import { collect } from "../src/pipeline/index.ts";
import type { Store } from "../src/store/index.ts";
import { HOUR, never, news, openCollector, START } from "./collector.ts";

/** What a process writes while it collects. Its end may come after each, and nothing after that. */
const WRITES: ReadonlySet<string> = new Set([
  "savePoll",
  "savePages",
  "saveArticles",
  "markIndexed",
  "upsert",
  "saveGroups",
  "saveAnalyses",
  "releaseHost",
]);

/** A store that works until so many writes are made; then it is as if the process had ended. */
function endingAfter(store: Store, writes: number): { readonly store: Store; made: () => number } {
  let made = 0;
  const watch = <T extends object>(part: T): T =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return async (...asked: unknown[]) => {
          if (made >= writes) throw new Error("the process has ended");
          const result: unknown = await Reflect.apply(value, target, asked);
          if (WRITES.has(String(name))) made += 1;
          return result;
        };
      },
    });
  const { catalog, index, collection } = store;
  return {
    store: {
      ...store,
      catalog: watch(catalog),
      index: watch(index),
      collection: watch(collection),
    },
    made: () => made,
  };
}

test("ended after any write, the next process loses and doubles nothing, though a page is deleted in between", {
  timeout: 120_000,
}, async () => {
  const all = news("a", 3);
  for (let writes = 0, isOver = false; !isOver; writes += 1) {
    const { home, store, site, clock, add, worker } = await openCollector();
    site.items.set("a", all);
    await add("a");
    const run = (through: Store, at: number) => {
      clock.now = at;
      return collect(worker(`w${at}`, { store: through }), {}, never);
    };
    const ending = endingAfter(store, writes);
    isOver = await run(ending.store, START).then(
      () => true,
      () => false,
    );
    const before = (await store.catalog.export(0, 100)).map(({ url }) => url);
    site.items.set("a", all.slice(1));
    for (const hours of [1, 40, 200, 400]) await run(store, START + hours * HOUR);
    const articles = await store.catalog.export(0, 100);
    const urls = articles.map(({ url }) => url);
    const where = `after ${writes} writes`;
    // What was deleted before it was stored is not known; what was stored stays.
    const kept = [
      ...new Set([...before, ...all.slice(1).map(({ path }) => site.origin("a") + path)]),
    ];
    expect(urls.sort(), where).toEqual(kept.sort());
    for (const { id, url } of articles) {
      const page = await store.collection.pageOf(id);
      const original = page?.original ?? null;
      expect(original && (await readOriginal(join(home, "warc"), original))?.url, where).toBe(url);
      expect(page?.state, where).toBe(url?.endsWith("/news/0") ? "gone" : "done");
    }
    const { versions, toIndex, toGroup, toAnalyze } = await store.catalog.size();
    expect({ versions, left: toIndex + toGroup + toAnalyze }, where).toEqual({
      versions: articles.length,
      left: 0,
    });
  }
});
