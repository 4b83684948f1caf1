import { afterAll, beforeAll, expect, test } from "vitest";
import { type IndexedStore, openIndexed } from "../../test/indexed-store.ts";
import { toArticle } from "../../test/store-contract.ts";
import type { Store } from "../store/index.ts";
import { search, searchIds } from "./search.ts";

const IDS = ["sahlan-2026-1", "sahlan-2026-2"];

let store: Store;
let close: IndexedStore["close"];

beforeAll(async () => {
  ({ store, close } = await openIndexed(
    IDS.map((id) => toArticle(id, null, { text: "إغلاق مرفأ سهلان" })),
  ));
});

afterAll(() => close());

test.each([
  ["an id", "sahlan-2026-2", ["sahlan-2026-2"]],
  ["an address", "https://example.org/sahlan-2026-1", ["sahlan-2026-1"]],
  ["an address with a slash behind it", "https://example.org/sahlan-2026-1/", ["sahlan-2026-1"]],
  ["words", "مرفأ سهلان", IDS],
])("%s finds the same with and without snippets", async (_what, text, ids) => {
  for (const [offset, limit] of [
    [0, 5],
    [0, 0],
    [5, 5],
  ] as const) {
    const request = { text, order: "best", limit, offset } as const;
    const { hits } = await search(store, request);
    const found = await searchIds(store, request);
    expect(found).toEqual(hits.map(({ article, score }) => ({ id: article.id, score })));
    if (offset === 0 && limit > 0) expect(found.map(({ id }) => id).sort()).toEqual(ids);
  }
});
