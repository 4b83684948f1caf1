import { expect, test } from "vitest";
import { toCodes } from "../html/codes.ts";
import { countThemes, THEMES } from "./furniture-words.ts";
import { FURNITURE_WORDS } from "./tables/furniture-words.ts";

const OFFSET = 3;

function themesOf(text: string): number[] {
  const counts = new Float32Array(OFFSET + THEMES);
  countThemes({ text, codes: toCodes(text) }, { start: 0, end: text.length }, counts, OFFSET);
  return [...counts.subarray(OFFSET)];
}

test.each(
  FURNITURE_WORDS.flatMap(([theme, words], at) => words.map((word) => [word, theme, at] as const)),
)("%s is a word of the theme %s", (word, _theme, at) => {
  expect(themesOf(word)[at]).toBeGreaterThan(0);
  expect(themesOf(`${word.toUpperCase()}, ${word}.`)[at]).toBeGreaterThan(0);
  expect(themesOf(`x${word}x`)[at]).toBe(0);
});

test.each([
  ["hamza and teh marbuta", "سياسة الخصوصيّة", "الخصوصيه"],
  ["marks and tatweel", "الخُصوصـيه", "الخصوصيه"],
])("words are matched as they are folded: %s", (_what, written, folded) => {
  expect(themesOf(written)).toEqual(themesOf(folded));
});

test("words beside scripts the table has none of are counted too", () => {
  expect(themesOf("界 cookies 世界 cookies")).toEqual(themesOf("cookies cookies"));
});

test("only the first part of a block is looked at", () => {
  expect(Math.max(...themesOf(`${"a ".repeat(150)}cookies`))).toBe(0);
});
