import { expect, onTestFinished, test } from "vitest";
import { NEVER_POLLED, NEW_PAGE, type PageTask, type Source } from "../src/model/index.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { createWeb } from "../src/web/index.ts";
import { temporaryFolder } from "./process.ts";
import { toArticle, toRow } from "./store-contract.ts";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const FEED = "https://sahifa.example/feed";
const source: Source = {
  id: FEED,
  url: FEED,
  kind: "feed",
  title: "صحيفة المرفأ",
  home: null,
  country: null,
  folder: [],
  state: "active",
  addedAt: "2026-03-02T10:00:00.000Z",
};
const fault = { reason: "robots", detail: "x", at: "2026-03-02T10:00:00.000Z" };

async function open() {
  const store = await openSqliteStore(temporaryFolder());
  onTestFinished(() => store.close());
  const app = createWeb({
    store,
    version: "0.0.0",
    now: () => new Date(NOW),
    metrics: async () => "tawatur_polls_total 1\n",
    onError: (error) => {
      throw error;
    },
  });
  const read = async (path: string) => (await app.request(path)).text();
  return { store, app, read };
}

test("without sources the page says how to add one", async () => {
  const { read } = await open();
  expect(await read("/sources")).toContain("tawatur add");
});

test.each([
  ["ar", "يمنع الموقع جمع هذا العنوان"],
  ["en", "The site forbids this address"],
])("a source that fails says why in plain words, in %s", async (language, words) => {
  const { store, read } = await open();
  await store.collection.addSources([{ source, host: "sahifa.example" }], NOW);
  const poll = {
    ...NEVER_POLLED,
    failures: 3,
    fault,
    succeededAt: "2026-03-01T10:00:00.000Z",
    lateness: [120_000],
  };
  await store.collection.savePoll({ source, poll, nextAt: NOW + 3_600_000 }, [], NOW);
  const page = await read(`/sources?lang=${language}`);
  expect(page).toContain(words);
  expect(page).toContain("صحيفة المرفأ");
});

test.each([
  ["ar", "\u0660", "نصها أقصر من أن يكون خبراً"],
  ["en", "0", "its text is too short for an article"],
])(
  "each count stands apart under its name, and what was given up is listed with its reason, in %s",
  async (language, nought, reason) => {
    const { store, read } = await open();
    const url = "https://sahifa.example/9";
    const title = "افتتاح <المرفأ>";
    const hint = { ...NEW_PAGE.hint, title };
    const given = {
      ...NEW_PAGE,
      id: url,
      url,
      hint,
      state: "aside",
      fault: { ...fault, reason: "too-short" },
    } as const;
    await store.collection.adoptPage(given, "sahifa.example");
    const page = await read(`/sources?lang=${language}`);
    expect(page.match(/<dd class="n">[^<]+<\/dd>/gu)).toHaveLength(4);
    expect(page).toContain(`<dd class="n">${nought}</dd>`);
    expect(page).not.toMatch(/\u0660 ·/u);
    expect(page).toContain(reason);
    expect(page).toContain("افتتاح &lt;المرفأ&gt;");
  },
);

const aside = (id: string): PageTask => ({
  ...NEW_PAGE,
  id,
  url: id,
  state: "aside",
  tries: 5,
  fault,
});

/** A form as a browser sends it. */
const toForm = (fields: Readonly<Record<string, string>>, origin = "http://localhost") => ({
  method: "POST",
  headers: {
    "Content-Type": "application/x-www-form-urlencoded",
    Origin: origin,
    Host: "localhost",
  },
  body: new URLSearchParams(fields).toString(),
});

test("pages that were given up are tried again from the reader, one or all, by its own forms only", async () => {
  const ids = [1, 2, 3].map((n) => `https://sahifa.example/${n}`);
  const { store, app } = await open();
  for (const id of ids) await store.collection.adoptPage(aside(id), "sahifa.example");
  const stored = store.collection;
  const web = createWeb({
    store,
    version: "0.0.0",
    now: () => new Date(NOW),
    retrier: (pages) => stored.retry(pages, NOW),
  });
  const left = async () => (await stored.aside(10)).map(({ id }) => id).sort();
  const shown = await (await web.request("/sources?lang=ar")).text();
  expect(shown.match(/<form action="\/sources\/retry" method="post">/gu)).toHaveLength(4);

  const [first = "", ...others] = ids;
  const foreign = toForm({ page: first }, "https://other.example");
  expect((await web.request("/sources/retry", foreign)).status).toBe(403);
  expect(await left()).toEqual(ids);

  const one = await web.request("/sources/retry", toForm({ page: first }));
  expect([one.status, one.headers.get("location")]).toEqual([303, "/sources"]);
  expect(await left()).toEqual(others);
  expect(await stored.page(first)).toMatchObject({ state: "waiting", tries: 0 });
  expect((await web.request("/sources/retry", toForm({ page: "none" }))).status).toBe(404);
  expect((await web.request("/sources/retry", toForm({}))).status).toBe(404);
  expect((await web.request("/sources/retry", toForm({ all: "yes" }))).status).toBe(303);
  expect(await left()).toEqual([]);

  // A reader for strangers has no such forms.
  await stored.adoptPage(aside("https://sahifa.example/4"), "sahifa.example");
  expect(await (await app.request("/sources")).text()).not.toContain("/sources/retry");
  expect((await app.request("/sources/retry", toForm({ all: "yes" }))).status).toBe(403);
});

test("an article that its outlet deleted says so, and one that it did not does not", async () => {
  const { store, read } = await open();
  const article = toArticle("https://sahifa.example/1", "2026-03-02T09:00:00Z");
  await store.catalog.saveArticles([toRow(article)], "2026-03-02T10:00:00.000Z");
  const page: PageTask = {
    ...NEW_PAGE,
    id: article.id,
    url: article.id,
    source: FEED,
    looks: 1,
    articles: [article.id],
  };
  await store.collection.addSources([{ source, host: "sahifa.example" }], NOW);
  const row = { source, poll: NEVER_POLLED, nextAt: NOW };
  await store.collection.savePoll(row, [{ page, host: "sahifa.example", modified: null }], NOW);
  await store.collection.savePages([{ page, nextAt: null }]);
  const path = `/article/${encodeURIComponent(article.id)}`;
  expect(await read(path)).not.toContain("حذفه ناشره");
  const gone = { ...page, state: "gone" as const, goneAt: "2026-03-02T10:00:00.000Z" };
  await store.collection.savePages([{ page: gone, nextAt: null }]);
  expect(await read(path)).toContain("حذفه ناشره");
});

test("metrics are plain text, and health tells of the collection", async () => {
  const { app, read } = await open();
  expect(await read("/metrics")).toContain("tawatur_polls_total");
  expect(await (await app.request("/health")).json()).toMatchObject({
    ok: true,
    collection: { sources: 0 },
  });
});
