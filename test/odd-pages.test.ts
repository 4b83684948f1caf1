import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type ExtractedArticle, extractPage } from "../src/extract/index.ts";

const CASES = fileURLToPath(new URL("./fixtures/pages", import.meta.url));
const FETCHED_AT = "2026-11-29T12:00:00Z";
const ADDRESS = /<link rel="canonical" href="([^"]+)">/u;

/** What a reader would check of an article. */
function readable({ title, published, modified, author, outlet, ...rest }: ExtractedArticle) {
  const { source, keywords, text } = rest;
  return {
    title,
    published: published?.at ?? null,
    modified: modified?.at ?? null,
    author,
    outlet,
    source,
    keywords,
    text: text.split("\n"),
  };
}

test.each(readdirSync(CASES))("the page %s is read as a reader would", (name) => {
  const html = readFileSync(`${CASES}/${name}/source.html`, "utf8");
  const found = extractPage({ html, url: ADDRESS.exec(html)?.[1], fetchedAt: FETCHED_AT });
  const read = found.ok ? found.articles.map(readable) : found.reason;
  expect(read).toEqual(JSON.parse(readFileSync(`${CASES}/${name}/expected.json`, "utf8")));
});
