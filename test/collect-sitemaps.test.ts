import { expect, test } from "vitest";
import { type Collector, HOUR, news, openCollector, stored } from "./collector.ts";

test("an index of sitemaps that stays as it is while a sitemap of it grows is read again", async () => {
  const { site, add, run, clock, store } = await openCollector();
  let paths = ["/news/1"];
  site.items.set("a", news("a", 4));
  site.intercept = ({ url = "" }, response) => {
    if (url !== "/feed.xml" && url !== "/child.xml") return false;
    const at = new Date(clock.now).toISOString();
    const inner =
      url === "/feed.xml"
        ? `<sitemapindex><sitemap><loc>${site.origin("a")}/child.xml</loc></sitemap></sitemapindex>`
        : `<urlset>${paths.map((path) => `<url><loc>${site.origin("a")}${path}</loc><lastmod>${at}</lastmod></url>`).join("")}</urlset>`;
    response.writeHead(200, { "content-type": "application/xml", etag: `"${url}"` }).end(inner);
    return true;
  };
  await add("a");
  await run();
  expect(await stored(store)).toHaveLength(1);
  paths = ["/news/1", "/news/2", "/news/3"];
  clock.now += 2 * HOUR;
  await run();
  expect(await stored(store)).toHaveLength(3);
});

test("of an index and its sitemaps only what changed is sent again", async () => {
  const { site, add, run, clock, store, events } = await openCollector();
  site.items.set("a", news("a", 6));
  const children = new Map([
    ["/old.xml", ["/news/4", "/news/5"]],
    ["/new.xml", ["/news/1"]],
  ]);
  const toList = (root: string, element: string, paths: readonly string[]) =>
    `<${root}>${paths.map((path) => `<${element}><loc>${site.origin("a")}${path}</loc></${element}>`).join("")}</${root}>`;
  const toInner = (paths: readonly string[] | undefined) =>
    paths === undefined
      ? toList("sitemapindex", "sitemap", [...children.keys()])
      : toList("urlset", "url", paths);
  const sent: string[] = [];
  site.intercept = (request, response) => {
    const { url = "" } = request;
    const paths = children.get(url);
    if (url !== "/feed.xml" && paths === undefined) return false;
    const inner = toInner(paths);
    const etag = `"${inner.length}"`;
    const isSame = request.headers["if-none-match"] === etag;
    if (!isSame) sent.push(url);
    response.writeHead(isSame ? 304 : 200, { "content-type": "application/xml", etag });
    response.end(isSame ? "" : inner);
    return true;
  };
  await add("a");
  await run();
  expect(sent).toEqual(["/feed.xml", "/old.xml", "/new.xml"]);
  expect(await stored(store)).toHaveLength(3);
  sent.length = 0;
  clock.now += 2 * HOUR;
  await run();
  expect(sent).toEqual([]);
  expect(events.filter(({ kind }) => kind === "poll").at(-1)).toMatchObject({
    result: "not-modified",
  });
  children.set("/new.xml", ["/news/1", "/news/2"]);
  clock.now += 4 * HOUR;
  await run();
  expect(sent).toEqual(["/new.xml"]);
  expect(await stored(store)).toHaveLength(4);
  expect((await store.collection.sources())[0]?.poll).toMatchObject({ entries: 4, failures: 0 });
});

test("an index none of whose sitemaps can be had has failed, and says why", async () => {
  const { site, add, run, store } = await openCollector();
  site.intercept = ({ url = "" }, response) => {
    if (url === "/feed.xml")
      response.end(
        `<sitemapindex><sitemap><loc>${site.origin("a")}/child.xml</loc></sitemap></sitemapindex>`,
      );
    else if (url === "/child.xml") response.writeHead(500).end();
    return url === "/feed.xml" || url === "/child.xml";
  };
  await add("a");
  await run();
  expect((await store.collection.sources())[0]?.poll).toMatchObject({
    failures: 1,
    fault: { reason: "status-500" },
  });
});

/** An index, or a sitemap of pages, by its path on host "a"; a path alone is a page or sitemap without a date. */
type Tree = Record<string, readonly (string | readonly [path: string, modified: string])[]>;

/** Serves indexes and sitemaps; what names another of these is an index. Says which were asked for. */
function serveTree({ site }: Collector, tree: Tree): string[] {
  const asked: string[] = [];
  site.intercept = ({ url = "" }, response) => {
    const names = tree[url];
    if (names === undefined) return false;
    asked.push(url);
    const isIndex = names.some((one) => (typeof one === "string" ? one : one[0]) in tree);
    const [root, element] = isIndex ? ["sitemapindex", "sitemap"] : ["urlset", "url"];
    const inner = names.map((one) => {
      const [path, modified] = typeof one === "string" ? [one, null] : one;
      const date = modified === null ? "" : `<lastmod>${modified}</lastmod>`;
      return `<${element}><loc>${site.origin("a")}${path}</loc>${date}</${element}>`;
    });
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(`<${root}>${inner.join("")}</${root}>`);
    return true;
  };
  return asked;
}

const FRESH = "2026-03-02T09:00:00Z";
const OLD = "2020-01-01T00:00:00Z";

const urlsOf = async ({ store }: Collector) =>
  (await stored(store)).map(({ url }) => new URL(url ?? "").pathname).sort();

test("an index in an index in an index is followed, and asked again", async () => {
  const collector = await openCollector();
  const { site, add, run, clock } = collector;
  site.items.set("a", news("a", 3));
  const tree: Tree = {
    "/feed.xml": ["/years.xml"],
    "/years.xml": [
      ["/2026.xml", FRESH],
      ["/2019.xml", OLD],
    ],
    "/2026.xml": ["/march.xml"],
    "/march.xml": [["/news/1", FRESH]],
    "/2019.xml": [["/news/0", OLD]],
  };
  serveTree(collector, tree);
  await add("a");
  await run();
  expect(await urlsOf(collector)).toEqual(["/news/1"]);
  tree["/march.xml"] = [
    ["/news/1", FRESH],
    ["/news/2", "2026-03-02T11:00:00Z"],
  ];
  clock.now += 3 * HOUR;
  await run();
  expect(await urlsOf(collector)).toEqual(["/news/1", "/news/2"]);
});

test("an index that names itself, and one that names what it is in, are not followed, and say why", async () => {
  const collector = await openCollector();
  const { add, run, events, store } = collector;
  const asked = serveTree(collector, {
    "/feed.xml": ["/feed.xml", "/inner.xml"],
    "/inner.xml": ["/feed.xml", "/inner.xml"],
  });
  await add("a");
  await run();
  expect(asked).toEqual(["/feed.xml", "/inner.xml"]);
  const reasons = events.flatMap((event) => (event.kind === "sitemap" ? [event.reason] : []));
  expect(reasons).toEqual(["index-cycle", "index-cycle", "index-cycle"]);
  expect((await store.collection.sources())[0]?.poll.fault?.reason).toBe("index-cycle");
});

test("beside a circle the rest is read", async () => {
  const collector = await openCollector();
  const { site, add, run, store } = collector;
  site.items.set("a", news("a", 2));
  serveTree(collector, { "/feed.xml": ["/feed.xml", "/s.xml"], "/s.xml": [["/news/1", FRESH]] });
  await add("a");
  await run();
  expect(await urlsOf(collector)).toEqual(["/news/1"]);
  expect((await store.collection.sources())[0]?.poll).toMatchObject({ failures: 0, fault: null });
});

test("indexes without end are followed so deep and no deeper", async () => {
  const collector = await openCollector();
  const { site, add, run, events } = collector;
  let asked = 0;
  site.intercept = ({ url = "" }, response) => {
    if (!url.endsWith(".xml")) return false;
    asked += 1;
    const next = `${site.origin("a")}/${asked}.xml`;
    response.end(`<sitemapindex><sitemap><loc>${next}</loc></sitemap></sitemapindex>`);
    return true;
  };
  await add("a");
  await run();
  expect(asked).toBe(4);
  expect(events.find(({ kind }) => kind === "sitemap")).toMatchObject({
    reason: "index-too-deep",
  });
});

test.each<[string, number]>([
  ["last", 59],
  ["first", 0],
  ["in the middle", 31],
])(
  "of sixty sitemaps without a date the one that grows is found, be it %s, and then read every time",
  async (_case, grows) => {
    const collector = await openCollector();
    const { site, add, run, clock } = collector;
    site.items.set("a", news("a", 10));
    const tree: Tree = { "/feed.xml": Array.from({ length: 60 }, (_, n) => `/posts-${n}.xml`) };
    for (const path of tree["/feed.xml"] ?? []) tree[String(path)] = [["/news/9", OLD]];
    const path = `/posts-${grows}.xml`;
    tree[path] = [["/news/1", FRESH]];
    const asked = serveTree(collector, tree);
    await add("a");
    for (let polls = 0; polls < 8; polls += 1) {
      await run();
      clock.now += 2 * HOUR;
    }
    expect(await urlsOf(collector)).toEqual(["/news/1"]);
    expect(new Set(asked).size).toBeGreaterThan(55);
    asked.length = 0;
    tree[path] = [
      ["/news/1", FRESH],
      ["/news/2", "2026-03-03T02:00:00Z"],
    ];
    clock.now += 24 * HOUR;
    await run();
    expect(await urlsOf(collector)).toEqual(["/news/1", "/news/2"]);
    expect(asked).toContain(path);
    expect(asked.length).toBeLessThanOrEqual(9);
  },
);

test("what an old sitemap without dates lists when its turn comes is no news; what it gains later is", async () => {
  const collector = await openCollector();
  const { site, add, run, clock } = collector;
  site.items.set("a", news("a", 10));
  const tree: Tree = { "/feed.xml": Array.from({ length: 20 }, (_, n) => `/s-${n}.xml`) };
  for (const path of tree["/feed.xml"] ?? []) tree[String(path)] = [["/news/9", OLD]];
  tree["/s-10.xml"] = ["/news/1"];
  serveTree(collector, tree);
  await add("a");
  const cycle = async () => {
    for (let polls = 0; polls < 4; polls += 1) {
      await run();
      clock.now += 25 * HOUR;
    }
  };
  await cycle();
  tree["/s-10.xml"] = ["/news/1", "/news/2"];
  await cycle();
  expect(await urlsOf(collector)).toEqual([]);
  tree["/s-10.xml"] = ["/news/1", "/news/2", "/news/3"];
  await cycle();
  expect(await urlsOf(collector)).toEqual(["/news/3"]);
});

test("a sitemap whose date stays is left alone, one whose date changes is read, a new one's undated entries are news", async () => {
  const collector = await openCollector();
  const { site, add, run, clock } = collector;
  site.items.set("a", news("a", 10));
  const tree: Tree = {
    "/feed.xml": Array.from({ length: 6 }, (_, n) => [`/s-${n}.xml`, `2026-03-02T0${n}:00:00Z`]),
  };
  for (let n = 0; n < 6; n += 1) tree[`/s-${n}.xml`] = [[`/news/${n}`, FRESH]];
  const asked = serveTree(collector, tree);
  await add("a");
  await run();
  expect(asked).toHaveLength(7);
  asked.length = 0;
  clock.now += 2 * HOUR;
  await run();
  // The two latest are asked whatever their dates say.
  expect(asked).toEqual(["/feed.xml", "/s-5.xml", "/s-4.xml"]);
  asked.length = 0;
  tree["/feed.xml"] = [
    ["/s-new.xml", "2026-03-02T12:30:00Z"],
    ["/s-0.xml", "2026-03-02T12:00:00Z"],
    ["/s-1.xml", "2026-03-02T01:00:00Z"],
  ];
  tree["/s-0.xml"] = [["/news/7", FRESH]];
  tree["/s-new.xml"] = ["/news/8"];
  clock.now += 3 * HOUR;
  await run();
  expect(asked.sort()).toEqual(["/feed.xml", "/s-0.xml", "/s-new.xml"]);
  expect(await urlsOf(collector)).toEqual([0, 1, 2, 3, 4, 5, 7, 8].map((n) => `/news/${n}`));
});
