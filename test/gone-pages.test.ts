/** What outlets deleted is known as long as the originals are, and wherever they are taken. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { analyze } from "../src/analysis/index.ts";
import { openWarcExport, readKept } from "../src/archive/index.ts";
import {
  createPageMemory,
  exportWarc,
  importArticles,
  readWarcPages,
} from "../src/pipeline/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";
import { HOUR, never, news, openCollector } from "./collector.ts";
import { temporaryFolder } from "./process.ts";

async function importInto(paths: readonly string[], store: Store): Promise<void> {
  await importArticles(
    readWarcPages(paths, createPageMemory()),
    {
      store,
      analyzeAll: async (articles) => articles.map(analyze),
      now: () => new Date("2026-04-01T10:00:00Z"),
      onProgress: () => {},
      onWait: () => {},
    },
    () => {},
    never,
  );
}

async function openEmpty(): Promise<Store> {
  const store = await openSqliteStore(temporaryFolder());
  onTestFinished(() => store.close());
  return store;
}

test("deletions are in the originals, are exported with them, and are read back of a lost database", async () => {
  const { site, run, add, store, clock, home } = await openCollector();
  const items = news("a", 3);
  const [, deleted, takenBack] = items;
  if (deleted === undefined || takenBack === undefined) throw new Error("no items");
  site.items.set("a", items);
  await add("a");
  await run();
  site.items.set("a", items.slice(0, 1));
  for (let look = 0; look < 2; look += 1) {
    clock.now += 1.5 * HOUR;
    await run();
  }
  const goneAt = async (of: Store, path: string) =>
    (await of.collection.pageOf(`${site.origin()}${path}`))?.goneAt ?? null;
  const since = await goneAt(store, deleted.path);
  expect(since).not.toBeNull();
  expect(await goneAt(store, takenBack.path)).not.toBeNull();
  // An outlet takes one of them back.
  site.items.set("a", [items[0] ?? deleted, takenBack]);
  clock.now += 400 * HOUR;
  await run();
  expect(await goneAt(store, takenBack.path)).toBeNull();

  const folder = join(home, "warc");
  const paths = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
  const again = await openEmpty();
  await importInto(paths, again);
  const known = async (of: Store) =>
    Promise.all(items.map(async ({ path }) => [path, await goneAt(of, path)] as const));
  const expected = items.map(({ path }) => [path, path === deleted.path ? since : null]);
  expect(await known(again)).toEqual(expected);
  expect(await again.collection.size(clock.now)).toMatchObject({ gone: 1, duePages: 0 });
  // Once more it is the same, and what the collection itself knows stays.
  await importInto(paths, again);
  expect(await known(again)).toEqual(expected);

  for (const from of [store, again]) {
    const file = join(temporaryFolder(), "all.warc.gz");
    const out = await openWarcExport(file, "test", "2026-04-01T10:00:00Z");
    const filter = { outlet: null, range: null, story: null };
    await exportWarc(from, filter, (place) => readKept(folder, place), out);
    await out.close();
    const other = await openEmpty();
    await importInto([file], other);
    expect(await known(other)).toEqual(expected);
  }
});
