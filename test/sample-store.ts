import { fileURLToPath } from "node:url";
import { createWorkerPool, importArticles, readInputs } from "../src/pipeline/index.ts";
import { openSqliteStore, type Store } from "../src/store/index.ts";

const PRESS = fileURLToPath(new URL("../samples/press", import.meta.url));

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A store in a folder, filled with the sample press. */
export async function openSampleStore(folder: string): Promise<Store> {
  const store = await openSqliteStore(folder);
  const world = {
    store,
    analyzeAll: createWorkerPool().analyzeAll,
    now: () => new Date("2026-03-05T00:00:00Z"),
    onProgress: () => {},
    onWait: () => {},
  };
  await importArticles(
    readInputs([PRESS], nothing()),
    world,
    () => {},
    new AbortController().signal,
  );
  await store.catalog.setNote("sample", "test");
  return store;
}
