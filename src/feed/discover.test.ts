import { expect, test } from "vitest";
import { findFeedLinks, findSitemapLines, listUsualPaths } from "./discover.ts";
import { NAMESPACES } from "./tables/namespaces.ts";
import { USUAL_PATHS } from "./tables/usual-paths.ts";
import { createXmlNames } from "./xml-names.ts";

const PAGE = "https://sahifa.example/ar/";

test("declared feeds come before anchors, and feeds of comments last", () => {
  const html = `<html><head><link rel="alternate" type="application/rss+xml" title="تعليقات" href="/comments/feed">
    <link rel=alternate type="application/rss+xml" title="الأخبار" href="/feed"><link rel="stylesheet" href="/feed.css">
    <link rel="alternate" hreflang="en" href="/en/"></head><body><a href="rss/sport.xml">رياضة</a><a href="/feedback">راسلنا</a></body></html>`;
  expect(findFeedLinks(html, PAGE).map(({ url, from }) => [url, from])).toEqual([
    ["https://sahifa.example/feed", "link"],
    ["https://sahifa.example/ar/rss/sport.xml", "anchor"],
    ["https://sahifa.example/comments/feed", "link"],
  ]);
});

test("a base element changes what links are relative to", () => {
  const html = `<base href="https://cdn.example/"><link rel="alternate" type="application/atom+xml" href="a.xml">`;
  expect(findFeedLinks(html, PAGE)[0]?.url).toBe("https://cdn.example/a.xml");
});

test("sitemaps of robots.txt, those of news first", () => {
  const robots =
    "User-agent: *\nDisallow: /x\n sitemap : /sitemap.xml\nSitemap: https://sahifa.example/news.xml # x\n";
  expect(findSitemapLines(robots, PAGE).map(({ url }) => url)).toEqual([
    "https://sahifa.example/news.xml",
    "https://sahifa.example/sitemap.xml",
  ]);
});

test.each(USUAL_PATHS)("%s is tried for a %s", (path, kind) => {
  expect(listUsualPaths(PAGE)).toContainEqual({
    url: new URL(path, PAGE).href,
    title: null,
    kind,
    from: "usual-path",
  });
});

test.each(NAMESPACES)("elements of %s are known as «%s:…» under any prefix", (address, prefix) => {
  const names = createXmlNames();
  names.declare({ "xmlns:q": address });
  expect(names.name("q:Title")).toBe(prefix === "" ? "title" : `${prefix}:title`);
});
