import { describe, expect, test } from "vitest";
import type { AnalyzedArticle } from "../model/index.ts";
import { sharedMedia } from "./cited-medium.ts";
import { MEDIUM_WORDS, PUBLISHING_VERBS } from "./tables/publishing-words.ts";

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

function shared(...texts: string[]) {
  return sharedMedia(new Map(texts.map((text, k) => [`a${k}`, [article(`r${k}`, text)]])));
}

describe("two accounts that name one medium rest on it", () => {
  test.each([...MEDIUM_WORDS, ...PUBLISHING_VERBS])("%s", (word) => {
    const found = shared(
      `قال الوزير في حديث ${word} «الضفة» أمس.`,
      `الكلام الذي ${word} "الضفة" أثار جدلاً.`,
    );
    expect(found.get("a0")).toMatchObject({ name: "الضفة", evidence: "r0" });
    expect(found.get("a1")?.key).toBe(found.get("a0")?.key);
  });
});

test("a medium that only one account names is no shared one", () => {
  expect(shared("نقلت صحيفة «الضفة» عن الوزير قوله.", "قالت صحيفة «المنارة» غير ذلك.").size).toBe(
    0,
  );
});

test("a medium named far down is quoted in passing", () => {
  const far = `${"عقد المجلس جلسته. ".repeat(60)}وكانت صحيفة «الضفة» كتبت عنه.`;
  expect(shared(far, far).size).toBe(0);
});
