import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NEVER_POLLED, NEW_PAGE, type PageTask, type Source } from "../src/model/index.ts";
import type { Collection, FoundPage } from "../src/store/index.ts";
import type { OpenedStore } from "./store-contract.ts";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const MINUTE = 60_000;

const toSource = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  url: id,
  kind: "feed",
  title: "صحيفة المرفأ",
  home: null,
  country: null,
  folder: [],
  state: "active",
  addedAt: "2026-03-02T10:00:00.000Z",
  ...more,
});

const toPage = (id: string, more: Partial<PageTask> = {}): PageTask => ({
  ...NEW_PAGE,
  id,
  url: id,
  source: "https://a.example/feed",
  ...more,
});

const found = (id: string, host = "a.example", modified: string | null = null): FoundPage => ({
  page: toPage(id),
  host,
  modified,
});

/** The promises of the port Collection. */
export function describeCollection(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name}: the collection`, () => {
    let opened: OpenedStore;
    let collection: Collection;
    beforeEach(async () => {
      opened = await open();
      ({ collection } = opened.store);
    });
    afterEach(() => opened.dispose());

    const FEED = "https://a.example/feed";
    const OTHER = "https://b.example/feed";
    const add = (...ids: string[]) =>
      collection.addSources(
        ids.map((id) => ({ source: toSource(id), host: new URL(id).host })),
        NOW,
      );
    const lease = (owner: string, now = NOW, limit = 10) =>
      collection.leaseHosts({ owner, now, until: now + MINUTE, limit });
    const row = (id: string, nextAt: number) => ({
      source: toSource(id),
      poll: { ...NEVER_POLLED, polls: 1 },
      nextAt,
    });

    test("a subscription is found by its source and by its token; a source has one", async () => {
      const first = {
        source: "s",
        token: "t1",
        hub: "https://hub.example/",
        topic: "https://a.example/feed",
        secret: "x",
        state: "asked",
        askedAt: "2026-03-02T10:00:00Z",
        until: null,
        leaseMs: null,
        reason: null,
        pushedAt: null,
      } as const;
      await collection.saveSubscription(first);
      expect(await collection.subscription("token", "t1")).toEqual(first);
      const second = { ...first, token: "t2" };
      await collection.saveSubscription(second);
      expect(await collection.subscription("source", "s")).toEqual(second);
      expect(await collection.subscription("token", "t1")).toBe(null);
      expect(await collection.subscriptions()).toEqual([second]);
      await collection.dropSubscription("s");
      expect(await collection.subscriptions()).toEqual([]);
    });

    test("a source paused while it was polled stays paused, and gets the pages found; one removed stays removed, and gets none", async () => {
      await add(FEED, OTHER);
      await collection.setState(FEED, "paused", NOW);
      expect(await collection.savePoll(row(FEED, NOW), [found("https://a.example/1")], NOW)).toBe(
        1,
      );
      expect((await collection.source(FEED))?.source.state).toBe("paused");
      expect((await collection.source(FEED))?.poll.polls).toBe(1);
      await collection.removeSource(OTHER);
      expect(
        await collection.savePoll(
          row(OTHER, NOW),
          [found("https://b.example/1", "b.example")],
          NOW,
        ),
      ).toBe(0);
      expect(await collection.source(OTHER)).toBeNull();
      expect(await collection.page("https://b.example/1")).toBeNull();
    });

    test("a page whose source is removed while it is fetched keeps what it gave and is not due; one that gave nothing is gone", async () => {
      await add(FEED);
      const [one, two] = ["https://a.example/1", "https://a.example/2"] as const;
      await collection.savePoll(row(FEED, NOW), [found(one), found(two)], NOW);
      await collection.removeSource(FEED);
      await collection.savePages([
        {
          page: toPage(one, { articles: ["x"], original: { file: "f", offset: 1, length: 2 } }),
          nextAt: NOW,
        },
        { page: toPage(two), nextAt: NOW },
      ]);
      await collection.savePages([
        { page: toPage(one, { articles: ["x"], state: "done" }), nextAt: NOW + 1 },
      ]);
      expect((await collection.pageOf("x"))?.id).toBe(one);
      expect(await collection.page(two)).toBeNull();
      expect(await collection.nextDue()).toBeNull();
    });

    test("pages of a removed source that were fetched are not looked at again", async () => {
      await add(FEED);
      const one = "https://a.example/1";
      await collection.savePoll(row(FEED, NOW), [found(one)], NOW);
      const page = toPage(one, { state: "done", articles: ["x"] });
      await collection.savePages([{ page, nextAt: NOW + 1 }]);
      await collection.removeSource(FEED);
      expect(await collection.nextDue()).toBeNull();
      expect((await collection.pageOf("x"))?.id).toBe(one);
    });

    test("a page that another collection fetched is known with its articles, never due, and never over one's own", async () => {
      const page = toPage("https://a.example/1", {
        state: "gone",
        articles: ["one", "two"],
        goneAt: "2026-03-02T10:00:00Z",
      });
      await collection.adoptPage(page, "a.example");
      expect(await collection.pageOf("two")).toEqual(page);
      expect(await collection.nextDue()).toBeNull();
      const later = { ...page, articles: ["three"], goneAt: null };
      await collection.adoptPage(later, "a.example");
      await collection.adoptPage(
        { ...later, id: "https://a.example/2", articles: ["two"] },
        "a.example",
      );
      expect(await collection.page(page.id)).toEqual(page);
      expect(await collection.pageOf("three")).toBeNull();
      expect((await collection.pageOf("two"))?.id).toBe(page.id);
    });

    test("a source is added once, stays as it was, and survives reopening", async () => {
      expect(await add(FEED, OTHER)).toEqual([FEED, OTHER]);
      expect(await add(FEED)).toEqual([]);
      collection = (await opened.reopen()).collection;
      expect((await collection.sources()).map(({ source }) => source.id)).toEqual([FEED, OTHER]);
      expect(await collection.source(FEED)).toEqual({
        source: toSource(FEED),
        poll: NEVER_POLLED,
        nextAt: NOW,
      });
      expect(await collection.source("https://c.example/")).toBeNull();
    });

    test("a host is leased to one worker until it is given back or its time is over", async () => {
      await add(FEED, OTHER);
      expect(await lease("w1", NOW, 1)).toEqual(["a.example"]);
      expect(await lease("w2")).toEqual(["b.example"]);
      expect(await lease("w3")).toEqual([]);
      await collection.renewLeases("w2", NOW + 10 * MINUTE);
      expect(await lease("w3", NOW + MINUTE)).toEqual(["a.example"]);
      await collection.releaseHost("w2", "b.example", NOW);
      expect(await lease("w4")).toEqual(["b.example"]);
    });

    test("a worker that lost its lease does not end the other's", async () => {
      await add(FEED);
      await lease("w1");
      expect(await lease("w2", NOW + MINUTE)).toEqual(["a.example"]);
      await collection.releaseHost("w1", "a.example", NOW);
      expect(await lease("w3", NOW + MINUTE)).toEqual([]);
    });

    test("the leases of a dead worker can be ended before their time", async () => {
      await add(FEED, OTHER);
      await lease("dead", NOW, 1);
      await lease("alive", NOW, 1);
      expect([...(await collection.leaseOwners())].sort()).toEqual(["alive", "dead"]);
      await collection.dropLeases(["dead"]);
      expect(await collection.leaseOwners()).toEqual(["alive"]);
      expect(await lease("new")).toEqual(["a.example"]);
    });

    test("a host that was given back is left alone for its pause", async () => {
      await add(FEED);
      await lease("w1");
      await collection.releaseHost("w1", "a.example", NOW + 2000);
      expect(await lease("w1", NOW + 1999)).toEqual([]);
      expect(await collection.nextDue()).toBe(NOW + 2000);
      expect(await lease("w1", NOW + 2000)).toEqual(["a.example"]);
    });

    test("a poll is saved with its pages, and pages come once", async () => {
      await add(FEED);
      const pages = [found("https://a.example/1"), found("https://b.example/2", "b.example")];
      expect(await collection.savePoll(row(FEED, NOW + MINUTE), pages, NOW)).toBe(2);
      expect(await collection.savePoll(row(FEED, NOW + MINUTE), pages, NOW)).toBe(0);
      expect(await collection.dueSources("a.example", NOW, 9)).toEqual([]);
      expect((await collection.dueSources("a.example", NOW + MINUTE, 9))[0]?.poll.polls).toBe(1);
      expect((await collection.duePages("b.example", NOW, 9)).map(({ id }) => id)).toEqual([
        "https://b.example/2",
      ]);
      expect([...(await lease("w1"))].sort()).toEqual(["a.example", "b.example"]);
    });

    test("a finished page is not due, until the publisher says that it was changed", async () => {
      await add(FEED);
      const id = "https://a.example/1";
      await collection.savePoll(row(FEED, NOW + MINUTE), [found(id, "a.example", "v1")], NOW);
      await collection.savePages([
        { page: toPage(id, { state: "done", articles: [id, `${id}#2`] }), nextAt: null },
      ]);
      await collection.savePoll(row(FEED, NOW + MINUTE), [found(id, "a.example", "v1")], NOW);
      expect(await collection.duePages("a.example", NOW, 9)).toEqual([]);
      await collection.savePoll(row(FEED, NOW + MINUTE), [found(id, "a.example", "v2")], NOW);
      expect(await collection.duePages("a.example", NOW, 9)).toHaveLength(1);
      expect((await collection.pageOf(`${id}#2`))?.id).toBe(id);
      expect(await collection.pageOf("none")).toBeNull();
    });

    test("pages given up are listed with their reason and can be tried again", async () => {
      await add(FEED);
      const id = "https://a.example/1";
      const fault = { reason: "timeout", detail: "took too long", at: "2026-03-02T10:00:00.000Z" };
      await collection.savePoll(row(FEED, NOW + MINUTE), [found(id)], NOW);
      await collection.savePages([
        { page: toPage(id, { state: "aside", tries: 5, fault }), nextAt: null },
      ]);
      expect(await collection.aside(9)).toMatchObject([{ id, fault }]);
      expect(await collection.size(NOW)).toMatchObject({ aside: 1, duePages: 0 });
      expect(await collection.retry(["https://a.example/none"], NOW)).toBe(0);
      expect(await collection.retry("all", NOW)).toBe(1);
      expect(await collection.duePages("a.example", NOW, 9)).toMatchObject([
        { id, state: "waiting", tries: 0 },
      ]);
    });

    test("a paused source is not due; resumed, it is", async () => {
      await add(FEED);
      expect(await collection.setState(FEED, "paused", NOW)).toBe(true);
      expect(await lease("w1")).toEqual([]);
      expect((await collection.source(FEED))?.source.state).toBe("paused");
      expect(await collection.setState(FEED, "active", NOW)).toBe(true);
      expect(await lease("w1")).toEqual(["a.example"]);
      expect(await collection.setState("none", "paused", NOW)).toBe(false);
    });

    test("the pages of a paused source rest with it, wherever they are", async () => {
      await add(FEED);
      await collection.savePoll(
        row(FEED, NOW + MINUTE),
        [found("https://b.example/2", "b.example")],
        NOW,
      );
      await collection.setState(FEED, "paused", NOW);
      expect(await lease("w1")).toEqual([]);
      expect(await collection.duePages("b.example", NOW, 9)).toEqual([]);
      expect(await collection.size(NOW)).toMatchObject({ duePages: 0, paused: 1 });
      await collection.setState(FEED, "active", NOW);
      expect([...(await lease("w1"))].sort()).toEqual(["a.example", "b.example"]);
    });

    test("a removed source takes its unfetched pages along, and no others", async () => {
      await add(FEED);
      const [one, two] = ["https://a.example/1", "https://a.example/2"];
      await collection.savePoll(row(FEED, NOW + MINUTE), [found(one), found(two)], NOW);
      await collection.savePages([{ page: toPage(one, { state: "done" }), nextAt: NOW }]);
      expect(await collection.removeSource(FEED)).toBe(true);
      expect(await collection.removeSource(FEED)).toBe(false);
      expect(await collection.page(two)).toBeNull();
      expect(await collection.page(one)).not.toBeNull();
    });

    test("every active source can be made due at once", async () => {
      await add(FEED, OTHER);
      await collection.savePoll(row(FEED, NOW + 100 * MINUTE), [], NOW);
      await collection.hurry(NOW);
      expect(await collection.dueSources("a.example", NOW, 9)).toHaveLength(1);
    });

    test("when nothing is due, nothing is leased", async () => {
      expect(await collection.nextDue()).toBeNull();
      await add(FEED);
      await collection.savePoll(row(FEED, NOW + MINUTE), [], NOW);
      expect(await lease("w1")).toEqual([]);
      expect(await collection.nextDue()).toBe(NOW + MINUTE);
    });
  });
}
