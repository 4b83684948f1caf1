import fc from "fast-check";
import { expect, test } from "vitest";
import { findQuotations } from "./quotations.ts";

const inside = (text: string) =>
  findQuotations(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["straight marks", 'قال "نعم" ومضى', ["نعم"]],
  ["guillemets", "قال «نعم» ومضى", ["نعم"]],
  ["curly marks", "قال “نعم” ومضى", ["نعم"]],
  ["curly marks the wrong way round", "قال ”نعم“ ومضى", ["نعم"]],
  ["two single marks for one double", "قال ''نعم'' ومضى", ["نعم"]],
  ["a mark on a preposition", 'وصفه بـ"البطل" ومضى', ["البطل"]],
  ["two quotations with «و» between", 'قال "نعم" و"لا"', ["نعم", "لا"]],
  [
    "marks within marks of the same kind",
    'كتب "إن الرد "الموجع" قريب".',
    ['إن الرد "الموجع" قريب'],
  ],
  ["other marks within", 'كتب «إن الرد "الموجع" قريب».', ['إن الرد "الموجع" قريب']],
  ["a space on the wrong side", 'سياسة "الباب "المفتوح', ["الباب "]],
  ["a missing closing mark", 'قال "لن نرحل.\nومضى', ["لن نرحل."]],
  ["the next mark opens before one closes", 'قال "لا. وأضاف "نعم".', ["لا.", "نعم"]],
  ["a paragraph that opens again", 'قال "أولاً.\n"ثانياً" ومضى', ['أولاً.\n"ثانياً']],
  ["closed a paragraph later", 'قال "أولاً.\nوثانياً" ومضى', ["أولاً.\nوثانياً"]],
  ["an apostrophe within a word", "شركة Levi’s تتوسع", []],
  ["none", "لا شيء هنا", []],
])("%s", (_what, text, expected) => {
  expect(inside(text)).toEqual(expected);
});

test("quotations are in order, apart, and within the text", () => {
  const piece = fc.constantFrom(
    '"',
    "«",
    "»",
    "“",
    "”",
    "‘",
    "’",
    " ",
    "\n",
    ".",
    "و",
    "كلمة",
    "بـ",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let last = 0;
      for (const { open, start, end, close } of findQuotations(text)) {
        expect(open).toBeGreaterThanOrEqual(last);
        expect(start).toBeGreaterThan(open);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(close).toBeGreaterThanOrEqual(end);
        expect(close).toBeLessThanOrEqual(text.length);
        last = close;
      }
    }),
  );
});
