import { expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { READ_ALSO_LABELS } from "../tables/labels.ts";
import { relatedBlocks } from "./related-sections.ts";

const LINE =
  "تفتح المكتبة العامة في حي النخيل أبوابها للأهالي من صباح السبت حتى مساء الخميس، وتعيرهم ما شاؤوا من كتبها بلا رسوم.";
const TEASER = "جلس الجد يشرح لحفيدته أسماء النجوم كما حفظها عن البحارة.";
const CARD = `<h4><a href="/1">حين يعلم الجد حفيده</a></h4><p>${TEASER}</p>`;

function relatedOf(body: string): string[] {
  const page = scanHtml(`<html><body>${body}</body></html>`);
  return relatedBlocks(page).map((at) =>
    page.text.slice(page.blocks[at]?.start, page.blocks[at]?.end),
  );
}

test.each(READ_ALSO_LABELS)("a section under «%s» is of other articles", (label) => {
  const section = `<div><h3>${label}</h3><ul><li>${CARD}</li></ul></div>`;
  expect(relatedOf(`<p>${LINE}</p>${section}<p>${LINE}</p>`)).toEqual([
    label,
    "حين يعلم الجد حفيده",
    TEASER,
  ]);
});

test.each([
  ["a label in the article's own element", `<p>${LINE}</p><p>اقرأ أيضا</p>${CARD}<p>${LINE}</p>`],
  ["a section without links", `<p>${LINE}</p><div><h3>اقرأ أيضا</h3><p>${LINE}</p></div>`],
  [
    "an article printed whole",
    `<p>${LINE}</p><div><h3>اقرأ أيضا</h3>${CARD}<p>${LINE.repeat(4)}</p></div>`,
  ],
  ["a section above the text", `<div><h3>اقرأ أيضا</h3>${CARD}</div><p>${LINE}</p>`],
  ["words of a sentence", `<p>${LINE}</p><div><h3>آخر الأخبار تثير جدلا</h3>${CARD}</div>`],
])("left alone: %s", (_what, body) => {
  expect(relatedOf(body)).toEqual([]);
});
