import { expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { judgeCells } from "./cells.ts";

const TABLE =
  "<table><tr><th>الفريق</th><th>النقاط</th></tr><tr><td>الشعلة</td><td>19</td></tr></table>";
const LONG = "كلمة ".repeat(30);

function cellsOf(html: string, chances: readonly number[]): [number, boolean][] {
  const page = scanHtml(`<html><body>${html}</body></html>`);
  expect(page.blocks).toHaveLength(chances.length);
  return [...judgeCells(page, Float64Array.from(chances))];
}

test.each([
  ["likely cells bring the others along", [0.9, 0.6, 0.6, 0.2, 0.1], true],
  ["one likely cell brings none", [0.9, 0.6, 0.1, 0.1, 0.1], false],
  ["none is likely", [0.9, 0.1, 0.1, 0.1, 0.1], false],
])("%s", (_what, chances, kept) => {
  expect(cellsOf(`<p>${LONG}</p>${TABLE}`, chances)).toEqual([1, 2, 3, 4].map((at) => [at, kept]));
});

test.each([
  [
    "a layout",
    `<table><tr><td>قائمة</td><td>${LONG}</td></tr><tr><td>1</td><td>2</td></tr></table>`,
  ],
  [
    "a layout of short lines",
    `<table><tr><td><p>سطر</p><p>سطر</p></td><td>قائمة</td></tr><tr><td>1</td><td>2</td></tr></table>`,
  ],
  [
    "a menu",
    `<table>${["محليات", "رياضة", "ثقافة", "اقتصاد"].map((name) => `<tr><td><a href="/">${name}</a></td></tr>`).join("")}</table>`,
  ],
  ["few cells", "<table><tr><td>الشعلة</td><td>19</td></tr></table>"],
  ["a caption", `<table><caption>الترتيب</caption></table>`],
])("each is judged for itself: %s", (_what, html) => {
  const { blocks } = scanHtml(`<html><body>${html}</body></html>`);
  expect(cellsOf(html, Array(blocks.length).fill(0.9))).toEqual([]);
});

test("a table within a layout's cell is one of its own", () => {
  const html = `<table><tr><td>قائمة</td><td><p>${LONG}</p>${TABLE}</td></tr></table>`;
  expect(cellsOf(html, [0.1, 0.9, 0.9, 0.9, 0.9, 0.1])).toEqual(
    [2, 3, 4, 5].map((at) => [at, true]),
  );
});
