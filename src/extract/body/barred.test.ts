import { expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { findBarred } from "./barred.ts";
import { measure } from "./features.ts";
import { COMMENT_HEADINGS, CONSENT_STEMS } from "./tables/barred-words.ts";

const LINE =
  "تفتح المكتبة العامة في حي النخيل أبوابها للأهالي من صباح السبت حتى مساء الخميس، وتعيرهم ما شاؤوا من كتبها بلا رسوم.";
const COMMENT = "لم أكن أعرف أن في حينا مكتبة، وسأزورها مع أبنائي يوم السبت المقبل إن شاء الله.";

/** The lines of a page that are barred, and why. */
function barredOf(body: string): string[] {
  const page = scanHtml(`<html><body>${body}</body></html>`);
  return [...findBarred(page, measure(page))].map(([at, bar]) => {
    const block = page.blocks[at];
    return `${bar}: ${page.text.slice(block?.start, block?.end)}`;
  });
}

test.each(COMMENT_HEADINGS)("what stands under «%s» is of readers", (heading) => {
  expect(
    barredOf(
      `<div><p>${LINE}</p></div><div><h3>${heading} (1)</h3><p>${COMMENT}</p></div><p>${LINE}</p>`,
    ),
  ).toEqual([`comments: ${heading} (1)`, `comments: ${COMMENT}`]);
});

test.each([
  ["a heading as high", `<h3>التعليقات</h3><p>${COMMENT}</p><h3>من الأرشيف</h3><p>${LINE}</p>`],
  ["a higher heading", `<h3>التعليقات</h3><p>${COMMENT}</p><h2>من الأرشيف</h2><p>${LINE}</p>`],
  ["their element's end", `<div><h3>التعليقات</h3></div><p>${COMMENT}</p></div><p>${LINE}</p>`],
])("comments in the article's own element end at %s", (_what, below) => {
  expect(barredOf(`<div><p>${LINE}</p>${below}`)).toEqual([
    "comments: التعليقات",
    `comments: ${COMMENT}`,
  ]);
});

test.each([
  ["above all text", `<h3>التعليقات</h3><p>${LINE}</p>`],
  ["a link to them", `<p>${LINE}</p><a href="#c">التعليقات (3)</a><p>${LINE}</p>`],
  ["part of a sentence", `<p>${LINE}</p><h3>التعليقات تثير جدلا</h3><p>${LINE}</p>`],
])("a word of comments bars nothing: %s", (_what, body) => {
  expect(barredOf(body)).toEqual([]);
});

test("a class tells comments", () => {
  expect(barredOf(`<p>${LINE}</p><div class="comment-list"><p>${COMMENT}</p></div>`)).toEqual([
    `comments: ${COMMENT}`,
  ]);
});

test.each(CONSENT_STEMS)("what lies over the page and says «%s» asks for consent", (stem) => {
  const asking = `نحن وشركاؤنا نطلب موافقتكم: ${stem}.`;
  expect(
    barredOf(`<div role="dialog"><h2>قبل المتابعة</h2><p>${asking}</p></div><p>${LINE}</p>`),
  ).toEqual(["consent: قبل المتابعة", `consent: ${asking}`]);
});

test.each([
  ["a dialog with other text", `<div role="dialog"><p>${LINE}</p></div>`],
  ["a notice of the article", '<div class="notice"><p>تشرح الوزارة سياسة الخصوصية.</p></div>'],
  ["a paragraph of privacy", "<p>تشرح الوزارة سياسة الخصوصية.</p>"],
])("what asks for no consent stays: %s", (_what, body) => {
  expect(barredOf(body)).toEqual([]);
});
