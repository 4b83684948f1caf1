import { afterAll, beforeAll, expect, test } from "vitest";
import { type IndexedStore, openTexts } from "../../test/indexed-store.ts";
import type { Store } from "../store/index.ts";
import { findBeginnings } from "./beginnings.ts";
import { readQuery } from "./read-query.ts";
import { search } from "./search.ts";
import { toTerm } from "./words.ts";

const TEXTS = ["وزارة الموانئ", "الوزارة والوزير", "وزن السفينة", "مرفأ سهلان"];

let store: Store;
let close: IndexedStore["close"];

beforeAll(async () => {
  ({ store, close } = await openTexts(TEXTS));
});

afterAll(() => close());

const find = async (text: string, order: "best" | "newest") => {
  const { hits, expansions } = await search(store, { text, order, limit: 9, offset: 0 });
  return { ids: hits.map(({ article }) => article.id).sort(), expansions };
};

test.each([
  ["وزا*", ["a0", "a1"]],
  ["الوزا*", ["a0", "a1"]],
  ["وز*", ["a0", "a1", "a2"]],
  ["وزا* الموانئ", ["a0"]],
  ["وزا* OR سهلان", ["a0", "a1", "a3"]],
  ["قط*", []],
])("%s finds the words that begin so", async (text, ids) => {
  expect((await find(text, "newest")).ids).toEqual(ids);
});

test("which words they are is told, and can be taken back", async () => {
  const { ids, expansions } = await find("وز*", "best");
  expect(ids).toEqual(["a0", "a1", "a2"]);
  expect(expansions.map(({ without }) => without)).toEqual(["وز"]);
  expect(expansions[0]?.names.toSorted()).toEqual(["الوزارة", "والوزير", "وزن"]);
});

test("no more words are looked up than are taken", async () => {
  let searches = 0;
  const index: Store["index"] = {
    ...store.index,
    terms: async (_, limit) =>
      Array.from({ length: limit }, () => ({ term: toTerm("وزن"), articles: 1 })),
    search: (plan) => {
      searches += 1;
      return store.index.search(plan);
    },
  };
  const [found] = await findBeginnings({ catalog: store.catalog, index }, readQuery("الوزا*"));
  expect(found?.names).toHaveLength(12);
  expect(searches).toBe(12);
});
