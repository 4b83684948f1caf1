import { expect, onTestFinished, test } from "vitest";
import { PARTS } from "../src/extract/body/parts.ts";
import { FURNITURE_LINES, FURNITURE_STARTS } from "../src/extract/tables/labels.ts";
import { NEVER_POLLED, type Source } from "../src/model/index.ts";
import { inspectArticle } from "../src/pipeline/index.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { createWeb } from "../src/web/index.ts";
import { INSPECT_AR } from "../src/web/strings/inspect-ar.ts";
import { HOSTILE_HTML, inspectHostile, KEPT_PLACE, toKept, toKeptTask } from "./kept-page.ts";
import { temporaryFolder } from "./process.ts";
import { toArticle, toRow } from "./store-contract.ts";

const ID = "https://sahifa.example/1";
const SOURCE: Source = {
  id: "https://sahifa.example/feed",
  url: "https://sahifa.example/feed",
  kind: "feed",
  title: "صحيفة الواحة",
  home: null,
  country: null,
  folder: [],
  state: "active",
  addedAt: "2026-03-02T10:00:00.000Z",
};
const PATH = `/article/${encodeURIComponent(ID)}`;

async function open(withInspector: boolean, original: typeof KEPT_PLACE | null) {
  const store = await openSqliteStore(temporaryFolder());
  onTestFinished(() => store.close());
  await store.catalog.saveArticles(
    [toRow(toArticle(ID, "2026-03-02T09:00:00Z"))],
    "2026-03-02T10:00:00.000Z",
  );
  await store.collection.addSources([{ source: SOURCE, host: "sahifa.example" }], 0);
  const page = toKeptTask(ID, original);
  const found = [{ page, host: "sahifa.example", modified: null }];
  await store.collection.savePoll({ source: SOURCE, poll: NEVER_POLLED, nextAt: 0 }, found, 0);
  await store.collection.savePages([{ page, nextAt: null }]);
  const app = createWeb({
    store,
    version: "0.0.0",
    ...(withInspector && { inspector: inspectHostile }),
    onError: (error) => {
      throw error;
    },
  });
  const read = async (path: string) => (await app.request(path)).text();
  return { app, read };
}

test.each([
  [true, KEPT_PLACE, true],
  [true, null, false],
  [false, KEPT_PLACE, false],
])("an article links to its kept page when there is one to show (%s, %j)", async (...row) => {
  const [withInspector, original, linked] = row;
  const { read } = await open(withInspector, original);
  expect((await read(PATH)).includes(`${PATH}/inspect`)).toBe(linked);
});

test.each([
  ["ar", ["ما أُزيل", "اقرأ أيضاً", "لافتة «اقرأ أيضاً»", "المختار", "شروح الصور"]],
  ["en", ["What was removed", "“read also” label", "chosen", "Captions"]],
])("the kept page is told in %s: what was kept, removed and chosen, and why", async (...row) => {
  const [language, words] = row;
  const { read } = await open(true, KEPT_PLACE);
  const page = await read(`${PATH}/inspect?lang=${language}`);
  for (const word of words) expect(page).toContain(word);
  expect(page).toContain("2026-03-02T09:00");
  expect(page).toContain("الجسر الجديد");
  expect(page).toContain("https://sahifa.example/2");
});

test("what a page holds is text: none of its markup, scripts and addresses work", async () => {
  const { read } = await open(true, KEPT_PLACE);
  const page = await read(`${PATH}/inspect`);
  expect(page).toContain("&lt;script&gt;alert(1)");
  expect(page).not.toMatch(/<(?:script|iframe|img|b)\b/iu);
  expect(page).not.toMatch(/href="(?:javascript|https?):/iu);
  expect(page).not.toMatch(/<[^>]* on\w+=/iu);
});

test.each([
  ["a page of which nothing is kept", null, "text/html", "not-kept"],
  ["a feed as the original", KEPT_PLACE, "application/rss+xml", "not-kept"],
] as const)("%s has no inspection", async (_what, original, type, reason) => {
  const found = await inspectArticle(
    { pageOf: async () => toKeptTask(ID, original) },
    async () => toKept(HOSTILE_HTML, type, ID),
    ID,
  );
  expect(found).toEqual({ ok: false, reason });
});

test("a kept page that gives no article says why", async () => {
  const found = await inspectArticle(
    { pageOf: async () => toKeptTask(ID, KEPT_PLACE) },
    async () => toKept("<html><title>404</title><p>لا شيء</p></html>", "text/html", ID),
    ID,
  );
  expect(found).toMatchObject({ ok: true, refusal: "error-page", articles: [] });
});

test("a page without an article, or without an inspector, is not found", async () => {
  const { app } = await open(false, KEPT_PLACE);
  expect((await app.request(`${PATH}/inspect`)).status).toBe(404);
  const other = await open(true, KEPT_PLACE);
  expect((await other.app.request("/article/none/inspect")).status).toBe(404);
});

const NEVER_A_REASON: ReadonlySet<string> = new Set(["body", "content", "summary", "title"]);

test.each([
  ...new Set([
    ...PARTS.filter((part) => !NEVER_A_REASON.has(part)),
    ...[...FURNITURE_LINES, ...FURNITURE_STARTS].map(([reason]) => reason),
  ]),
])("the reason %s has words", (reason) => {
  expect(INSPECT_AR.reasons).toHaveProperty(reason);
});
