import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseHttpMessage, readOriginal } from "../src/archive/index.ts";
import { collect } from "../src/pipeline/index.ts";
import { HOUR, never, news, openCollector, START, stored } from "./collector.ts";
import { toRss } from "./news-site.ts";

describe("a cycle", () => {
  test("every entry becomes an article, once, with its outlet, date and original", async () => {
    const { store, site, run, add, home } = await openCollector();
    site.items.set("a", news("a", 3));
    await add("a");
    expect(await run()).toMatchObject({ polls: 1, pages: 3, new: 3 });
    const articles = await stored(store);
    expect(articles.map(({ url }) => url).sort()).toEqual(
      [0, 1, 2].map((n) => `${site.origin()}/news/${n}`),
    );
    expect(articles[0]).toMatchObject({ outlet: "صحيفة a" });
    expect(articles.map(({ published }) => published?.precision)).toEqual([
      "minute",
      "minute",
      "minute",
    ]);
    const page = await store.collection.pageOf(articles[0]?.id ?? "");
    const original =
      page?.original == null ? null : await readOriginal(join(home, "warc"), page.original);
    expect(
      Buffer.from(parseHttpMessage(original?.block ?? Buffer.alloc(0))?.raw ?? []).toString(),
    ).toContain(articles[0]?.title ?? "?");
    expect((await store.catalog.size()).toGroup).toBe(0);
  });

  test("nothing is fetched again before its time; then one conditional request is all of an unchanged feed", async () => {
    const { site, run, add, clock, store } = await openCollector();
    site.items.set("a", news("a", 3));
    await add("a");
    await run();
    const before = site.seen.length;
    expect(await run()).toMatchObject({ polls: 0, pages: 0 });
    expect(site.seen.length).toBe(before);
    clock.now += 0.8 * HOUR;
    expect(await run()).toMatchObject({ polls: 1, pages: 0 });
    expect(site.seen.slice(before).map(({ path, status }) => [path, status])).toEqual([
      ["/robots.txt", 404],
      ["/feed.xml", 304],
    ]);
    expect((await store.collection.sources())[0]?.poll).toMatchObject({
      polls: 2,
      unchanged: 1,
      failures: 0,
    });
  });

  test("text that a feed gives whole is not fetched from the page, and a new text of it is a version", async () => {
    const { site, run, add, store, clock } = await openCollector();
    const text = "جملة طويلة عن أعمال ترميم السوق القديم في المدينة. ".repeat(20);
    const feed = (more: string) =>
      `<rss><channel><title>ص</title><item><title>ترميم السوق</title><link>${site.origin()}/news/1</link><content:encoded><![CDATA[<p>${text}</p><p>${more}</p>]]></content:encoded></item></channel></rss>`;
    let more =
      "وقال رئيس البلدية إن العمل في السوق القديم ينتهي في شهر أيار المقبل، وإن المحال تفتح أبوابها بعده مباشرة.";
    site.intercept = (request, response) => {
      if (request.url === "/feed.xml") response.end(feed(more));
      return request.url === "/feed.xml";
    };
    await add("a");
    expect(await run()).toMatchObject({ new: 1 });
    expect(site.seen.map(({ path }) => path)).toEqual(["/robots.txt", "/feed.xml"]);
    more =
      "وقال رئيس البلدية إن العمل في السوق القديم ينتهي في مرحلة ثانية خلال شهر حزيران، وإن المحال تفتح بعدها.";
    clock.now += 24 * HOUR;
    expect(await run()).toMatchObject({ new: 0, changed: 1 });
    const [article] = await stored(store);
    expect(article?.version).toBe(2);
    expect(article?.text).toContain("ثانية");
  });

  test("several workers at once fetch every page once, and keep the pause of each host", async () => {
    const { site, add, store, worker } = await openCollector(30);
    const hosts = ["a", "b", "c", "d"];
    for (const host of hosts) site.items.set(host, news(host, 6));
    await add(...hosts);
    await Promise.all(
      ["w1", "w2", "w3"].map((name) => collect(worker(name), { concurrency: 2 }, never)),
    );
    expect(await stored(store)).toHaveLength(24);
    const pages = site.seen
      .filter(({ path }) => path.startsWith("/news/"))
      .map(({ host, path }) => host + path);
    expect(new Set(pages).size).toBe(pages.length);
    for (const host of hosts) {
      const own = site.seen.filter((one) => one.host === host).sort((a, b) => a.at - b.at);
      const gaps = own.slice(1).map(({ at }, n) => at - (own[n]?.endedAt ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(27);
    }
  });
});

describe("looking again", () => {
  test("a changed article is a version, an unchanged one is not, a deleted one is noted as gone", async () => {
    const { site, run, add, store, clock, home } = await openCollector();
    site.items.set("a", news("a", 3));
    await add("a");
    await run();
    const [first, second, third] = site.items.get("a") ?? [];
    if (first === undefined || second === undefined || third === undefined)
      throw new Error("no items");
    site.items.set("a", [{ ...first, text: first.text.replace("ملايين", "مليارات") }, second]);
    clock.now += 1.5 * HOUR;
    expect(await run()).toMatchObject({ new: 0, changed: 1 });
    clock.now += HOUR;
    await run();
    const pageOf = async (path: string) => store.collection.page(`${site.origin()}${path}`);
    expect(await pageOf(third.path)).toMatchObject({
      state: "gone",
      goneAt: new Date(clock.now).toISOString(),
      fault: { reason: "status-404" },
    });
    expect(await pageOf(second.path)).toMatchObject({ state: "done", goneAt: null });
    // What the changed one was is still known, and where; of one that stayed there is nothing to know.
    const [was] = (await pageOf(first.path))?.earlier ?? [];
    const kept = was && (await readOriginal(join(home, "warc"), was.original));
    expect(Buffer.from(kept?.block ?? []).toString()).toContain("ملايين");
    expect(await pageOf(second.path)).not.toHaveProperty("earlier");
    const versions = (await stored(store)).map(({ url, version }) => [url, version]);
    expect(versions).toContainEqual([`${site.origin()}${first.path}`, 2]);
    expect(versions.filter(([, version]) => version === 2)).toHaveLength(1);
  });

  test("pages are looked at ever less often, and at last left alone", async () => {
    const { site, run, add, store, clock } = await openCollector();
    site.items.set("a", news("a", 1));
    await add("a");
    let looks = 0;
    for (let hour = 0; hour < 60 * 24; hour += 1) {
      looks += (await run()).pages;
      clock.now += HOUR * 1.01;
      if (hour > 12) clock.now += 11 * HOUR;
      if (clock.now - START > 60 * 24 * HOUR) break;
    }
    expect(looks).toBe(7);
    expect(await store.collection.duePages(new URL(site.origin()).host, clock.now * 2, 9)).toEqual(
      [],
    );
  });
});

describe("trouble", () => {
  test("a page that fails is tried again ever later, set aside with its reason, and can be retried", async () => {
    const { site, run, add, store, clock } = await openCollector();
    site.items.set("a", news("a", 2));
    let broken = true;
    site.intercept = (request, response) => {
      if (!broken || request.url !== "/news/1") return false;
      response.writeHead(500).end();
      return true;
    };
    await add("a");
    for (let day = 0; day < 6; day += 1) {
      await run();
      clock.now += 24 * HOUR;
    }
    expect(await store.collection.aside(9)).toMatchObject([
      { url: `${site.origin()}/news/1`, tries: 5, fault: { reason: "status-500" } },
    ]);
    expect(await stored(store)).toHaveLength(1);
    broken = false;
    await store.collection.retry("all", clock.now);
    await run();
    expect(await stored(store)).toHaveLength(2);
    expect(await store.collection.aside(9)).toEqual([]);
  });

  test("a page that ends the process each time is set aside, and the others go on", async () => {
    const { site, run, add, store, clock, worker } = await openCollector();
    site.items.set("a", news("a", 3));
    await add("a");
    for (let life = 0; life < 6; life += 1) {
      const world = worker(`w${life}`);
      const killed = {
        ...world,
        fetcher: {
          ...world.fetcher,
          fetch: async (...asked: Parameters<typeof world.fetcher.fetch>) => {
            if (asked[0].url.endsWith("/news/1")) throw new Error("the process ends here");
            return world.fetcher.fetch(...asked);
          },
        },
      };
      await collect(killed, {}, never).catch(() => {});
      clock.now += 31_000;
    }
    expect((await store.collection.aside(9)).map(({ url, fault }) => [url, fault?.reason])).toEqual(
      [[`${site.origin()}/news/1`, "crashed"]],
    );
    await run();
    expect(await stored(store)).toHaveLength(2);
  });

  test("an answer that a proxy changed on its way (203) is read as any other", async () => {
    const { site, run, add, store, home } = await openCollector();
    site.items.set("a", news("a", 2));
    site.intercept = (_, response) => {
      response.statusCode = 203;
      return false;
    };
    await add("a");
    expect(await run()).toMatchObject({ pages: 2, new: 2 });
    const [article] = await stored(store);
    const page = await store.collection.pageOf(article?.id ?? "");
    const original = page?.original && (await readOriginal(join(home, "warc"), page.original));
    expect(parseHttpMessage(original?.block ?? Buffer.alloc(0))?.status).toBe(203);
  });

  test("a server that says «not modified» of everything is found out, and no longer asked so", async () => {
    const { site, run, add, store, clock } = await openCollector();
    site.items.set("a", news("a", 1));
    site.intercept = (request, response) => {
      if (request.url !== "/feed.xml") return false;
      if (request.headers["if-none-match"] !== undefined)
        response.writeHead(304, { etag: '"same"' }).end();
      else
        response
          .writeHead(200, { etag: '"same"' })
          .end(toRss(site.origin(), site.items.get("a") ?? []));
      return true;
    };
    await add("a");
    await run();
    site.items.set("a", news("a", 2));
    clock.now += 2 * HOUR;
    await run();
    expect(await stored(store)).toHaveLength(1);
    clock.now += 25 * HOUR;
    await run();
    expect(await stored(store)).toHaveLength(2);
    expect((await store.collection.sources())[0]?.poll.validatorsLie).toBe(true);
    site.items.set("a", news("a", 3));
    clock.now += 4 * HOUR;
    await run();
    expect(await stored(store)).toHaveLength(3);
  });

  test.each([
    ["429", { "retry-after": "7200" }, 2 * HOUR],
    ["503", { "retry-after": new Date(START + 3 * HOUR).toUTCString() }, 3 * HOUR],
    ["500", {}, 300_000],
  ])("a feed answered with %s waits as long as it is told", async (status, headers, wait) => {
    const { site, run, add, store } = await openCollector();
    site.intercept = (request, response) => {
      if (request.url === "/feed.xml") response.writeHead(Number(status), headers).end();
      return request.url === "/feed.xml";
    };
    await add("a");
    await run();
    const [record] = await store.collection.sources();
    expect(record?.nextAt).toBe(START + wait);
    expect(record?.poll).toMatchObject({ failures: 1, fault: { reason: `status-${status}` } });
  });

  test("a feed that moved for good is asked for at its new place", async () => {
    const { site, run, add, store, clock } = await openCollector();
    site.items.set("b", news("b", 1));
    site.intercept = (request, response) => {
      const moved = request.headers.host?.startsWith("a.") === true && request.url === "/feed.xml";
      if (moved) response.writeHead(301, { location: `${site.origin("b")}/feed.xml` }).end();
      return moved;
    };
    await add("a");
    await run();
    const [record] = await store.collection.sources();
    expect(record?.source).toMatchObject({
      id: `${site.origin("a")}/feed.xml`,
      url: `${site.origin("b")}/feed.xml`,
    });
    const before = site.seen.length;
    clock.now += HOUR;
    await run();
    expect(site.seen.slice(before).some(({ host }) => host === "a")).toBe(false);
  });

  test("a feed that is gone for good is paused", async () => {
    const { site, run, add, store } = await openCollector();
    site.intercept = (request, response) => {
      if (request.url === "/feed.xml") response.writeHead(410).end();
      return request.url === "/feed.xml";
    };
    await add("a");
    await run();
    expect((await store.collection.sources())[0]?.source.state).toBe("paused");
  });

  test("a feed that is no feed says so, and what it had stays", async () => {
    const { site, run, add, store, clock } = await openCollector();
    site.items.set("a", news("a", 1));
    await add("a");
    await run();
    site.intercept = (request, response) => {
      if (request.url === "/feed.xml") response.end("<html><body>صيانة</body></html>");
      return request.url === "/feed.xml";
    };
    clock.now += HOUR;
    await run();
    expect((await store.collection.sources())[0]?.poll).toMatchObject({
      failures: 1,
      fault: { reason: "html" },
      entries: 1,
    });
    expect(await stored(store)).toHaveLength(1);
  });

  test("stopped in the middle, it ends soon, and the next run does the rest", async () => {
    const { site, add, store, worker, run, clock } = await openCollector(20);
    site.items.set("a", news("a", 10));
    await add("a");
    const ending = new AbortController();
    setTimeout(() => ending.abort(), 200);
    expect(await collect(worker("stopped"), {}, ending.signal)).toMatchObject({
      interrupted: true,
    });
    clock.now += 1000;
    await run();
    expect(await stored(store)).toHaveLength(10);
  });

  test("originals that cannot be kept end the run, and lose nothing", async () => {
    const { site, add, store, worker, run } = await openCollector();
    site.items.set("a", news("a", 2));
    await add("a");
    const full = {
      keep: () => Promise.reject(new Error("no space")),
      keepRevisit: () => Promise.resolve(),
      note: () => Promise.resolve(),
    };
    await expect(collect(worker("full", { originals: full }), {}, never)).rejects.toThrow(
      "no space",
    );
    await run();
    expect(await stored(store)).toHaveLength(2);
  });
});
