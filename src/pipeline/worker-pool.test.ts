import { afterEach, expect, test } from "vitest";
import { type Article, NEW_PAGE, type PageTask } from "../model/index.ts";
import type { PageJob } from "./page-article.ts";
import { createWorkerPool, type WorkerPool } from "./worker-pool.ts";

const article: Article = {
  id: "a",
  url: null,
  outlet: "صحيفة المرفأ",
  source: null,
  author: null,
  title: "افتتاح جسر وادي السدر",
  text: "افتتح رئيس البلدية اليوم جسر وادي السدر بعد ثلاث سنوات من العمل.",
  summary: null,
  section: null,
  keywords: [],
  published: null,
  fetchedAt: null,
};

const toTask = (id: string): PageTask => ({
  ...NEW_PAGE,
  id,
  url: `https://marfaa.example/${id}`,
});

const page: PageJob = {
  task: toTask("p"),
  content: {
    body: Buffer.from(
      `<html><body><article><h1>${article.title}</h1><p>${article.text} ${article.text}</p></article></body></html>`,
    ),
    contentType: "text/html; charset=utf-8",
    url: "https://marfaa.example/p",
    fetchedAt: "2026-03-02T10:00:00Z",
  },
};

const MANY = 200;
const repeat = <T>(one: T, count: number): T[] => Array.from({ length: count }, () => one);

let pool: WorkerPool = createWorkerPool(0);
afterEach(() => pool.close());

test("answers come in the order asked, of many as of few", async () => {
  pool = createWorkerPool(0);
  const titles = ["هطول أمطار على الساحل", "انقطاع الماء في حي النخيل"];
  const asked = repeat(article, MANY).map((one, at) => ({ ...one, title: titles[at % 2] ?? "" }));
  const many = await pool.analyzeAll(asked);
  const few = await createWorkerPool(0).analyzeAll(asked.slice(0, 2));
  expect(many).toHaveLength(MANY);
  expect(many.slice(40, 42)).toEqual(few);
});

test("articles wait while pages come", async () => {
  pool = createWorkerPool(0);
  const ended: string[] = [];
  const note = (what: string) => () => ended.push(what);
  const analyzed = pool.analyzeAll(repeat(article, MANY)).then(note("articles"));
  const first = pool.readPages(repeat(page, 20)).then(note("pages"));
  const second = pool.readPages(repeat(page, 20)).then(note("more pages"));
  await Promise.all([analyzed, first, second]);
  expect(ended).toEqual(["pages", "more pages", "articles"]);
});

test("a page is read beside others as it is alone", async () => {
  pool = createWorkerPool(0);
  const [alone] = await createWorkerPool(0).readPages([page]);
  const readings = await pool.readPages(repeat(page, MANY));
  expect(alone?.ok).toBe(true);
  expect(readings.every((one) => JSON.stringify(one) === JSON.stringify(alone))).toBe(true);
});
