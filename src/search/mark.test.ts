import fc from "fast-check";
import { expect, test } from "vitest";
import { markText, toSnippet, toSought } from "./mark.ts";
import { toWanted } from "./plan.ts";
import { readQuery } from "./read-query.ts";

const mark = (text: string, query: string) =>
  markText(text, toSought(toWanted(readQuery(query), [])))
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["the article", "أُغلق المرفأ أمس", "مرفأ", "أُغلق [المرفأ] أمس"],
  ["a conjunction", "والمرفأ مغلق", "المرفأ", "[والمرفأ] مغلق"],
  ["hamza and harakat", "إِغلاقُ المَرفأ", "اغلاق", "[إِغلاقُ] المَرفأ"],
  ["teh marbuta and alef maksura", "مستشفى الجزيره", "مستشفي الجزيرة", "[مستشفى] [الجزيره]"],
  ["tatweel", "إغـــلاق المرفأ", "إغلاق", "[إغـــلاق] المرفأ"],
  ["Persian letters", "فی مرکز المدينة", "مركز", "فی [مرکز] المدينة"],
  [
    "presentation forms",
    "\uFEE3\uFEAE\uFEF8\uFE84 مغلق",
    "مرلاأ",
    "\uFEE3\uFEAE\uFEF8\uFE84 مغلق".replace(
      "\uFEE3\uFEAE\uFEF8\uFE84",
      "[\uFEE3\uFEAE\uFEF8\uFE84]",
    ),
  ],
  ["other digits", "أصيب ١٤ عاملاً", "14", "أصيب [١٤] عاملاً"],
])(
  "%s does not hide a word, and the mark is on the word as written",
  (_what, text, query, expected) => {
    expect(mark(text, query)).toBe(expected);
  },
);

test("a bare article is never marked", () => {
  expect(mark("الـ24 ساعة في المرفأ", "ال المرفأ")).toBe("الـ24 ساعة في [المرفأ]");
});

test("the words of a phrase are marked only where they stand side by side", () => {
  expect(mark("اتفاق على المياه بعد اتفاق المياه الأول", '"اتفاق المياه"')).toBe(
    "اتفاق على المياه بعد [اتفاق] [المياه] الأول",
  );
});

test("the marked pieces are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, query) => {
      expect(
        markText(text, toSought(toWanted(readQuery(query), [])))
          .map((piece) => piece.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("a snippet is about forty words around the first place with the most different hits", () => {
  const filler = Array.from({ length: 100 }, () => "كلمة").join(" ");
  const snippet = toSnippet(
    `${filler} أغلق المرفأ بعد العاصفة ${filler}`,
    toSought(toWanted(readQuery("المرفأ العاصفة"), [])),
  );
  const text = snippet.marked.map((piece) => piece.text).join("");
  expect(text.split(" ")).toHaveLength(40);
  expect(snippet.marked.filter(({ hit }) => hit).map((piece) => piece.text)).toEqual([
    "المرفأ",
    "العاصفة",
  ]);
  expect(snippet).toMatchObject({ cutBefore: true, cutAfter: true });
});

test("a text without hits is shown from its beginning", () => {
  expect(toSnippet("أغلق المرفأ", toSought([["زلزال"]]))).toEqual({
    marked: [{ text: "أغلق المرفأ", hit: false }],
    cutBefore: false,
    cutAfter: false,
  });
});
