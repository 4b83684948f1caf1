import { expect, test } from "vitest";
import type { AnalyzedArticle } from "../model/index.ts";
import { sharedStatements } from "./shared-statement.ts";

function article(id: string, text: string): AnalyzedArticle {
  return {
    id,
    url: null,
    outlet: `منبر ${id}`,
    source: null,
    author: null,
    title: null,
    text,
    summary: null,
    section: null,
    keywords: [],
    published: null,
    fetchedAt: null,
    attribution: { analyzer: "test", language: "ar", dateline: null, credits: [] },
  };
}

const shared = (...texts: string[]) =>
  sharedStatements(new Map(texts.map((text, k) => [`a${k}`, [article(`r${k}`, text)]])));

const FIRST = "قررت سلطة المياه النهرية خفض الرسوم. وقالت السلطة في بيانها إن الخفض يبدأ من نيسان.";
const SECOND =
  "ستدفع القرى أقل مما دفعت في العام الماضي. عزا بيان صدر ليلاً الخطوة إلى وفرة الأمطار. ورحب مزارعون بقرار سلطة المياه.";

test("two accounts that word one body's communiqué rest on the body, told by its fullest name", () => {
  const found = shared(FIRST, SECOND);
  expect(found.get("a0")).toMatchObject({
    name: "سلطة المياه النهرية",
    inferred: false,
    evidence: "r0",
  });
  expect(found.get("a1")).toMatchObject({ name: "سلطة المياه النهرية", inferred: true });
  expect(found.get("a1")?.key).toBe(found.get("a0")?.key);
});

test("a body that is named where no communiqué is spoken of, or by one account only, is no shared origin", () => {
  expect(shared(FIRST, "زار الوزير سلطة المياه النهرية وتفقد السد.").size).toBe(0);
  expect(shared(FIRST, "وقالت سلطة الموانئ البحرية في بيانها إن السفن عادت.").size).toBe(0);
});

test("where nobody says whose communiqué it was, none is inferred", () => {
  expect(shared(SECOND, SECOND.replace("ليلاً", "أمس")).size).toBe(0);
});

test("an outlet that asked for itself rests on its own asking", () => {
  const asked = `${FIRST} وقال مديرها لـ«منبر r1» إن القرار مؤقت.`;
  expect(shared(FIRST, asked).size).toBe(0);
  expect(shared(FIRST, asked.replace("r1", "r9")).size).toBe(2);
});

test("what stands far down is said in passing", () => {
  expect(shared(FIRST, `${"مرت السفن في القناة. ".repeat(60)}${FIRST}`).size).toBe(0);
});
