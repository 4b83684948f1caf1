import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Subscription } from "../src/model/index.ts";
import { answerHub, collect, receivePush } from "../src/pipeline/index.ts";
import { isSigned, isSubscriptionDue } from "../src/pipeline/websub.ts";
import { createWeb } from "../src/web/index.ts";
import { never, openCollector, START } from "./collector.ts";
import { inventItem, toRss } from "./news-site.ts";

const DAY = 86_400_000;

/** A hub on this machine: takes subscriptions, asks back as told, and sends what it is given. */
async function startHub(verify: (form: URLSearchParams) => Record<string, string> | null) {
  const forms: URLSearchParams[] = [];
  const verified: { status: number; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    forms.push(form);
    const query = verify(form);
    // Asked back before the answer: the strictest order.
    if (query !== null) {
      const callback = new URL(form.get("hub.callback") ?? "");
      for (const [name, value] of Object.entries(query)) callback.searchParams.set(name, value);
      const answer = await fetch(callback);
      verified.push({ status: answer.status, body: await answer.text() });
    }
    response.writeHead(query === null ? 400 : 202).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const send = async (body: string, signature: string | null, form = forms[0]) =>
    (
      await fetch(form?.get("hub.callback") ?? "", {
        method: "POST",
        body,
        headers: {
          "content-type": "application/rss+xml",
          ...(signature === null ? {} : { "x-hub-signature": signature }),
        },
      })
    ).status;
  return { url: `http://localhost:${port}/`, allow: `localhost:${port}`, forms, verified, send };
}

type Hub = Awaited<ReturnType<typeof startHub>>;
type Pair = Awaited<ReturnType<typeof openPair>>;

async function openPair(hub: Pick<Hub, "url" | "allow">) {
  const { store, site, clock, events, add, worker } = await openCollector(0, [hub.allow]);
  let base = "";
  const world = worker("w", { callback: (token) => `${base}/websub/${token}` });
  const web = createWeb({
    store,
    version: "0",
    hubs: {
      answer: (token, query) => answerHub(store.collection, token, query, world.now()),
      receive: (token, content) => receivePush(world, token, content),
    },
  });
  const server = serve({ fetch: web.fetch, port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  onTestFinished(() => {
    server.close();
  });
  const feed = `${site.origin("a")}/feed.xml`;
  // The feed names its hub in the headers of the response.
  site.intercept = (request, response) => {
    if (request.url === "/feed.xml") {
      response.setHeader("link", [`<${hub.url}>; rel="hub"`, `<${feed}>; rel="self"`]);
    }
    return false;
  };
  await add("a");
  const run = () => collect(world, {}, never);
  return { store, site, clock, events, feed, world, run, base };
}

const accept = (form: URLSearchParams) => ({
  "hub.mode": form.get("hub.mode") ?? "",
  "hub.topic": form.get("hub.topic") ?? "",
  "hub.challenge": "كلمة <b>",
  "hub.lease_seconds": "864000",
});

const sign = (method: string, secret: string, body: string) =>
  `${method}=${createHmac(method, secret).update(body).digest("hex")}`;

test("a hub is asked, asks back, sends; what it sends is collected as after a poll, and the lease is renewed", async () => {
  const hub = await startHub(accept);
  const { store, site, clock, events, feed, run } = await openPair(hub);
  const first = inventItem("a", 1, "2026-03-02T09:00:00Z");
  site.items.set("a", [first]);
  await run();
  expect(hub.verified).toEqual([{ status: 200, body: "كلمة <b>" }]);
  const [form] = hub.forms;
  expect(form?.get("hub.topic")).toBe(feed);
  expect(form?.get("hub.mode")).toBe("subscribe");
  expect((await store.collection.subscription("source", feed))?.state).toBe("active");

  clock.now += 60_000;
  const news = [inventItem("a", 2, "2026-03-02T10:00:30Z"), first];
  site.items.set("a", news);
  const body = toRss(site.origin("a"), news);
  const secret = form?.get("hub.secret") ?? "";
  const polls = site.seen.filter(({ path }) => path === "/feed.xml").length;
  expect(await hub.send(body, sign("sha256", secret, body))).toBe(202);
  expect(events.at(-1)).toMatchObject({ kind: "push", result: "changed", entries: 2, found: 1 });
  expect(await run()).toMatchObject({ polls: 0, pages: 1, new: 1 });
  expect(site.seen.filter(({ path }) => path === "/feed.xml")).toHaveLength(polls);
  expect(await store.catalog.export(0, 9)).toHaveLength(2);

  clock.now += 8 * DAY;
  await run();
  expect(hub.forms).toHaveLength(2);
  expect(hub.forms[1]?.get("hub.callback")).toBe(form?.get("hub.callback"));
  const renewed = await store.collection.subscription("source", feed);
  expect(Date.parse(renewed?.until ?? "") - clock.now).toBe(10 * DAY);
});

test("what is signed wrongly, or not at all, is received and not read", async () => {
  const hub = await startHub(accept);
  const { site, events, run, store } = await openPair(hub);
  await run();
  const body = toRss(site.origin("a"), [inventItem("a", 7)]);
  for (const signature of [null, "sha256=00", sign("sha1", "another", body), "md5=0", "sha256"]) {
    expect(await hub.send(body, signature)).toBe(202);
    expect(events.at(-1)).toMatchObject({
      kind: "push",
      result: "failed",
      reason: "bad-signature",
    });
  }
  expect(await store.collection.size(START)).toMatchObject({ duePages: 0 });
});

test("a source that was paused or removed has its pushes refused for good", async () => {
  const hub = await startHub(accept);
  const { store, feed, run } = await openPair(hub);
  await run();
  await store.collection.setState(feed, "paused", START);
  expect(await hub.send("<rss/>", null)).toBe(410);
  await store.collection.removeSource(feed);
  expect(await hub.send("<rss/>", null)).toBe(410);
});

describe("a subscription is ended", () => {
  const toEnd = {
    paused: async (store: Pair["store"], feed: string) =>
      store.collection.setState(feed, "paused", START),
    removed: async (store: Pair["store"], feed: string) => store.collection.removeSource(feed),
  };
  test.each(Object.entries(toEnd))("when its source is %s", async (_what, end) => {
    const hub = await startHub(accept);
    const { store, feed, run } = await openPair(hub);
    await run();
    await end(store, feed);
    await run();
    expect(hub.forms.map((form) => form.get("hub.mode"))).toEqual(["subscribe", "unsubscribe"]);
    expect(hub.forms[1]?.get("hub.callback")).toBe(hub.forms[0]?.get("hub.callback"));
    expect(hub.verified[1]).toEqual({ status: 200, body: "كلمة <b>" });
    expect(await store.collection.subscriptions()).toEqual([]);
    await run();
    expect(hub.forms).toHaveLength(2);
  });

  test("a hub that does not ask back is asked again, until the lease is over", async () => {
    const hub = await startHub((form) =>
      form.get("hub.mode") === "unsubscribe" ? null : accept(form),
    );
    const { store, clock, feed, run } = await openPair(hub);
    await run();
    await store.collection.setState(feed, "paused", START);
    await run();
    expect((await store.collection.subscription("source", feed))?.state).toBe("ending");
    await run();
    expect(hub.forms).toHaveLength(2);
    clock.now += DAY;
    await run();
    expect(hub.forms).toHaveLength(3);
    clock.now += 400 * DAY;
    await run();
    expect(hub.forms).toHaveLength(3);
    expect(await store.collection.subscriptions()).toEqual([]);
  });

  test("a source that is taken up again is subscribed to anew", async () => {
    const hub = await startHub(accept);
    const { store, clock, feed, run } = await openPair(hub);
    await run();
    await store.collection.setState(feed, "paused", START);
    await run();
    await store.collection.setState(feed, "active", START);
    clock.now += DAY;
    await run();
    expect((await store.collection.subscription("source", feed))?.state).toBe("active");
  });
});

test("a hub that refuses is left alone, and the feed is polled on", async () => {
  const hub = await startHub(() => null);
  const { store, clock, feed, run } = await openPair(hub);
  await run();
  expect(await store.collection.subscription("source", feed)).toMatchObject({
    state: "refused",
    reason: "status-400",
  });
  clock.now += 2 * DAY;
  expect(await run()).toMatchObject({ polls: 1 });
  expect(hub.forms).toHaveLength(1);
  clock.now += 6 * DAY;
  await run();
  expect(hub.forms).toHaveLength(2);
});

test("a hub of a private network that is not named is not asked", async () => {
  const hub = await startHub(accept);
  const { store, feed, run } = await openPair({ url: hub.url, allow: "elsewhere:1" });
  await run();
  expect(await store.collection.subscription("source", feed)).toMatchObject({
    state: "refused",
    reason: "private-address",
  });
  expect(hub.forms).toEqual([]);
});

test("a hub that has moved is asked at its new place, with the same form", async () => {
  const hub = await startHub(accept);
  const moved = createServer((_request, response) => {
    response.writeHead(307, { location: hub.url }).end();
  });
  await new Promise<void>((resolve) => moved.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    moved.close();
  });
  const { port } = moved.address() as AddressInfo;
  const { store, feed, run } = await openPair({
    url: `http://localhost:${port}/`,
    allow: "localhost",
  });
  await run();
  expect(hub.forms).toHaveLength(1);
  expect((await store.collection.subscription("source", feed))?.state).toBe("active");
});

describe("a hub that asks back", () => {
  const ASKED: readonly (readonly [string, Record<string, string>, number])[] = [
    [
      "for another topic",
      { "hub.mode": "subscribe", "hub.topic": "https://x.example/", "hub.challenge": "c" },
      404,
    ],
    ["to end it", { "hub.mode": "unsubscribe", "hub.challenge": "c" }, 404],
    ["without a challenge", { "hub.mode": "subscribe" }, 404],
    ["to say no", { "hub.mode": "denied", "hub.reason": "full" }, 200],
  ];
  test.each(ASKED)("%s", async (_case, query, status) => {
    const hub = await startHub((form) => ({ "hub.topic": form.get("hub.topic") ?? "", ...query }));
    const { store, feed, run } = await openPair(hub);
    await run();
    expect(hub.verified[0]?.status).toBe(status);
    const state = status === 200 ? "refused" : "asked";
    expect((await store.collection.subscription("source", feed))?.state).toBe(state);
  });

  test("by a name that was never given is not there", async () => {
    const hub = await startHub(accept);
    const { base } = await openPair(hub);
    expect((await fetch(`${base}/websub/none?hub.mode=subscribe&hub.challenge=c`)).status).toBe(
      404,
    );
    expect((await fetch(`${base}/websub/none`, { method: "POST", body: "x" })).status).toBe(410);
  });
});

test.each(["sha1", "sha256", "sha384", "sha512"])("%s signatures are checked", (method) => {
  const body = Buffer.from("نص");
  const signature = sign(method, "سر", "نص");
  expect(isSigned({ body, contentType: null, signature }, "سر")).toBe(true);
  expect(isSigned({ body, contentType: null, signature }, "غيره")).toBe(false);
  expect(isSigned({ body: Buffer.from("نص آخر"), contentType: null, signature }, "سر")).toBe(false);
});

const ACTIVE: Subscription = {
  source: "s",
  token: "t",
  hub: "h",
  topic: "f",
  secret: "x",
  state: "active",
  askedAt: new Date(START).toISOString(),
  until: new Date(START + 10 * DAY).toISOString(),
  leaseMs: 10 * DAY,
  reason: null,
  pushedAt: null,
};

test.each<[string, Partial<Subscription> | null, number, boolean]>([
  ["never asked", null, 0, true],
  ["another hub", { hub: "other" }, 1, true],
  ["another topic", { topic: "other" }, 1, true],
  ["a young lease", {}, DAY, false],
  ["the last days of a lease", {}, 7.5 * DAY, true],
  ["a lease that has ended", {}, 11 * DAY, true],
  [
    "half of a short lease",
    { leaseMs: DAY, until: new Date(START + DAY).toISOString() },
    0.6 * DAY,
    true,
  ],
  ["less of it", { leaseMs: DAY, until: new Date(START + DAY).toISOString() }, 0.4 * DAY, false],
  ["asked an hour ago", { state: "asked", until: null }, DAY / 24, false],
  ["asked this morning", { state: "asked", until: null }, DAY / 3, true],
  ["refused yesterday", { state: "refused" }, DAY, false],
  ["refused last week", { state: "refused" }, 8 * DAY, true],
])("whether to ask: %s", (_case, change, after, due) => {
  const before = change === null ? null : { ...ACTIVE, ...change };
  expect(isSubscriptionDue(before, "h", "f", START + after)).toBe(due);
});
