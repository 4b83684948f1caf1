import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "./tokens.ts";

const shown = (text: string) =>
  tokenize(text).map(({ folded, kind }) => (kind === "clitic" ? `${folded}_` : folded));

test.each([
  ["the article before a number", "الـ24", ["ال_", "24"]],
  ["a preposition before a quotation mark", 'بـ"داعش"', ["ب_", "داعش"]],
  ["a number glued to its unit", "13ألف", ["13", "الف"]],
  ["thousands with commas", "1,049,328", ["1049328"]],
  ["thousands with the Arabic mark", "١٠٬٠٠٠", ["10000"]],
  ["a decimal is two numbers side by side", "7.4", ["7", "4"]],
  ["a hashtag with underscores", "#عاجل_الآن", ["عاجل", "الان"]],
  ["Latin letters with digits", "كوفيد COVID19 F16", ["كوفيد", "covid19", "f16"]],
  ["a Latin name glued to an Arabic word", "قناةCNN", ["قناه", "cnn"]],
  ["initials", "أ ف ب", ["ا", "ف", "ب"]],
  ["conjunction before a number", "97 ألفاً و399", ["97", "الفا", "و", "399"]],
  ["zero width non-joiner inside a Persian word", "می\u200Cشود", ["ميشود"]],
  ["punctuation alone", "« … » ؟!", []],
])("%s", (_rule, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test("tokens are letters and digits, in order, without overlap, at the words they were read from", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      let end = 0;
      for (const token of tokenize(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeGreaterThan(token.start);
        expect(token.folded).toMatch(/^[\p{L}\p{N}]+$/u);
        end = token.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("no letter of an Arabic text is left out", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ءآ-غف-ي ]{0,80}$/u), (text) => {
      const covered = tokenize(text)
        .map(({ start, end }) => text.slice(start, end))
        .join("");
      expect(covered).toBe(text.replaceAll(" ", ""));
    }),
  );
});
