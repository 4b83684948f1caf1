import { expect, test } from "vitest";
import { ArchiveError } from "../src/archive/index.ts";
import { keepCollecting } from "../src/cli/collecting.ts";
import type { CollectWorld } from "../src/pipeline/index.ts";
import { StoreError } from "../src/store/index.ts";
import { news, openCollector, stored } from "./collector.ts";

/** Collects until nothing is due, with originals that cannot be kept at first. */
async function collectDespite(failure: Error) {
  const { site, add, worker, events, store } = await openCollector();
  site.items.set("a", news("a", 3));
  await add("a");
  const stop = new AbortController();
  let failures = 2;
  const open = () => {
    const world = worker(`w${failures}`);
    const keep: CollectWorld["originals"]["keep"] = async (response) => {
      if (failures > 0) {
        failures -= 1;
        throw failure;
      }
      return world.originals.keep(response);
    };
    const onEvent: CollectWorld["onEvent"] = (event) => {
      events.push(event);
      if (event.kind === "saved") stop.abort();
    };
    const originals = { ...world.originals, keep };
    return { world: { ...world, originals, onEvent }, close: async () => {} };
  };
  const report = await keepCollecting(open, stop.signal, 10);
  return { report, events, articles: (await stored(store)).length };
}

test.each<[string, Error]>([
  ["a full disk", new ArchiveError("full", "/data/warc", "no space left")],
  ["a database written by another for long", new StoreError("busy", "/data", "is written")],
])("%s is told and survived: it is tried again until it can be done", async (_what, failure) => {
  const { report, events, articles } = await collectDespite(failure);
  const faults = events.filter(({ kind }) => kind === "store-fault");
  expect(faults).toEqual(
    Array(2).fill({ kind: "store-fault", reason: expect.any(String), detail: failure.message }),
  );
  expect(articles).toBe(3);
  expect(report).toMatchObject({ new: 3 });
});

test("what waiting does not mend ends it", async () => {
  await expect(collectDespite(new TypeError("a bug"))).rejects.toThrow("a bug");
});
