import { expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { measure, ROW, WIDTH } from "./features.ts";
import { keptBlocks } from "./find-body.ts";
import { KIND_WIDTH } from "./kinds.ts";
import { WHOLE_WIDTH } from "./whole-page.ts";

test.each([
  [[0.6], 0, true],
  [[0.49, 0.9], 0, false],
  [[0.39], 0, false],
  [[0.45, 0.1], 0, true],
  [[0.45, 0.1, 0.6], 0, false],
  [[0.9, 0.45, 0.9], 1, true],
  [[0.9, 0.3, 0.9], 1, false],
  [[0.9, 0.45, 0.2], 1, false],
  [[0.2, 0.45, 0.9], 1, false],
  [[0.9, 0.45], 1, false],
])("of %j block %i is of the body: %s", (chances, at, expected) => {
  const page = scanHtml(chances.map((_chance, which) => `<p>سطر ${which}</p>`).join(""));
  expect(keptBlocks(page, Float64Array.from(chances))[at]).toBe(expected);
});

test("the cells of a table are of the body together", () => {
  const page = scanHtml(
    "<p>سطر</p><table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td><td>د</td></tr></table>",
  );
  const chances = Float64Array.from([0.9, 0.8, 0.2, 0.2, 0.2]);
  expect(keptBlocks(page, chances)).toEqual([true, true, true, true, true]);
});

const LINE = "تفتح المكتبة أبوابها للأهالي من صباح السبت حتى مساء الخميس في حي النخيل.";

/** The last numbers that the first look has of the first block: its kind's and the page's. */
function tailOf(html: string): { kind: number[]; whole: number[] } {
  const { rows } = measure(scanHtml(html));
  expect(ROW).toBeGreaterThan(WIDTH);
  const whole = WIDTH - WHOLE_WIDTH;
  return {
    kind: [...rows.subarray(whole - KIND_WIDTH, whole)],
    whole: [...rows.subarray(whole, WIDTH)],
  };
}

test("blocks of one make are measured together", () => {
  const { kind } = tailOf(
    `<p class="a">${LINE}</p><p class="b">قصير</p><p class="a">${LINE}</p><p>آخر</p>`,
  );
  const [many, length, links, sentences, first, last, density] = kind;
  expect([many, links, sentences, first, last]).toEqual([1, 0, 1, 0, 0.5]);
  expect(length).toBeCloseTo(Math.log2(LINE.length), 2);
  expect(density).toBeCloseTo(2 / 3, 5);
});

test.each([
  ['<meta property="og:type" content="article">', 2, 0, 0],
  ['<meta property="og:type" content="website">', 1, 0, 0],
  ['<meta property="og:type" content="product">', 0, 0, 0],
  ['<script type="application/ld+json">{"@type": ["NewsArticle"]}</script>', -1, 1, 0],
  ['<script type="application/ld+json">{"@type":"ItemList"}</script>', -1, 0, 1],
])("a page says what it is: %s", (head, type, isArticle, isList) => {
  const { whole } = tailOf(
    `<html><head>${head}</head><body><h1>عنوان</h1><p>${LINE}</p></body></html>`,
  );
  expect(whole.slice(0, 3)).toEqual([type, isArticle, isList]);
  expect(whole[7]).toBe(1);
});
