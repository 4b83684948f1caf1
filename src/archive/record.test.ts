import { expect, test } from "vitest";
import { toArticle } from "./record.ts";

const TEXT = "افتتحت بلدية الواحة مكتبة عامة على ضفة النهر.";

function publishedOf(published: unknown) {
  const read = toArticle({ id: "a", text: TEXT, published });
  if (!read.ok) throw new Error(read.detail);
  return [read.article.published?.at ?? null, read.article.published?.precision ?? null];
}

test.each<[unknown, string, string]>([
  ["2026-04-10T12:30:00+03:00", "2026-04-10T12:30:00+03:00", "minute"],
  ["2026-04-10", "2026-04-10", "day"],
  ["10 نيسان 2026", "2026-04-10", "day"],
  ["الجمعة، ١٠ أبريل ٢٠٢٦ ٣:٤٥ م", "2026-04-10T15:45:00", "minute"],
  ["Fri, 10 Apr 2026 09:00:00 GMT", "2026-04-10T09:00:00Z", "minute"],
  [1_775_811_600, "2026-04-10T09:00:00Z", "minute"],
  [{ at: "10/04/2026 - 15:30" }, "2026-04-10T15:30:00", "minute"],
])("published %j is %s to the %s", (written, at, precision) => {
  expect(publishedOf(written)).toEqual([at, precision]);
});

test("a time that cannot be read is named, and the article is kept without one", () => {
  const read = toArticle({ id: "a", text: TEXT, published: "قريبا" });
  expect(read).toMatchObject({ ok: true, article: { published: null } });
  expect(read.ok && read.warnings).toEqual([
    "a: `published` is no time that can be read: قريبا; kept without one",
  ]);
});

test.each<[string, unknown, string]>([
  ["published", [], "published: expected a time as text, seconds since 1970, or {at, precision}"],
  ["keywords", 7, "keywords: expected a list of texts, or text"],
  ["id", {}, "id: expected text or a number"],
  ["title", [1], "title: Invalid input: expected string, received array"],
])("a %s of a wrong type says what is expected", (field, value, detail) => {
  expect(toArticle({ id: "a", text: TEXT, [field]: value })).toEqual({
    ok: false,
    reason: "bad-field",
    detail,
  });
});

test("a text that no article comes near is refused, and says how long it is", () => {
  const read = toArticle({ id: "a", text: "خبر ".repeat(1_000_001) });
  expect(read).toEqual({
    ok: false,
    reason: "too-long",
    detail: "a: `text` has 4000004 characters; the limit is 4000000",
  });
});
