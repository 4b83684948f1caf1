import { expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { measure, ROW, THEMES_AT, WORDS_AT } from "./features.ts";
import { THEMES } from "./furniture-words.ts";
import { readSections, SECTION_WIDTH } from "./sections.ts";
import { FURNITURE_WORDS } from "./tables/furniture-words.ts";

const LINE = "تفتح المكتبة أبوابها للأهالي من صباح السبت حتى مساء الخميس في حي النخيل";

/** What is told of the section of the block with the words. */
function sectionOf(html: string, words: string, likelyOf: (text: string) => number = () => 0.5) {
  const page = scanHtml(html);
  const texts = page.blocks.map(({ start, end }) => page.text.slice(start, end));
  const { rows } = measure(page);
  const likely = Float64Array.from(texts, likelyOf);
  const measured = { rows, stride: ROW, themesAt: THEMES_AT, wordsAt: WORDS_AT };
  const row = new Float32Array(SECTION_WIDTH);
  readSections(page, measured, likely)(
    row,
    0,
    texts.findIndex((text) => text.includes(words)),
  );
  const [since, level, chance, steps, nextChance, until, mass, links] = row.subarray(THEMES);
  return {
    themes: [...row.subarray(0, THEMES)],
    since,
    level,
    chance,
    steps,
    nextChance,
    until,
    mass,
    links,
  };
}

const RELATED = FURNITURE_WORDS.findIndex(([theme]) => theme === "related");

test("a block is told under which heading it stands, how far, and what is next", () => {
  const html = `<div><h2>اقرأ أيضا مواضيع ذات صلة</h2><p>${LINE}</p><p>آخر ${LINE}</p></div><h3>تعليقات</h3>`;
  const told = sectionOf(html, "آخر", (text) => (text === "تعليقات" ? 0.25 : 0.75));
  expect(told).toMatchObject({
    since: 2,
    level: 2,
    chance: 0.75,
    steps: 1,
    nextChance: 0.25,
    until: 1,
  });
  expect(told.themes[RELATED]).toBeGreaterThan(0);
  expect(told.mass).toBeCloseTo(0.75, 1);
});

test("a line in bold heads a section where headings are not marked; one of links does not", () => {
  const bold = `<div><b>أخبار المدينة</b></div><p>${LINE}</p>`;
  expect(sectionOf(bold, LINE)).toMatchObject({ since: 1, level: 7, steps: 9 });
  const link = `<div><b><a href="/x">أخبار المدينة</a></b></div><p>${LINE}</p>`;
  expect(sectionOf(link, LINE)).toMatchObject({ since: 60, level: 0, chance: -1 });
});

test("without any heading a page is one section, and its links are counted", () => {
  const html = `<p>${LINE}</p><p><a href="/x">${LINE}</a></p>`;
  const told = sectionOf(html, LINE);
  expect(told).toMatchObject({ since: 60, level: 0, chance: -1, steps: 9, nextChance: -1 });
  expect(told.links).toBeCloseTo(0.5, 1);
  expect(told.themes.every((count) => count === 0)).toBe(true);
});
