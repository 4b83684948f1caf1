import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTexts, type Piece } from "./compare.ts";

const side = (pieces: readonly Piece[] | null) =>
  pieces?.map(({ text, shared }) => (shared ? text : `[${text}]`)).join("") ?? null;
const shown = (left: string, right: string) =>
  compareTexts(left, right).map((row) => [side(row.left), side(row.right)]);

test("equal texts share everything", () => {
  expect(shown("وصل الوفد.\nبدأت المحادثات.", "وصل الوفد.\nبدأت المحادثات.")).toEqual([
    ["وصل الوفد.", "وصل الوفد."],
    ["بدأت المحادثات.", "بدأت المحادثات."],
  ]);
});

test("a changed figure is marked on both sides and nothing else is", () => {
  expect(shown("أصيب 9 عمال في الحادث", "أصيب 12 عمال في الحادث")).toEqual([
    ["أصيب [9 ]عمال في الحادث", "أصيب [12 ]عمال في الحادث"],
  ]);
});

test("a spelling that matching is blind to is no difference", () => {
  expect(shown("الى المدينة", "إلى المدينه")).toEqual([["الى المدينة", "إلى المدينه"]]);
});

test("a paragraph that was cut has no answer", () => {
  expect(
    shown(
      "وصل الوفد إلى العاصمة.\nوكان الطقس غائماً ممطراً.\nبدأت المحادثات مساء.",
      "وصل الوفد إلى العاصمة.\nبدأت المحادثات مساء.",
    ),
  ).toEqual([
    ["وصل الوفد إلى العاصمة.", "وصل الوفد إلى العاصمة."],
    ["[وكان الطقس غائماً ممطراً.]", null],
    ["بدأت المحادثات مساء.", "بدأت المحادثات مساء."],
  ]);
});

test("the pieces of each side give its paragraphs back", () => {
  const text = fc
    .array(fc.string({ unit: fc.constantFrom(..."ابتث ،.«»") }), { maxLength: 6 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (left, right) => {
      const rows = compareTexts(left, right);
      const joined = (pick: "left" | "right") =>
        rows.flatMap((row) => row[pick]?.map((piece) => piece.text).join("") ?? []);
      const paragraphs = (whole: string) => whole.split("\n").filter((line) => line.trim() !== "");
      expect(joined("left")).toEqual(paragraphs(left));
      expect(joined("right")).toEqual(paragraphs(right));
    }),
  );
});
