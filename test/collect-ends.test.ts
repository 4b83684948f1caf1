import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { analyze } from "../src/analysis/index.ts";
import { createWarcWriter, readOriginal } from "../src/archive/index.ts";
import { createFetcher } from "../src/fetch/index.ts";
import { type CollectWorld, collect } from "../src/pipeline/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { inventItem, type NewsSite, startNewsSite } from "./news-site.ts";
import { temporaryFolder } from "./process.ts";

const START = Date.parse("2026-03-02T10:00:00Z");
const HOUR = 3_600_000;
const never = new AbortController().signal;

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

async function open(site: NewsSite) {
  const home = temporaryFolder();
  const store = await openSqliteStore(home);
  onTestFinished(() => store.close());
  const url = `${site.origin("a")}/feed.xml`;
  await store.collection.addSources(
    [
      {
        source: {
          id: url,
          url,
          kind: "feed",
          title: null,
          home: null,
          country: null,
          folder: [],
          state: "active",
          addedAt: new Date(START).toISOString(),
        },
        host: new URL(url).host,
      },
    ],
    START,
  );
  let serial = 0;
  const run = async (through: Store, at: number) => {
    serial += 1;
    const now = () => new Date(at);
    const folder = join(home, "warc");
    const fetcher = createFetcher({
      userAgent: "Tawatur/test",
      now,
      named: [site.allow],
      pauseMs: 0,
    });
    const originals = createWarcWriter({ folder, writer: `w${serial}`, software: "t", now });
    const world: CollectWorld = {
      store: through,
      analyzeAll: async (articles) => articles.map(analyze),
      now,
      onWait: () => {},
      onProgress: () => {},
      fetcher,
      originals,
      random: () => 0.5,
      onEvent: () => {},
      owner: `w${serial}`,
      pauseMs: 0,
      quiet: null,
    };
    try {
      await collect(world, {}, never);
    } finally {
      await fetcher.close();
      await originals.close();
    }
  };
  return { home, store, run };
}

test("ended after any write, the next process loses and doubles nothing, though a page is deleted in between", {
  timeout: 120_000,
}, async () => {
  const site = await startNewsSite();
  const all = [0, 1, 2].map((n) => inventItem("a", n, new Date(START - n * HOUR).toISOString()));
  for (let writes = 0, isOver = false; !isOver; writes += 1) {
    site.items.set("a", all);
    const { home, store, run } = await open(site);
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
