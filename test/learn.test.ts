import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWarcWriter } from "../src/archive/index.ts";
import { findWarcPages, learnFrom, openLessons } from "../src/pipeline/index.ts";
import { type PressArticle, toOutlets } from "../src/sample/index.ts";
import { HARD_TEMPLATES } from "../src/sample/templates/hard.ts";
import { openSqliteStore } from "../src/store/index.ts";
import { ended, said, startProgram, temporaryFolder } from "./process.ts";

const PRESS = join(import.meta.dirname, "../samples/press");
const ORIGIN = "https://sahifa.example";
const never = new AbortController().signal;

const outlets = toOutlets(
  readdirSync(PRESS).flatMap((slug) =>
    readdirSync(join(PRESS, slug)).map((file) => ({
      slug,
      name: file.replace(".txt", ""),
      text: readFileSync(join(PRESS, slug, file), "utf8"),
    })),
  ),
);
const articles = outlets
  .flatMap((outlet) => outlet.articles.filter(({ isRaw }) => !isRaw))
  .slice(0, 40);

/** The articles of the sample press as the pages of one site in a design that is misread page by page. */
function toPage(at: number) {
  const [outlet] = outlets;
  if (outlet === undefined) throw new Error("no outlet");
  const article = articles[at] as PressArticle;
  const others = [1, 2, 3, 4].map(
    (step) => articles[(at + step) % articles.length] as PressArticle,
  );
  const html = HARD_TEMPLATES["house"]?.({
    outlet,
    article,
    others,
    origin: ORIGIN,
    feedPath: null,
  });
  return { url: `${ORIGIN}/${at}`, html: html ?? "", text: article.paragraphs.join("\n") };
}

const pages = articles.map((_, at) => toPage(at));

/** A home that has the pages as they were received, and no database. */
async function keepPages(count = pages.length): Promise<string> {
  const home = temporaryFolder();
  const now = () => new Date("2026-03-05T10:00:00Z");
  const folder = join(home, "warc");
  const writer = createWarcWriter({ folder, writer: "t", software: "test", now });
  for (const { url, html } of pages.slice(0, count)) {
    const rawHeaders = ["Content-Type", "text/html; charset=utf-8"];
    const body = Buffer.from(html);
    const fetchedAt = now().toISOString();
    await writer.keep({ url, status: 200, rawHeaders, raw: body, fetchedAt });
  }
  await writer.close();
  return home;
}

const warcs = (home: string) =>
  readdirSync(join(home, "warc")).map((file) => join(home, "warc", file));

async function readTexts(home: string): Promise<ReadonlyMap<string, string>> {
  const store = await openSqliteStore(home);
  try {
    const all = await store.catalog.export(0, 10_000);
    return new Map(all.map(({ url, text }) => [url ?? "", text]));
  } finally {
    await store.close();
  }
}

const shareRight = (texts: ReadonlyMap<string, string>): number =>
  pages.filter(({ url, text }) => texts.get(url) === text).length / pages.length;

const reindex = (home: string, ...more: string[]) =>
  startProgram(["reindex", "--home", home, ...more]);

test("the kept pages of a site teach how they are read, and what was learned stays", {
  timeout: 120_000,
}, async () => {
  const home = await keepPages();
  expect((await ended(reindex(home))).code).toBe(0);
  expect(shareRight(await readTexts(home))).toBeLessThan(0.3);

  const learned = await ended(reindex(home, "--learn"));
  expect(learned.code, learned.err).toBe(0);
  expect(learned.err).toContain("1 site has taught");
  const texts = await readTexts(home);
  expect(shareRight(texts)).toBeGreaterThan(0.7);

  const again = await ended(reindex(home));
  expect(again.err).toMatch(/ 0 new, 0 changed,/u);
  expect(await readTexts(home)).toEqual(texts);

  const alone = await keepPages();
  expect((await ended(reindex(alone, "--learn", "--workers", "1"))).code).toBe(0);
  expect(await readTexts(alone)).toEqual(texts);

  // Ended once the lessons are kept and pages are being read by them.
  const cut = await keepPages();
  const child = reindex(cut, "--learn");
  await said(child, /has taught/u);
  child.kill("SIGKILL");
  await ended(child);
  expect((await ended(reindex(cut, "--learn"))).code).toBe(0);
  expect(await readTexts(cut)).toEqual(texts);
});

test("lessons are of a host, the same from the same pages, and none is better than a broken one", async () => {
  const home = await keepPages(12);
  const learn = () => learnFrom(findWarcPages(warcs(home)), never);
  const [first, second] = [await learn(), await learn()];
  expect([...first.keys()]).toEqual(["sahifa.example"]);
  expect(second).toEqual(first);

  const folder = join(home, "lessons");
  const lessons = openLessons(folder);
  expect((await lessons.of(`${ORIGIN}/1`)).pages).toBe(0);
  await lessons.save(first);
  expect(await lessons.of(`${ORIGIN}/1`)).toEqual(first.get("sahifa.example"));
  expect((await lessons.of("https://other.example/1")).pages).toBe(0);
  expect((await lessons.of("no address")).pages).toBe(0);
  for (const broken of [
    "{",
    "null",
    "[]",
    '{"pages":1}',
    '{"pages":1,"texts":{"a":"b"},"paths":{}}',
  ]) {
    writeFileSync(join(folder, "sahifa.example.json"), broken);
    expect((await lessons.of(`${ORIGIN}/1`)).pages).toBe(0);
  }
});

test("a page twice and pages without an article teach nothing", async () => {
  const { url, html } = toPage(0);
  const content = (address: string, body: string) => ({
    url: address,
    body: Buffer.from(body),
    contentType: "text/html; charset=utf-8",
    fetchedAt: "2026-03-05T10:00:00Z",
  });
  async function* come() {
    yield content(url, html);
    yield content(url, html);
    yield content(`${ORIGIN}/empty`, "<html><body><p>لا شيء</p></body></html>");
    yield content("https://other.example/", "<html><body></body></html>");
  }
  const learned = await learnFrom(come(), never);
  expect([...learned].map(([host, { pages: count }]) => [host, count])).toEqual([
    ["sahifa.example", 1],
  ]);
});
