import { expect, test } from "vitest";
import type { FeedEntry } from "./feed.ts";
import { findFullText } from "./full-text.ts";
import { toEntryKeys, toPageKey } from "./identity.ts";

const entry = (fields: Partial<FeedEntry>): FeedEntry => ({
  id: null,
  url: null,
  title: null,
  summary: null,
  content: null,
  author: null,
  source: null,
  published: null,
  modified: null,
  keywords: [],
  image: null,
  language: null,
  ...fields,
});

test.each<[string, string]>([
  ["https://A.example:443/x?b=1&utm_source=rss&fbclid=2#top", "https://a.example/x?b=1"],
  ["https://a.example/x?utm_medium=feed", "https://a.example/x"],
  ["https://a.example/?p=12", "https://a.example/?p=12"],
  ["not an address", "not an address"],
])("the page of %s is %s", (address, page) => {
  expect(toPageKey(address)).toBe(page);
});

test("an entry whose id changes is the same entry by its address", () => {
  const [before] = toEntryKeys([entry({ id: "1", url: "https://a.example/x", title: "أ" })]);
  const [after] = toEntryKeys([entry({ id: "2", url: "https://a.example/x#c", title: "أ معدل" })]);
  expect(after).toBe(before);
});

test("an id that every entry bears does not make them one", () => {
  const keys = toEntryKeys([
    entry({ id: "same", url: "https://a.example/1", title: "أ" }),
    entry({ id: "same", url: "https://a.example/2", title: "ب" }),
  ]);
  expect(new Set(keys).size).toBe(2);
});

test("an address that every entry bears does not make them one", () => {
  const keys = toEntryKeys([
    entry({ id: "1", url: "https://a.example/", title: "أ" }),
    entry({ id: "2", url: "https://a.example/", title: "ب" }),
  ]);
  expect(new Set(keys).size).toBe(2);
});

test("without address and id the title is the key; without any there is none", () => {
  expect(toEntryKeys([entry({ title: "أ" }), entry({})])).toEqual(["أ", null]);
});

const long = "جملة من خبر طويل عن أعمال المرفأ. ".repeat(60);

test.each<[string, Partial<FeedEntry>, string | null]>([
  ["long content is the whole text", { content: long }, long],
  ["content that ends in a cut is a teaser", { content: `${long} …` }, null],
  [
    "content that ends in «اقرأ المزيد» is a teaser",
    { content: `${long}<a href="x">اقرأ المزيد</a>` },
    null,
  ],
  ["short content is a teaser", { content: "سطر" }, null],
  ["a long summary may be all there is", { summary: long }, long],
  ["a middling summary is a teaser", { summary: long.slice(0, 1000) }, null],
  ["nothing is no text", {}, null],
])("%s", (_case, fields, expected) => {
  expect(findFullText(entry(fields))).toBe(expected);
});
