import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decode, extractPage } from "../extract/index.ts";
import { parseFeed } from "../feed/index.ts";
import { encode } from "./charset.ts";
import { FEED_PATHS } from "./feeds.ts";
import { toOutlets } from "./press.ts";
import { createPress, PRESS_FAULTS, type PressRequest } from "./site.ts";
import { OUTLETS } from "./tables/outlets.ts";
import { TEMPLATES } from "./templates/index.ts";

const PRESS = join(import.meta.dirname, "../../samples/press");
const files = readdirSync(PRESS).flatMap((slug) =>
  readdirSync(join(PRESS, slug)).map((file) => ({
    slug,
    name: file.replace(".txt", ""),
    text: readFileSync(join(PRESS, slug, file), "utf8"),
  })),
);
const outlets = toOutlets(files);
const END = Date.parse("2026-03-06T00:00:00Z");
const press = (changes = false) =>
  createPress({ outlets, toOrigin: ({ host }) => `https://${host}`, changes });
const ask = (host: string, path: string, more: Partial<PressRequest> = {}): PressRequest => ({
  host,
  path,
  ifNoneMatch: null,
  fault: "none",
  now: END,
  ...more,
});

test("every file of the press is an article of its outlet", () => {
  expect(outlets.reduce((sum, { articles }) => sum + articles.length, 0)).toBe(files.length);
  expect(outlets.filter(({ articles }) => articles.length === 0)).toEqual([]);
});

test("the sites have every template and every kind of feed", () => {
  expect(new Set(OUTLETS.map(({ template }) => template))).toEqual(new Set(Object.keys(TEMPLATES)));
  expect(new Set(OUTLETS.map(({ feed }) => feed))).toEqual(new Set(Object.keys(FEED_PATHS)));
});

describe.each(outlets.map((outlet) => [outlet.slug, outlet] as const))("%s", (_slug, outlet) => {
  test("its feed lists its articles, and each of them is a page that can be read", () => {
    const site = press();
    const path =
      outlet.feed === "sitemap-index" ? "/sitemap-1.xml.gz" : FEED_PATHS[outlet.feed].path;
    const { body, headers } = site(ask(outlet.host, path));
    const reading = parseFeed({
      content: body,
      url: `https://${outlet.host}${path}`,
      contentType: headers["content-type"] ?? null,
    });
    if (!reading.ok) throw new Error(reading.reason);
    const listed = reading.feed.entries.map(({ url }) => new URL(url ?? "").pathname).sort();
    expect(listed).toEqual([...new Set(outlet.articles.map((article) => article.path))].sort());
    for (const article of outlet.articles) {
      const page = site(ask(outlet.host, article.path));
      const found = extractPage({ bytes: page.body, url: `https://${outlet.host}${article.path}` });
      expect(found.ok, article.path).toBe(true);
    }
  });
});

test("articles are not there before they appear, and some are corrected or deleted later", () => {
  const site = press(true);
  const titles = (now: number) =>
    OUTLETS.map(
      ({ host, charset }) =>
        decode(site(ask(host, "/", { now })).body, `text/html; charset=${charset}`).text,
    );
  const count = (now: number) =>
    titles(now).reduce((sum, html) => sum + html.split("<li>").length - 1, 0);
  const [start, middle, end] = ["2026-03-01", "2026-03-03", "2026-03-06"].map((day) =>
    count(Date.parse(day)),
  );
  expect(start).toBe(0);
  expect(middle).toBeGreaterThan(10);
  expect(end).toBeGreaterThan(middle ?? 0);
  const paths = outlets.flatMap(({ host, articles }) =>
    articles.map(({ path }) => [host, path] as const),
  );
  const answers = paths.map(([host, path]) => site(ask(host, path)));
  expect(answers.some(({ status }) => status === 404)).toBe(true);
  expect(answers.some(({ body }) => new TextDecoder().decode(body).includes("تصحيح:"))).toBe(true);
});

test.each(PRESS_FAULTS)(
  "the fault %s is never that of robots.txt, and always an answer",
  (fault) => {
    const site = press();
    expect(site(ask("madar.example", "/robots.txt", { fault })).status).toBe(200);
    const { status, delayMs, cutAt } = site(ask("madar.example", "/rss", { fault }));
    expect([status, delayMs > 0, cutAt !== null].toString()).toBe(
      {
        none: "200,false,false",
        slow: "200,true,false",
        "status-500": "500,false,false",
        "status-429": "429,false,false",
        truncated: "200,false,true",
        "lying-etag": "200,false,false",
        "redirect-loop": "302,false,false",
        "wrong-charset": "200,false,false",
      }[fault],
    );
  },
);

test("a page that has not changed is answered with 304, and another host is not known", () => {
  const site = press();
  const etag = site(ask("madar.localhost:80", "/rss")).headers["etag"] ?? "";
  expect(site(ask("madar.example", "/rss", { ifNoneMatch: etag })).status).toBe(304);
  expect(site(ask("other.example", "/")).status).toBe(404);
});

test("windows-1256 is written as it is read", () => {
  const text = "«مرحبا» 123 گچپژ؟";
  expect(new TextDecoder("windows-1256").decode(encode(text, "windows-1256"))).toBe(text);
  expect(new TextDecoder("windows-1256").decode(encode("漢", "windows-1256"))).toBe("?");
});
