import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Article, Placement, Story, Verdict } from "../src/model/index.ts";
import {
  type ArticleRow,
  MOST_COUNTED,
  MOST_OCCURRENCES,
  type SearchDocument,
  type SearchPlan,
  type Store,
  type StoredArticle,
  toNumberRange,
} from "../src/store/index.ts";

/** A store of a test's own, empty at first. */
export interface OpenedStore {
  readonly store: Store;
  /** Closes the store and opens the same data again. */
  reopen(): Promise<Store>;
  /** Closes what is open and removes the data. */
  dispose(): Promise<void>;
}

const SEEN = "2026-01-01T00:00:00.000Z";
const LATER = "2026-01-02T00:00:00.000Z";

export function toArticle(id: string, at: string | null, more: Partial<Article> = {}): Article {
  return {
    id,
    url: `https://example.org/${id}`,
    outlet: "صحيفة",
    source: null,
    author: null,
    title: `عنوان ${id}`,
    text: `نص ${id}`,
    summary: null,
    section: null,
    keywords: [],
    published: at === null ? null : { at, precision: "minute", from: "test" },
    fetchedAt: null,
    ...more,
  };
}

export function toRow(article: Article, hash = `${article.id}:${article.text}`): ArticleRow {
  const attribution = { analyzer: "test@1", language: "ar", dateline: null, credits: [] };
  return { article, attribution, hash };
}

export function toPlacement(
  articleId: string,
  story: string,
  more: Partial<Placement> = {},
): Placement {
  return {
    articleId,
    story,
    account: `${story}.${articleId}`,
    copy: null,
    origin: null,
    joined: null,
    ...more,
  };
}

export function toStory(
  id: string,
  from: string | null,
  to: string | null,
  reports: readonly string[],
): Story {
  return {
    id,
    title: `قصة ${id}`,
    titleFrom: reports[0] ?? "",
    first: reports.slice(0, 1),
    from,
    to,
    accounts: reports.map((report) => ({ id: `${id}.${report}`, reports: [report], origin: null })),
    reports: reports.length,
    outlets: 1,
    independent: 1,
    corrections: [],
  };
}

export function toDocument(
  number: number,
  body: string,
  more: Partial<SearchDocument> = {},
): SearchDocument {
  return {
    number,
    title: [],
    body: body.split(" "),
    facets: [],
    sketch: new Uint8Array(),
    ...more,
  };
}

export function toPlan(more: Partial<SearchPlan>): SearchPlan {
  return {
    any: [],
    all: [],
    none: [],
    facets: [],
    from: null,
    to: null,
    limit: 100,
    offset: 0,
    ...more,
  };
}

const day = (written: string): number => Date.parse(written);
const range = (from: string, to: string) => ({ from: day(from), to: day(to) });
const idsOf = (articles: readonly { readonly id: string }[]): string[] =>
  articles.map(({ id }) => id);

/** The promises of the ports of `src/store/`. An adapter that passes may be used in place of any other. */
export function describeStore(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());
    const reopen = async (): Promise<void> => {
      store = await opened.reopen();
    };

    const save = (...articles: readonly Article[]) =>
      store.catalog.saveArticles(
        articles.map((article) => toRow(article)),
        SEEN,
      );
    const read = async (id: string): Promise<StoredArticle> => {
      const article = await store.catalog.article(id);
      if (article === null) throw new Error(`no article ${id}`);
      return article;
    };
    const place = (story: Story, placements: readonly Placement[]) =>
      store.catalog.saveGroups({ placements, stories: [story], emptied: [] });

    describe("what was read of articles", () => {
      const analysisOf = (analyzer: string, keyphrase: string) => ({
        analyzer,
        language: "ar",
        dateline: null,
        credits: [],
        statements: [],
        names: [],
        keyphrases: [keyphrase],
        topic: null,
        times: [],
        figures: [],
      });
      const pending = async () => idsOf(await store.catalog.pendingAnalysis(10)).sort();
      const known = async (id: string) =>
        (await store.catalog.analyses([id])).get(id)?.keyphrases ?? null;

      test("an article is pending until its analysis is saved", async () => {
        await save(toArticle("a", "2026-01-05"), toArticle("b", null));
        expect(await pending()).toEqual(["a", "b"]);
        expect(idsOf(await store.catalog.pendingAnalysis(10, 1))).toEqual(["b"]);
        expect(idsOf(await store.catalog.pendingAnalysis(1))).toEqual(["a"]);
        expect(await known("a")).toBe(null);
        await store.catalog.saveAnalyses([
          { id: "a", version: 1, analysis: analysisOf("x@1", "مرفأ\u0000'\"") },
        ]);
        expect(await pending()).toEqual(["b"]);
        expect(await store.catalog.size()).toMatchObject({ toAnalyze: 1 });
        await reopen();
        expect(await known("a")).toEqual(["مرفأ\u0000'\""]);
      });

      test("what a text is about is its names and topic, and nothing of one not analysed", async () => {
        await save(toArticle("a", "2026-01-05"), toArticle("b", null));
        const name = { type: "place", text: "ميناء", key: "ميناء", start: 0, end: 5 } as const;
        const analysis = { ...analysisOf("x@1", "مرفأ"), names: [name], topic: "economy" } as const;
        await store.catalog.saveAnalyses([{ id: "a", version: 1, analysis }]);
        expect([...(await store.catalog.subjects(["b", "a", "c"]))]).toEqual([
          ["a", { names: [name], topic: "economy" }],
        ]);
        await store.catalog.saveAnalyses([
          { id: "b", version: 1, analysis: analysisOf("x@1", "مرفأ") },
        ]);
        expect((await store.catalog.subjects(["b"])).get("b")).toEqual({ names: [], topic: null });
        expect(await store.catalog.topics(["b", "a", "c"])).toEqual(
          new Map([
            ["b", null],
            ["a", "economy"],
          ]),
        );
      });

      test("a changed text is pending again, and what was read of the old one is not kept for it", async () => {
        await save(toArticle("a", "2026-01-05"));
        const row = { id: "a", version: 1, analysis: analysisOf("x@1", "قديم") };
        await store.catalog.saveAnalyses([row]);
        await save(toArticle("a", "2026-01-05", { text: "نص آخر" }));
        expect(await known("a")).toBe(null);
        await store.catalog.saveAnalyses([row]);
        expect(await known("a")).toBe(null);
        expect(await pending()).toEqual(["a"]);
      });

      test("a name is found with its spellings and reports, newest first, until the text that has it changes", async () => {
        await save(toArticle("a", "2026-01-05"), toArticle("b", "2026-01-06"));
        const named = (text: string) => ({
          ...analysisOf("x@1", "ك"),
          names: [
            { type: "person", text, start: 0, end: 3, key: "سالم" },
            { type: "person", text: "س", start: 9, end: 10, key: "سالم" },
          ] as const,
        });
        await store.catalog.saveAnalyses([
          { id: "a", version: 1, analysis: named("سالم'\"") },
          { id: "b", version: 1, analysis: named("سليم") },
        ]);
        expect(await store.catalog.name("person", "سالم")).toEqual({
          type: "person",
          key: "سالم",
          reports: 2,
          spellings: [
            { spelling: "سالم'\"", reports: 1 },
            { spelling: "سليم", reports: 1 },
          ],
          latest: ["b", "a"],
        });
        expect(await store.catalog.name("place", "سالم")).toBe(null);
        const asked = (["person", "place"] as const).map((type) => ({ type, key: "سالم" }));
        expect(await store.catalog.reportsNaming(asked)).toEqual([2, 0]);
        await save(toArticle("b", "2026-01-06", { text: "نص آخر" }));
        expect(await store.catalog.name("person", "سالم")).toMatchObject({ latest: ["a"] });
        expect(await store.catalog.reportsNaming([...asked, ...asked])).toEqual([1, 0, 1, 0]);
      });

      test("articles are found by the names they mention: heaviest sum first, then newest, within a range of numbers", async () => {
        await save(
          toArticle("old", "2024-01-05"),
          toArticle("a", "2026-01-05"),
          toArticle("b", "2026-01-06"),
          toArticle("c", "2026-01-07"),
        );
        const naming = (id: string, ...keys: string[]) => ({
          id,
          version: 1,
          analysis: {
            ...analysisOf("x@1", "ك"),
            names: keys.map((key) => ({
              type: "place" as const,
              text: key,
              start: 0,
              end: 1,
              key,
            })),
          },
        });
        await store.catalog.saveAnalyses([
          naming("old", "رملة", "نخل'\""),
          naming("a", "رملة", "نخل'\""),
          naming("b", "رملة"),
          naming("c", "رملة", "رملة"),
        ]);
        const [sand, palm] = ["رملة", "نخل'\""].map((key) => ({ type: "place" as const, key }));
        if (sand === undefined || palm === undefined) throw new Error("two names were made");
        const person = { type: "person" as const, key: "رملة" };
        expect(await store.catalog.reportsNaming([palm, sand, person])).toEqual([2, 4, 0]);
        const found = await store.catalog.mentioning(
          [
            { ...sand, weight: 1 },
            { ...palm, weight: 2.5 },
          ],
          toNumberRange({ from: day("2026-01-01"), to: null }),
          2,
        );
        expect(found).toEqual([
          { number: (await read("a")).number, weight: 3.5 },
          { number: (await read("c")).number, weight: 1 },
        ]);
        expect(await store.catalog.mentioning([], { from: null, to: null }, 9)).toEqual([]);
      });

      test("another analyzer reads again what its forerunners have read", async () => {
        await save(toArticle("a", null), toArticle("b", null));
        await store.catalog.saveAnalyses([
          { id: "a", version: 1, analysis: analysisOf("x@1", "أ") },
          { id: "b", version: 1, analysis: analysisOf("x@2", "ب") },
        ]);
        await store.catalog.renewAnalyses("x@2");
        expect(await pending()).toEqual(["a"]);
        expect(await known("a")).toEqual(["أ"]);
      });
    });

    describe("saving articles", () => {
      test("an article reads back whole, as written", async () => {
        const article = toArticle("a", "2026-01-05T10:00:00+03:00", {
          source: "وكالات",
          author: "مراسل",
          title: 'عنوان "مقتبس"',
          text: "سطر أول\nسطر\u0000ثان 😀 '\"",
          summary: "",
          section: "عالم",
          keywords: ["كلمة", "أخرى"],
          fetchedAt: SEEN,
        });
        const { attribution } = toRow(article);
        await save(article);
        expect(await read("a")).toEqual({
          ...article,
          version: 1,
          number: expect.any(Number),
          attribution,
        });
        await reopen();
        expect((await read("a")).text).toBe(article.text);
      });

      test("only the fields of an article are kept", async () => {
        await store.catalog.saveArticles(
          [toRow({ ...toArticle("a", null), extra: 1 } as Article)],
          SEEN,
        );
        expect(await read("a")).not.toHaveProperty("extra");
      });

      test("what is saved comes back as it is stored; what is there already does not", async () => {
        const save = (text: string, hash: string) =>
          store.catalog.saveArticles([toRow({ ...toArticle("a", null), text }, hash)], SEEN);
        expect(await save("نص أول", "1")).toEqual([await read("a")]);
        expect(await save("نص ثان", "2")).toEqual([await read("a")]);
        expect(await save("نص أول", "1")).toEqual([]);
      });

      test("a record is new, unchanged or changed by its hash", async () => {
        const print = (id: string, hash: string) => store.catalog.classify([{ id, hash }]);
        expect([...(await print("a", "1"))]).toEqual([["a", "new"]]);
        await store.catalog.saveArticles([toRow(toArticle("a", null), "1")], SEEN);
        expect([...(await print("a", "1"))]).toEqual([["a", "unchanged"]]);
        expect([...(await print("a", "2"))]).toEqual([["a", "changed"]]);
        await store.catalog.saveArticles([toRow(toArticle("a", null), "2")], LATER);
        expect([...(await print("a", "1"))]).toEqual([["a", "unchanged"]]);
      });

      test("an id asked about with a known and an unknown hash is changed", async () => {
        await store.catalog.saveArticles([toRow(toArticle("a", null), "1")], SEEN);
        for (const hashes of [
          ["1", "2"],
          ["2", "1"],
        ]) {
          const prints = hashes.map((hash) => ({ id: "a", hash }));
          expect((await store.catalog.classify(prints)).get("a")).toBe("changed");
        }
      });

      test("saving the same again changes nothing", async () => {
        await save(toArticle("a", "2026-01-05"));
        const { number } = await read("a");
        await store.catalog.markIndexed([number], []);
        await place(toStory("s", null, null, ["a"]), [toPlacement("a", "s")]);
        const before = await store.catalog.size();
        await save(toArticle("a", "2026-01-05"), toArticle("a", "2026-01-05"));
        expect(await store.catalog.size()).toEqual(before);
        expect(before).toMatchObject({ articles: 1, versions: 1, toIndex: 0, toGroup: 0 });
      });

      test("a text that came back is not a version of its own", async () => {
        await save(toArticle("a", null, { text: "أول" }));
        await save(toArticle("a", null, { text: "ثان" }));
        await save(toArticle("a", null, { text: "أول" }));
        expect((await store.catalog.size()).versions).toBe(2);
        expect((await read("a")).text).toBe("ثان");
      });

      test("two texts of one id in one batch are two versions, in order", async () => {
        const first = toArticle("a", null, { text: "أول", title: "ع1" });
        const second = toArticle("a", null, { text: "ثان", title: null });
        await save(first, second, first);
        expect(await store.catalog.versions("a")).toEqual([
          { version: 1, article: first, seenAt: SEEN },
          { version: 2, article: second, seenAt: SEEN },
        ]);
        expect(await read("a")).toMatchObject({ version: 2, text: "ثان" });
      });

      test("each version knows when it was seen", async () => {
        await store.catalog.saveArticles([toRow(toArticle("a", null), "1")], SEEN);
        await store.catalog.saveArticles([toRow(toArticle("a", null), "2")], LATER);
        const versions = await store.catalog.versions("a");
        expect(versions.map(({ seenAt }) => seenAt)).toEqual([SEEN, LATER]);
        expect(await store.catalog.versions("nobody")).toEqual([]);
      });
    });

    describe("numbers", () => {
      test("grow with time, the undated first, and none is 0 or given twice", async () => {
        await save(
          toArticle("late", "2026-01-07T00:00:00Z"),
          toArticle("early", "2026-01-05T00:00:00Z"),
          toArticle("twin", "2026-01-05T00:00:00Z"),
          toArticle("undated", null),
        );
        const numbers = await Promise.all(
          ["undated", "early", "twin", "late"].map(async (id) => (await read(id)).number),
        );
        expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers);
        expect(new Set(numbers).size).toBe(4);
        expect(Math.min(...numbers)).toBeGreaterThan(0);
      });

      test("stay when the text changes", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"));
        const { number } = await read("a");
        await save(toArticle("a", "2026-01-05T00:00:00Z", { text: "آخر" }));
        expect((await read("a")).number).toBe(number);
        expect((await store.catalog.pendingIndex(10)).forget).toEqual([]);
      });

      test("change with the instant, and the old one is to be forgotten", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"));
        const old = (await read("a")).number;
        await save(toArticle("a", "2026-01-06T00:00:00Z", { text: "آخر" }));
        const now = (await read("a")).number;
        expect(now).toBeGreaterThan(old);
        expect((await store.catalog.pendingIndex(10)).forget).toEqual([old]);
        await store.catalog.markIndexed([], [old]);
        const pending = await store.catalog.pendingIndex(10);
        expect(pending.forget).toEqual([]);
        expect(idsOf(pending.articles)).toEqual(["a"]);
        expect(await store.catalog.articlesByNumber([old])).toEqual([]);
      });
    });

    describe("pending for the index", () => {
      test("articles wait until they are marked, a limited number at a time", async () => {
        await save(toArticle("a", null), toArticle("b", null), toArticle("c", null));
        const { articles } = await store.catalog.pendingIndex(2);
        expect(articles).toHaveLength(2);
        await store.catalog.markIndexed(
          articles.map(({ number }) => number),
          [],
        );
        const rest = await store.catalog.pendingIndex(2);
        expect(idsOf([...articles, ...rest.articles]).toSorted()).toEqual(["a", "b", "c"]);
        expect((await store.catalog.size()).toIndex).toBe(1);
      });

      test("a changed article waits again", async () => {
        await save(toArticle("a", null));
        await store.catalog.markIndexed([(await read("a")).number], []);
        await save(toArticle("a", null, { text: "آخر" }));
        expect(idsOf((await store.catalog.pendingIndex(9)).articles)).toEqual(["a"]);
      });

      test("marking what is not pending does nothing", async () => {
        await save(toArticle("a", null));
        await store.catalog.markIndexed([123_456_789], [5]);
        expect((await store.catalog.size()).toIndex).toBe(1);
      });
    });

    describe("grouping", () => {
      const S1 = toStory("s1", "2026-01-05T00:00:00.000Z", "2026-01-06T00:00:00.000Z", ["a", "b"]);

      test("articles wait in order of instant, then id, the undated last", async () => {
        await save(
          toArticle("u2", null),
          toArticle("b", "2026-01-05T00:00:00Z"),
          toArticle("u1", null),
          toArticle("a", "2026-01-05T00:00:00Z"),
          toArticle("old", "1960-01-05T00:00:00Z"),
        );
        const order = ["old", "a", "b", "u1", "u2"];
        expect(idsOf(await store.catalog.pendingGroup(9))).toEqual(order);
        expect(idsOf(await store.catalog.pendingGroup(2))).toEqual(order.slice(0, 2));
      });

      test("an article without a publication time is ordered by its collection", async () => {
        await save(
          toArticle("later", "2026-01-05T00:00:00Z"),
          toArticle("sooner", null, { fetchedAt: "2026-01-04T00:00:00Z" }),
        );
        expect(idsOf(await store.catalog.pendingGroup(9))).toEqual(["sooner", "later"]);
      });

      test("a placement reads back whole and takes its article off the list", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"), toArticle("b", "2026-01-06T00:00:00Z"));
        const copy = { of: "a", kind: "cut", share: 0.9, shareOfOther: 0.5, jaccard: 0.4 } as const;
        const origin = { name: "رويترز", key: "reuters", inferred: true, evidence: "(رويترز)" };
        const joined = { with: "a", similarity: 0.7, shared: ["قره", "باغ"] };
        const placements = [
          toPlacement("a", "s1"),
          toPlacement("b", "s1", { copy, origin, joined }),
        ];
        await place(S1, placements);
        expect(await store.catalog.placements(["b", "x", "a"])).toEqual(placements.toReversed());
        expect(await store.catalog.pendingGroup(9)).toEqual([]);
        expect(await store.catalog.story("s1")).toEqual(S1);
        expect(await store.catalog.story("s2")).toBeNull();
        expect([...(await store.catalog.storiesOf(["a", "x", "b"]))]).toEqual([
          ["a", "s1"],
          ["b", "s1"],
        ]);
      });

      test("saving a batch again changes nothing", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"), toArticle("b", "2026-01-06T00:00:00Z"));
        const placements = [toPlacement("a", "s1"), toPlacement("b", "s1")];
        await place(S1, placements);
        const before = await store.catalog.size();
        await place(S1, placements);
        expect(await store.catalog.size()).toEqual(before);
        expect(await store.catalog.placements(["a", "b"])).toEqual(placements);
      });

      test("a later batch moves an article, changes its story and removes the emptied one", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"), toArticle("b", "2026-01-06T00:00:00Z"));
        await place(S1, [toPlacement("a", "s1"), toPlacement("b", "s1")]);
        const S2 = toStory("s2", S1.from, S1.to, ["a", "b"]);
        await store.catalog.saveGroups({
          placements: [toPlacement("a", "s2"), toPlacement("b", "s2")],
          stories: [S2],
          emptied: ["s1"],
        });
        expect(await store.catalog.story("s1")).toBeNull();
        expect(await store.catalog.story("s2")).toEqual(S2);
        expect((await store.catalog.storiesOf(["a"])).get("a")).toBe("s2");
      });

      test("a batch that cannot be saved whole is not saved at all", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"));
        await expect(
          place(S1, [toPlacement("a", "s1"), toPlacement("nobody", "s1")]),
        ).rejects.toThrow();
        expect(await store.catalog.placements(["a"])).toEqual([]);
        expect(await store.catalog.story("s1")).toBeNull();
        expect((await store.catalog.size()).toGroup).toBe(1);
      });

      test("grouped articles come by range, half open, in order, without the pending", async () => {
        await save(
          toArticle("b", "2026-01-06T00:00:00Z"),
          toArticle("a", "2026-01-05T00:00:00Z"),
          toArticle("c", "2026-01-07T00:00:00Z"),
          toArticle("new", "2026-01-06T00:00:00Z"),
          toArticle("u", null),
        );
        await place(
          S1,
          ["a", "b", "c", "u"].map((id) => toPlacement(id, "s1")),
        );
        const found = await store.catalog.grouped(range("2026-01-05", "2026-01-07"));
        expect(found.map(({ article }) => article.id)).toEqual(["a", "b"]);
        expect(found[0]).toEqual({ article: await read("a"), placement: toPlacement("a", "s1") });
        const undated = await store.catalog.grouped("undated");
        expect(undated.map(({ article }) => article.id)).toEqual(["u"]);

        await save(toArticle("a", "2026-01-05T00:00:00Z", { text: "آخر" }));
        const rest = await store.catalog.grouped(range("2026-01-05", "2026-01-07"));
        expect(rest.map(({ article }) => article.id)).toEqual(["b"]);
      });

      test("a changed article keeps its placement until it is grouped again", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"));
        await place(S1, [toPlacement("a", "s1")]);
        await save(toArticle("a", "2026-01-06T00:00:00Z", { text: "آخر" }));
        expect(await store.catalog.placements(["a"])).toEqual([toPlacement("a", "s1")]);
        expect(idsOf(await store.catalog.pendingGroup(9))).toEqual(["a"]);
      });

      test("the members of stories come in order, pending and undated ones too, each once", async () => {
        await save(
          toArticle("u", null),
          toArticle("b", "2026-01-06T00:00:00Z"),
          toArticle("a", "2026-01-05T00:00:00Z"),
          toArticle("other", "2026-01-05T00:00:00Z"),
        );
        await place(
          S1,
          ["a", "b", "u"].map((id) => toPlacement(id, "s1")),
        );
        await place(toStory("s3", null, null, ["other"]), [toPlacement("other", "s3")]);
        await save(toArticle("a", "2026-01-05T00:00:00Z", { text: "آخر" }));
        const members = await store.catalog.membersOf(["s1", "s1", "nothing"]);
        expect(members.map(({ article }) => article.id)).toEqual(["a", "b", "u"]);
        expect(members[0]?.article.text).toBe("آخر");
      });
    });

    describe("reading articles", () => {
      test("lists come in the order asked, what is unknown left out", async () => {
        await save(
          toArticle("a", "2026-01-05"),
          toArticle("b", "2026-01-06"),
          toArticle("c", null),
        );
        expect(idsOf(await store.catalog.articles(["c", "x", "a"]))).toEqual(["c", "a"]);
        const [a, b] = [(await read("a")).number, (await read("b")).number];
        expect(idsOf(await store.catalog.articlesByNumber([b, 7, a]))).toEqual(["b", "a"]);
        const heads = await store.catalog.headsByNumber([b, 7, a]);
        expect(heads.map(({ id, number }) => [id, number])).toEqual([
          ["b", b],
          ["a", a],
        ]);
        expect(heads[0]?.outlet).toBe((await store.catalog.article("b"))?.outlet);
        expect(await store.catalog.article("x")).toBeNull();
        expect(await store.catalog.articles([])).toEqual([]);
      });

      test("a long list is read at once", async () => {
        const ids = Array.from({ length: 5_000 }, (_, place) => `n${place}`);
        await save(...ids.map((id) => toArticle(id, null)));
        expect(idsOf(await store.catalog.articles(ids))).toEqual(ids);
      });

      test("reposts bear the same address", async () => {
        const url = "https://example.org/same";
        await save(
          toArticle("b", null, { url }),
          toArticle("a", null, { url }),
          toArticle("c", null),
        );
        expect(await store.catalog.reposts(url, "a")).toEqual(["b"]);
        expect(await store.catalog.reposts(url, "c")).toEqual(["a", "b"]);
        expect(await store.catalog.reposts("https://example.org/none", "a")).toEqual([]);
      });

      test("the export walks every article once, in order of number", async () => {
        await save(
          toArticle("c", "2026-01-07"),
          toArticle("u", null),
          toArticle("a", "2026-01-05"),
        );
        const seen: string[] = [];
        let after = 0;
        for (;;) {
          const page = await store.catalog.export(after, 2);
          const last = page.at(-1);
          if (last === undefined) break;
          seen.push(...idsOf(page));
          after = last.number;
        }
        expect(seen).toEqual(["u", "a", "c"]);
      });
    });

    describe("stories", () => {
      beforeEach(async () => {
        await save(
          toArticle("a1", "2026-01-05T08:00:00Z"),
          toArticle("a2", "2026-01-07T08:00:00Z"),
          toArticle("b1", "2026-01-06T08:00:00Z", { outlet: "قناة" }),
          toArticle("u1", null, { outlet: null }),
        );
        const at = (id: string) => `2026-01-0${id}T08:00:00.000Z`;
        await place(toStory("A", at("5"), at("7"), ["a1", "a2"]), [
          toPlacement("a1", "A"),
          toPlacement("a2", "A", {
            copy: { of: "a1", kind: "verbatim", share: 1, shareOfOther: 1, jaccard: 1 },
          }),
        ]);
        await place(toStory("B", at("6"), at("6"), ["b1"]), [toPlacement("b1", "B")]);
        await place(toStory("U", null, null, ["u1"]), [toPlacement("u1", "U")]);
      });

      const find = async (from: string, to: string, limit = 9, offset = 0) =>
        idsOf(await store.catalog.stories({ range: range(from, to), limit, offset }));

      test("come newest first", async () => {
        expect(await find("2026-01-01", "2026-02-01")).toEqual(["A", "B"]);
        expect(await find("2026-01-01", "2026-02-01", 1, 1)).toEqual(["B"]);
      });

      test("are of a range only with a report in it, not by spanning it", async () => {
        expect(await find("2026-01-06", "2026-01-07")).toEqual(["B"]);
        expect(await find("2026-01-05", "2026-01-06")).toEqual(["A"]);
        expect(await find("2026-01-07T08:00:00Z", "2026-01-08")).toEqual(["A"]);
        expect(await find("2026-01-07", "2026-01-07T08:00:00Z")).toEqual([]);
      });

      test("without a range are all, the undated last", async () => {
        const all = await store.catalog.stories({ range: null, limit: 9, offset: 0 });
        expect(idsOf(all)).toEqual(["A", "B", "U"]);
      });

      test("have days, newest first", async () => {
        expect(await store.catalog.days(9)).toEqual(["2026-01-07", "2026-01-06", "2026-01-05"]);
        expect(await store.catalog.days(2)).toEqual(["2026-01-07", "2026-01-06"]);
      });

      test("a day without a grouped article is none", async () => {
        await save(toArticle("pending", "2026-01-09T00:00:00Z"));
        expect((await store.catalog.days(1))[0]).toBe("2026-01-07");
      });

      test("outlets are counted with their copies, most reports first", async () => {
        const [first, second] = [
          { outlet: "صحيفة", reports: 2, copies: 1 },
          { outlet: "قناة", reports: 1, copies: 0 },
        ];
        expect(await store.catalog.outlets(9)).toEqual([first, second]);
        expect(await store.catalog.outlets(1)).toEqual([first]);
      });

      test("an outlet is told with its copies, its firsts and its latest reports", async () => {
        await save(
          toArticle("a", "2026-01-05T08:00:00Z", { outlet: "أ" }),
          toArticle("b", "2026-01-05T09:00:00Z", { outlet: "ب" }),
          toArticle("c", "2026-01-06T09:00:00Z", { outlet: "ب" }),
        );
        const copy = { of: "a", kind: "copy", share: 1, shareOfOther: 1, jaccard: 1 } as const;
        await place({ ...toStory("s", null, null, ["a", "b"]), outlets: 2 }, [
          toPlacement("a", "s"),
          toPlacement("b", "s", { copy }),
        ]);
        await place(toStory("t", null, null, ["c"]), [toPlacement("c", "t")]);
        expect(await store.catalog.outlet("ب")).toEqual({
          outlet: "ب",
          reports: 2,
          copies: 1,
          first: 0,
          followed: 1,
          latest: ["c", "b"],
        });
        expect(await store.catalog.outlet("أ")).toMatchObject({ first: 1, followed: 0 });
        await save(toArticle("d", "2026-01-05T08:01:00Z", { outlet: "ج" }));
        const together = {
          ...toStory("s", null, null, ["a", "b", "d"]),
          outlets: 3,
          first: ["a", "d"],
        };
        await place(together, [toPlacement("d", "s")]);
        expect(await store.catalog.outlet("أ")).toMatchObject({ first: 1, followed: 0 });
        expect(await store.catalog.outlet("ج")).toMatchObject({ first: 1, followed: 0 });
        await place({ ...together, first: [] }, []);
        expect(await store.catalog.outlet("ب")).toMatchObject({ first: 0, followed: 0 });
        expect(await store.catalog.outlet("د")).toBe(null);
      });

      test("the size tells what there is and what is to be done", async () => {
        expect(await store.catalog.size()).toEqual({
          articles: 4,
          versions: 4,
          stories: 3,
          outlets: 2,
          toIndex: 4,
          toGroup: 0,
          toAnalyze: 4,
          from: "2026-01-05T08:00:00.000Z",
          to: "2026-01-07T08:00:00.000Z",
        });
      });
    });

    test("an empty catalog answers every question", async () => {
      expect(await store.catalog.size()).toMatchObject({ articles: 0, from: null, to: null });
      expect(await store.catalog.days(5)).toEqual([]);
      expect(await store.catalog.outlets(5)).toEqual([]);
      expect(await store.catalog.export(0, 5)).toEqual([]);
      expect(await store.catalog.classify([])).toEqual(new Map());
      await store.catalog.saveArticles([], SEEN);
      expect(await store.catalog.pendingIndex(5)).toEqual({ articles: [], forget: [] });
    });

    test("notes are kept, and the last one stands", async () => {
      expect(await store.catalog.note("sample")).toBeNull();
      await store.catalog.setNote("sample", "1");
      await store.catalog.setNote("sample", "2");
      await reopen();
      expect(await store.catalog.note("sample")).toBe("2");
    });

    describe("the search index", () => {
      const find = async (more: Partial<SearchPlan>) => {
        const { numbers } = await store.index.search(toPlan(more));
        return numbers;
      };

      beforeEach(() =>
        store.index.upsert([
          toDocument(1, "قمه عرب في رياض", { title: ["قمه"], facets: ["ص", "x y"] }),
          toDocument(2, "رياض قمه عرب", { facets: ["ق"] }),
          toDocument(3, "حرب في سودان", { title: ["سودان"], facets: ["ص"] }),
        ]),
      );

      test("any finds documents with at least one", async () => {
        expect(await find({ any: [["قمه"], ["سودان"], ["غايب"]] })).toEqual([3, 2, 1]);
      });

      test("all finds documents with each, in title or body", async () => {
        expect(await find({ all: [["قمه"], ["رياض"]] })).toEqual([2, 1]);
        expect(await find({ all: [["قمه"], ["سودان"]] })).toEqual([]);
        expect(await find({ all: [["عرب"]], any: [["في"]] })).toEqual([1]);
      });

      test("a run must stand side by side in order", async () => {
        expect(await find({ all: [["قمه", "عرب"]] })).toEqual([2, 1]);
        expect(await find({ all: [["عرب", "في", "رياض"]] })).toEqual([1]);
        expect(await find({ all: [["عرب", "قمه"]] })).toEqual([]);
      });

      test("a run does not reach from the title into the body", async () => {
        await store.index.upsert([toDocument(4, "ثان", { title: ["اول"] })]);
        expect(await find({ all: [["اول", "ثان"]] })).toEqual([]);
      });

      test("none leaves out, also with nothing else asked", async () => {
        expect(await find({ any: [["في"]], none: [["سودان"]] })).toEqual([1]);
        expect(await find({ none: [["قمه", "عرب"]] })).toEqual([3]);
        expect(await find({ none: [["قمه"], ["حرب"]] })).toEqual([]);
      });

      test("nothing asked finds everything, newest first", async () => {
        const answer = await store.index.search(toPlan({}));
        expect(answer).toEqual({ numbers: [3, 2, 1], total: 3 });
      });

      test("facets filter, any of them, alone or with words", async () => {
        expect(await find({ facets: ["ص"] })).toEqual([3, 1]);
        expect(await find({ facets: ["ق", "x y"] })).toEqual([2, 1]);
        expect(await find({ facets: ["ص"], any: [["قمه"]] })).toEqual([1]);
        expect(await find({ facets: ["ص"], none: [["قمه"]] })).toEqual([3]);
        expect(await find({ facets: ["x"] })).toEqual([]);
        expect(await find({ facets: ['" OR *'] })).toEqual([]);
      });

      test("a facet is no word and a word is no facet", async () => {
        expect(await find({ any: [["ص"]] })).toEqual([]);
        expect(await find({ facets: ["قمه"] })).toEqual([]);
      });

      test("what looks like syntax is only a word", async () => {
        for (const token of ['"', "قمه OR", "title:قمه", "*", "NEAR(", "AND", ""]) {
          await expect(find({ any: [[token]] })).resolves.toBeInstanceOf(Array);
        }
        expect(await find({ all: [["or"]] })).toEqual([]);
      });

      test("a range is half open", async () => {
        const ask = (from: number | null, to: number | null) =>
          find({ any: [["في"], ["قمه"]], from, to });
        expect(await ask(2, 3)).toEqual([2]);
        expect(await ask(2, null)).toEqual([3, 2]);
        expect(await ask(null, 3)).toEqual([2, 1]);
        expect(await find({ from: 2, to: 3 })).toEqual([2]);
      });

      test("numbers as large as articles have keep their order and their ranges", async () => {
        const at = toNumberRange({ from: day("2026-01-05"), to: day("2026-01-06") });
        const first = at.from ?? 0;
        await store.index.upsert([toDocument(first + 1, "بعيد"), toDocument(at.to ?? 0, "بعيد")]);
        expect(await find({ any: [["بعيد"]], ...at })).toEqual([first + 1]);
        expect(await find({ any: [["بعيد"]] })).toEqual([at.to, first + 1]);
      });

      test("occurrences tell which documents have each run, and which in the title", async () => {
        const runs = [["قمه"], ["قمه", "عرب"], ["غايب"], []];
        expect(await store.index.occurrences(runs, toPlan({}))).toEqual([
          { anywhere: [2, 1], inTitle: [1] },
          { anywhere: [2, 1], inTitle: [] },
          { anywhere: [], inTitle: [] },
          { anywhere: [], inTitle: [] },
        ]);
      });

      test("pages go on where the last one ended, and the total is of all", async () => {
        const page = (offset: number) =>
          store.index.search(toPlan({ any: [["في"], ["قمه"]], limit: 2, offset }));
        const [one, two, past] = [await page(0), await page(2), await page(4)];
        expect([one.numbers, two.numbers, past.numbers]).toEqual([[3, 2], [1], []]);
        expect([one.total, two.total, past.total]).toEqual([3, 3, 3]);
      });

      test("of each list of alternatives one must occur", async () => {
        await store.index.upsert([toDocument(7, "قمه جبل"), toDocument(8, "قمه وادي")]);
        const either = [[["جبل"], ["وادي"]], [["قمه"]]];
        expect(await find({ either })).toEqual([8, 7]);
        expect(await find({ either: [[["بحر"]], [["قمه"]]] })).toEqual([]);
        const [found] = await store.index.occurrences([["قمه"]], toPlan({ either }));
        expect(found?.anywhere).toEqual([8, 7]);
      });

      test("what asks for no document is told how many match", async () => {
        const plan = toPlan({ any: [["في"], ["قمه"]], limit: 0 });
        expect(await store.index.search(plan)).toEqual({ numbers: [], total: 3 });
      });

      test("a document given again replaces the old one", async () => {
        await store.index.upsert([
          toDocument(1, "جديد"),
          toDocument(2, "قديم"),
          toDocument(2, "احدث"),
        ]);
        expect(await find({ any: [["قمه"], ["قديم"]] })).toEqual([]);
        expect(await find({ any: [["جديد"], ["احدث"]] })).toEqual([2, 1]);
        expect(await find({ facets: ["ص"] })).toEqual([3]);
        expect(await store.index.size()).toBe(3);
      });

      test("a removed document is gone from answers and counts", async () => {
        await store.index.remove([1, 99]);
        expect(await find({ any: [["قمه"]] })).toEqual([2]);
        expect(await store.index.size()).toBe(2);
        expect(await store.index.frequencies(["قمه"])).toEqual(new Map([["قمه", 1]]));
      });

      test("sketches come back as they were given, and go with their documents", async () => {
        const sketch = new Uint8Array([0, 255, 7]);
        await store.index.upsert([toDocument(1, "قمه", { sketch }), toDocument(2, "قمه")]);
        await store.index.remove([3]);
        expect(await store.index.sketches([1, 2, 3, 99])).toEqual(
          new Map([
            [1, sketch],
            [2, new Uint8Array()],
          ]),
        );
      });

      test("sketches of any bytes and lengths are told apart", async () => {
        const given = Array.from({ length: 40 }, (_, k) => {
          const sketch = Uint8Array.from({ length: (k * 5) % 13 }, (_, at) => (at * 67 + k) % 256);
          return [k + 1, sketch] as const;
        });
        await store.index.upsert(
          given.map(([number, sketch]) => toDocument(number, "قمه", { sketch })),
        );
        const found = await store.index.sketches([...given.map(([number]) => number), 7]);
        expect(found).toEqual(new Map(given));
        expect(await store.index.sketches([])).toEqual(new Map());
      });

      test("a term is counted anew once something was written", async () => {
        expect(await store.index.frequencies(["قمه"])).toEqual(new Map([["قمه", 2]]));
        await store.index.upsert([toDocument(9, "قمه")]);
        expect(await store.index.frequencies(["قمه"])).toEqual(new Map([["قمه", 3]]));
      });

      test("a run is looked for anew once something was written, and with every other filter", async () => {
        const anywhere = async (from: number | null) => {
          const [found] = await store.index.occurrences([["قمه"]], toPlan({ from }));
          return found?.anywhere;
        };
        expect(await anywhere(null)).toEqual([2, 1]);
        expect(await anywhere(2)).toEqual([2]);
        await store.index.upsert([toDocument(9, "قمه")]);
        expect(await anywhere(null)).toEqual([9, 2, 1]);
        expect(await anywhere(2)).toEqual([9, 2]);
        await store.index.remove([2]);
        expect(await anywhere(null)).toEqual([9, 1]);
      });

      test("a compacted index answers as before", async () => {
        for (let number = 10; number < 40; number += 1)
          await store.index.upsert([toDocument(number, number % 2 === 0 ? "قمه جبل" : "وادي")]);
        await store.index.remove([12]);
        const ask = async () => [
          await find({ any: [["قمه", "جبل"]] }),
          await store.index.frequencies(["قمه", "جبل", "وادي"]),
          await store.index.size(),
        ];
        const before = await ask();
        await store.index.compact();
        await store.index.compact();
        expect(await ask()).toEqual(before);
      });

      test("frequencies count articles, not occurrences, and never facets", async () => {
        const terms = ["قمه", "في", "غايب", "ص"];
        expect([...(await store.index.frequencies(terms))]).toEqual([
          ["قمه", 2],
          ["في", 2],
          ["غايب", 0],
          ["ص", 0],
        ]);
      });

      test("terms come by prefix, most frequent first, and never facets", async () => {
        await store.index.upsert([toDocument(4, "قمر قمه f0")]);
        expect(await store.index.terms("قم", 9)).toEqual([
          { term: "قمه", articles: 3 },
          { term: "قمر", articles: 1 },
        ]);
        expect(await store.index.terms("قم", 1)).toHaveLength(1);
        expect(await store.index.terms("zz", 9)).toEqual([]);
        const all = (await store.index.terms("", 99)).map(({ term }) => term);
        expect(all.toSorted()).toEqual(
          ["f0", "حرب", "رياض", "سودان", "عرب", "في", "قمر", "قمه"].toSorted(),
        );
      });

      test("counting stops at the most that is counted", async () => {
        const many = Array.from({ length: MOST_COUNTED + 50 }, (_, place) =>
          toDocument(place + 10, "كثير"),
        );
        await store.index.upsert(many);
        const plan = toPlan({ any: [["كثير"]], limit: 3 });
        expect((await store.index.search(plan)).total).toBe(MOST_COUNTED);
      });

      test("of too many documents with a run, the newest are told", async () => {
        const last = MOST_OCCURRENCES + 10;
        const many = Array.from({ length: last }, (_, at) => toDocument(at + 1, "كثير"));
        await store.index.upsert(many);
        const [found] = await store.index.occurrences([["كثير"]], toPlan({}));
        expect(found?.anywhere).toHaveLength(MOST_OCCURRENCES);
        expect([found?.anywhere[0], found?.anywhere.at(-1)]).toEqual([last, 11]);
      });

      test("the index is still there after reopening", async () => {
        await reopen();
        expect(await find({ any: [["قمه"]] })).toEqual([2, 1]);
      });
    });

    test("any plan matches what reading every document would", async () => {
      const letter = fc.constantFrom("ا", "ب", "ج", "د");
      const words = fc.array(letter, { maxLength: 6 });
      const runs = fc.array(fc.array(letter, { minLength: 1, maxLength: 2 }), { maxLength: 2 });
      const facets = fc.uniqueArray(fc.constantFrom("x", "y"), { maxLength: 2 });
      const end = fc.option(fc.integer({ min: 0, max: 13 }));
      const documents = fc
        .array(fc.record({ title: words, body: words, facets }), { maxLength: 12 })
        .map((list) =>
          list.map((document, place) => ({
            ...document,
            number: place + 1,
            sketch: new Uint8Array(),
          })),
        );
      const plans = fc.record({ any: runs, all: runs, none: runs, facets, from: end, to: end });
      const property = fc.asyncProperty(documents, plans, async (list, asked) => {
        await store.index.remove(Array.from({ length: 12 }, (_, place) => place + 1));
        await store.index.upsert(list);
        const expected = list.filter((document) => matches(document, toPlan(asked)));
        const newest = await store.index.search(toPlan(asked));
        expect(newest.numbers).toEqual(expected.map(({ number }) => number).toReversed());
        expect(newest.total).toBe(expected.length);
        const each = await store.index.occurrences(asked.any, toPlan(asked));
        asked.any.forEach((run, at) => {
          const having = list.filter((document) => matches(document, { ...asked, any: [run] }));
          const titled = having.filter(({ title }) => hasRun(title, run));
          expect(each[at]?.anywhere).toEqual(having.map(({ number }) => number).toReversed());
          expect(each[at]?.inTitle).toEqual(titled.map(({ number }) => number).toReversed());
        });
      });
      await fc.assert(property, { numRuns: 150 });
    });

    describe("blobs", () => {
      const bytes = new TextEncoder().encode("نص الصفحة");

      test("come back by the hash of their bytes", async () => {
        const key = await store.blobs.put(bytes);
        expect(key).toMatch(/^[0-9a-f]{64}$/u);
        expect(await store.blobs.put(bytes)).toBe(key);
        expect(await store.blobs.get(key)).toEqual(bytes);
        await reopen();
        expect(await store.blobs.get(key)).toEqual(bytes);
      });

      test("may be empty, and may be put at once by many", async () => {
        const empty = new Uint8Array();
        const keys = await Promise.all(Array.from({ length: 8 }, () => store.blobs.put(empty)));
        expect(new Set(keys).size).toBe(1);
        expect(await store.blobs.get(keys[0] ?? "")).toEqual(empty);
      });

      test("that were never put are null, whatever the key", async () => {
        expect(await store.blobs.get("0".repeat(64))).toBeNull();
        expect(await store.blobs.get("../../etc/passwd")).toBeNull();
        expect(await store.blobs.get("")).toBeNull();
      });
    });

    describe("corrections", () => {
      const stated = (first: string, second: string, verdict: Verdict, at: string) => ({
        first,
        second,
        verdict,
        at,
      });

      test("are kept, oldest first, one on accounts and one on stories for each pair", async () => {
        const early = stated("a'\"", "b ؛", "same", SEEN);
        await store.corrections.save(stated("b", "c", "same", LATER));
        await store.corrections.save(early);
        await store.corrections.save(stated("b", "c", "different", LATER));
        await store.corrections.save(stated("b", "c", "apart", LATER));
        await store.corrections.save(stated("c", "b", "together", LATER));
        await reopen();
        expect(await store.corrections.list()).toEqual([
          early,
          stated("b", "c", "different", LATER),
          stated("c", "b", "together", LATER),
        ]);
      });

      test("are taken back whichever report is named first", async () => {
        await store.corrections.save(stated("a", "b", "same", SEEN));
        expect(await store.corrections.remove("b", "a")).toBe(true);
        expect(await store.corrections.remove("a", "b")).toBe(false);
        expect(await store.corrections.list()).toEqual([]);
      });

      test("outlast new texts and new placements of their reports", async () => {
        await save(toArticle("a", null), toArticle("b", null));
        await store.corrections.save(stated("a", "b", "same", SEEN));
        await save(toArticle("a", null, { text: "آخر" }));
        await place(toStory("s", null, null, ["a", "b"]), [toPlacement("a", "s")]);
        expect(await store.corrections.list()).toHaveLength(1);
      });
    });

    describe("health", () => {
      test("a store that did its stages has no faults and takes up room", async () => {
        await save(toArticle("a", "2026-01-05T00:00:00Z"), toArticle("b", null));
        const { articles } = await store.catalog.pendingIndex(9);
        await store.index.upsert(articles.map(({ number }) => toDocument(number, "نص")));
        await store.catalog.markIndexed(
          articles.map(({ number }) => number),
          [],
        );
        await place(toStory("s", null, null, ["a"]), [toPlacement("a", "s")]);
        await save(toArticle("a", "2026-01-06T00:00:00Z", { text: "آخر" }));
        expect(await store.faults()).toEqual([]);
        expect(await store.bytes()).toBeGreaterThan(1_000);
        expect(store.location).not.toBe("");
      });

      test("articles marked as indexed that the index lacks are a fault", async () => {
        await save(toArticle("a", null));
        await store.catalog.markIndexed([(await read("a")).number], []);
        expect(await store.faults()).toHaveLength(1);
      });

      test("closing twice is closing", async () => {
        await store.close();
        await expect(store.close()).resolves.toBeUndefined();
      });
    });
  });
}

type Asked = Pick<SearchPlan, "any" | "all" | "none" | "facets" | "from" | "to">;

/** What a plan means, said without an index. */
const hasRun = (field: readonly string[], run: readonly string[]): boolean =>
  field.some((_, place) => run.every((token, ahead) => field[place + ahead] === token));

function matches(document: SearchDocument, plan: Asked): boolean {
  const has = (run: readonly string[]) => hasRun(document.title, run) || hasRun(document.body, run);
  return (
    document.number >= (plan.from ?? 0) &&
    document.number < (plan.to ?? Number.POSITIVE_INFINITY) &&
    plan.all.every(has) &&
    (plan.any.length === 0 || plan.any.some(has)) &&
    !plan.none.some(has) &&
    (plan.facets.length === 0 || plan.facets.some((facet) => document.facets.includes(facet)))
  );
}
