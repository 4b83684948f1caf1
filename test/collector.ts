import { join } from "node:path";
import { onTestFinished } from "vitest";
import { analyze } from "../src/analysis/index.ts";
import { createWarcWriter } from "../src/archive/index.ts";
import { createFetcher } from "../src/fetch/index.ts";
import type { Source } from "../src/model/index.ts";
import { type CollectEvent, type CollectWorld, collect } from "../src/pipeline/index.ts";
import { openSqliteStore, type Store, type StoredArticle } from "../src/store/index.ts";
import { inventItem, type NewsItem, type NewsSite, startNewsSite } from "./news-site.ts";
import { temporaryFolder } from "./process.ts";

export const HOUR = 3_600_000;
/** When the clock of a collector begins. */
export const START: number = Date.parse("2026-03-02T10:00:00Z");

/** A collector over a made-up site, with a clock of its own. */
export interface Collector {
  readonly store: Store;
  readonly site: NewsSite;
  readonly events: CollectEvent[];
  readonly clock: { now: number };
  readonly home: string;
  readonly add: (...hosts: string[]) => Promise<void>;
  readonly worker: (name?: string, more?: Partial<CollectWorld>) => CollectWorld;
  /** One cycle. */
  readonly run: () => Promise<Awaited<ReturnType<typeof collect>>>;
}

/** Is never aborted. */
export const never: AbortSignal = new AbortController().signal;

/** Opens one over an empty store. */
export async function openCollector(
  pauseMs = 0,
  allow: readonly string[] = [],
): Promise<Collector> {
  const home = temporaryFolder();
  const store = await openSqliteStore(home);
  const site = await startNewsSite();
  const events: CollectEvent[] = [];
  const clock = { now: START };
  onTestFinished(() => store.close());
  const worker = (name = "w", more: Partial<CollectWorld> = {}): CollectWorld => {
    const now = () => new Date(clock.now);
    const fetcher = createFetcher({
      userAgent: "Tawatur/test",
      now,
      named: [site.allow, ...allow],
      pauseMs,
    });
    const originals = createWarcWriter({
      folder: join(home, "warc"),
      writer: `${name}${events.length}-${Math.random()}`,
      software: "t",
      now,
    });
    onTestFinished(async () => {
      await fetcher.close();
      await originals.close();
    });
    return {
      store,
      analyzeAll: async (articles) => articles.map(analyze),
      now,
      onWait: () => {},
      onProgress: () => {},
      fetcher,
      originals,
      random: () => 0.5,
      onEvent: (event) => events.push(event),
      owner: name,
      pauseMs,
      quiet: null,
      ...more,
    };
  };
  return {
    store,
    site,
    events,
    clock,
    home,
    worker,
    add: async (...hosts) => {
      const sources = hosts.map((host) => toSource(site, host));
      await store.collection.addSources(sources, clock.now);
    },
    run: () => collect(worker(), {}, never),
  };
}

/** The feed of a host as a source. */
export function toSource(site: NewsSite, host: string): { source: Source; host: string } {
  const url = `${site.origin(host)}/feed.xml`;
  const source: Source = {
    id: url,
    url,
    kind: "feed",
    title: null,
    home: null,
    country: null,
    folder: [],
    state: "active",
    addedAt: new Date(START).toISOString(),
  };
  return { source, host: new URL(url).host };
}

/** News of a host, one an hour before the other. */
export const news = (host: string, count: number): NewsItem[] =>
  Array.from({ length: count }, (_, n) =>
    inventItem(host, n, new Date(START - n * HOUR).toISOString()),
  );

/** The articles of a store. */
export const stored = (store: Store): Promise<readonly StoredArticle[]> =>
  store.catalog.export(0, 1000);
