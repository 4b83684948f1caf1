import { afterAll, beforeAll, expect, test } from "vitest";
import { type IndexedStore, openTexts } from "../../test/indexed-store.ts";
import type { Store } from "../store/index.ts";
import { search } from "./search.ts";

/** Enough reports of two invented matters for a word of theirs to be frequent, and one that slips. */
const TEXTS = [
  ...Array.from({ length: 60 }, () => "أعلنت المنظمة إغلاق مرفأ سهلان وقراءة النظام الأساسي"),
  ...Array.from({ length: 60 }, () => "اجتمع مجلس الأعيان في وزارة الموانئ مع شركة Baltrix"),
  ...Array.from({ length: 300 }, () => "أمطار على الجبال"),
  "قال إن المنضمة أغلقت المرفأ",
];

let store: Store;
let close: IndexedStore["close"];

beforeAll(async () => {
  ({ store, close } = await openTexts(TEXTS));
});

afterAll(() => close());

const suggest = async (text: string) =>
  (await search(store, { text, order: "best", limit: 5, offset: 0 })).suggestions;

test.each([
  ["a letter heard as another", "النضام", "النظام"],
  ["a letter written twice", "المرففأ", "المرفأ"],
  ["a letter left out", "سهلن", "سهلان"],
  ["neighbors swapped", "الأعينا", "الأعيان"],
  ["a hamza as it is heard", "قرائة", "وقراءة"],
  ["a slip that an article made too", "المنضمة", "المنظمة"],
  ["no space between two words", "مجلسالأعيان", "مجلس الأعيان"],
  ["a space inside a word", "المن ظمة", "المنظمة"],
  ["Arabic on Latin keys", "ggk/hl", "للنظام"],
  ["Latin on Arabic keys", "لاشمفقهء", "baltrix"],
])("%s: the word meant is offered", async (_what, typed, meant) => {
  expect((await suggest(typed))[0]).toBe(meant);
});

test("the other words stay as they were typed", async () => {
  expect((await suggest("إغلاق مرففأ"))[0]).toBe("إغلاق مرفأ");
});

test.each([["المنظمة"], ["مرفأ سهلان"], ["الجبال"]])(
  "for «%s» nothing is offered",
  async (text) => {
    expect(await suggest(text)).toEqual([]);
  },
);

test("of many unknown words the first few are guessed at", async () => {
  const unknown = ["زظظزغ", "ظغغظز", "ثظثظغ", "غثغثظ", "ظزثغظ", "غظزثث"];
  const [found] = await suggest([...unknown.slice(1), "سهلن"].join(" "));
  expect(found?.endsWith(" سهلان")).toBe(true);
  expect(await suggest([...unknown, "سهلن"].join(" "))).toEqual([]);
});

test("a word as long as a page is not guessed at", async () => {
  const asked: number[] = [];
  const index = {
    ...store.index,
    frequencies: (terms: readonly string[]) => {
      asked.push(terms.length);
      return store.index.frequencies(terms);
    },
  };
  const request = { order: "best", limit: 5, offset: 0 } as const;
  const text = "المرفأ".repeat(200);
  const { suggestions } = await search({ catalog: store.catalog, index }, { text, ...request });
  expect(suggestions).toEqual([]);
  expect(Math.max(...asked)).toBeLessThan(10);
});

test("an outlet that nobody knows may be a word", async () => {
  expect(await suggest("source:Baltrix")).toEqual(["Baltrix"]);
  expect(await suggest("source:Nowhere")).toEqual([]);
  expect(await suggest('source:"!!!"')).toEqual([]);
  expect(await suggest('source:"-Nowhere"')).toEqual([]);
  expect(await suggest("source:Baltrix +الجبال")).toEqual([]);
});
