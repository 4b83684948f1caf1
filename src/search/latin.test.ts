import { afterAll, beforeAll, expect, test } from "vitest";
import { type IndexedStore, openTexts } from "../../test/indexed-store.ts";
import type { Store } from "../store/index.ts";
import { search } from "./search.ts";
import { LATIN_COUNTRIES } from "./tables/latin-countries.ts";
import { LATIN_NAMES } from "./tables/latin-names.ts";
import { foldedWords } from "./words.ts";

/** Invented people and places, a common word that is no name, and one name that some write in Latin letters. */
const TEXTS = [
  ...Array.from({ length: 5 }, () => "قال مارك بولدرين إن مدينة الريمان بعيدة"),
  ...Array.from({ length: 3 }, () => "التقى بولدرين وزراء الأمم المتحدة في القاهرة"),
  "سلاح الصيد ممنوع",
  "السلاح في المتحف",
  "سلاحهم قديم",
  ...Array.from({ length: 4 }, () => "شركة Baltrix تبيع"),
  ...Array.from({ length: 2 }, () => "بالتريكس"),
];

let store: Store;
let close: IndexedStore["close"];

beforeAll(async () => {
  ({ store, close } = await openTexts(TEXTS));
});

afterAll(() => close());

const ask = (text: string) => search(store, { text, order: "best", limit: 20, offset: 0 });
const namesOf = async (text: string) => (await ask(text)).expansions.flatMap(({ names }) => names);

test.each([
  ["by its letters", "Boldrin", "بولدرين"],
  ["with the article that articles write", "Reeman", "الريمان"],
  ["by a table", "UN", "الأمم المتحدة"],
  ["by a table, whatever the case and the marks", "u.n.", "الأمم المتحدة"],
  ["by a table, in two words", "united nations", "الأمم المتحدة"],
  ["by a table, in French", "Le Caire", "القاهرة"],
])("a Latin name is found %s: %s", async (_how, typed, name) => {
  const { hits, expansions, suggestions } = await ask(typed);
  expect(expansions.flatMap(({ names }) => names)).toContain(name);
  expect(hits.length).toBeGreaterThan(1);
  expect(suggestions).toEqual([]);
});

test.each([
  ["a word of the language, now with the article and now without", "silah"],
  ["fewer articles than have the Latin word itself", "Baltrix"],
  ["a word of English", "with"],
  ["nothing like it", "Qwertz"],
  ["a headline", "Boldrin التقى وزراء الأمم المتحدة في القاهرة"],
])("no name is taken from %s", async (_why, typed) => {
  expect(await namesOf(typed)).toEqual([]);
});

test("what has the Latin word itself goes on being found, and the names can be left out", async () => {
  const { hits, expansions } = await ask("Boldrin Baltrix");
  expect(hits).toHaveLength(12);
  const [first] = expansions;
  expect(first?.without).toBe("=boldrin baltrix");
  expect((await ask(first?.without ?? "")).hits).toHaveLength(4);
});

test("no Latin name stands in two rows of a table", () => {
  for (const table of [LATIN_NAMES, LATIN_COUNTRIES]) {
    const keys = table.flatMap(({ latin }) => [
      ...new Set(latin.map((name) => foldedWords(name).join(" "))),
    ]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  }
});
