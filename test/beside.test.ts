import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { analyze } from "../src/analysis/index.ts";
import { parseRecord, toExportRow, toFlatRow } from "../src/archive/index.ts";
import type { Article } from "../src/model/index.ts";
import { importArticles, readInputs } from "../src/pipeline/index.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { createWeb } from "../src/web/index.ts";
import { temporaryFolder } from "./process.ts";

const LINE =
  "أعلنت إدارة المتحف أن القاعة الجديدة تفتح أبوابها للزوار صباح السبت، وأن الدخول مجاني في الأسبوع الأول. ";
const IMAGE = "https://cdn.sahifa.example/museum.jpg";

const toHtml = (
  related: string,
  caption: string,
) => `<!doctype html><html lang="ar"><head><title>المتحف يفتح قاعته</title>
<meta property="og:image" content="${IMAGE}"></head><body><article><h1>المتحف يفتح قاعته</h1>
<figure><img src="${IMAGE}"><figcaption>${caption}</figcaption></figure><p>${LINE.repeat(2)}</p>
<p class="read-also"><a href="https://sahifa.example/${related}">اقرأ أيضاً: ترميم السوق القديم</a></p><p>${LINE.repeat(3)}</p></article></body></html>`;

/** A store that pages are read into, one after another, from files of one name. */
async function openImporting() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "pages"));
  const store = await openSqliteStore(join(folder, "home"));
  onTestFinished(() => store.close());
  const read = async (html: string): Promise<Article> => {
    writeFileSync(join(folder, "pages", "museum.html"), html);
    await importArticles(
      readInputs([join(folder, "pages")], (async function* () {})()),
      {
        store,
        analyzeAll: async (articles) => articles.map(analyze),
        now: () => new Date("2026-03-05T10:00:00Z"),
        onProgress: () => {},
        onWait: () => {},
      },
      () => {},
      new AbortController().signal,
    );
    const [article] = await store.catalog.export(0, 10);
    if (article === undefined) throw new Error("no article was read");
    return article;
  };
  return { store, read };
}

test("picture, captions and removed links are kept as data, and are none of the text", async () => {
  const { store, read } = await openImporting();
  const article = await read(toHtml("market", "القاعة قبل افتتاحها"));
  expect(article.beside).toEqual({
    image: IMAGE,
    captions: ["القاعة قبل افتتاحها"],
    links: [{ text: "اقرأ أيضاً: ترميم السوق القديم", url: "https://sahifa.example/market" }],
  });
  expect(article.text).not.toMatch(/ترميم|قبل افتتاحها/u);

  const app = createWeb({ store, version: "0.0.0" });
  const page = await (await app.request(`/article/${encodeURIComponent(article.id)}`)).text();
  expect(page).toContain(`href="${IMAGE}"`);
  expect(page).toContain("القاعة قبل افتتاحها");
  expect(page).not.toContain("<img");

  await read(toHtml("harbour", "القاعة قبل افتتاحها"));
  expect(await store.catalog.size()).toMatchObject({ articles: 1, versions: 1 });
});

test("they are given out in rows and read back; tables do without them", async () => {
  const { read } = await openImporting();
  const { beside, ...article } = await read(toHtml("market", "القاعة قبل افتتاحها"));
  const row = toExportRow({ ...article, ...(beside && { beside }) }, null);
  expect(row).toMatchObject({ image: IMAGE, captions: beside?.captions, links: beside?.links });
  const again = parseRecord(JSON.stringify(row));
  expect(again.ok && again.article.beside).toEqual(beside);
  expect(Object.keys(toFlatRow(row))).not.toContain("links");

  const bare = toExportRow(article, null);
  expect(Object.keys(bare)).not.toContain("image");
  const bareAgain = parseRecord(JSON.stringify(bare));
  expect(bareAgain.ok && "beside" in bareAgain.article).toBe(false);
});
