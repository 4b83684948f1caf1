import fc from "fast-check";
import { expect, test } from "vitest";
import { foldedWords, readWords } from "./words.ts";

test.each([
  ["initials with spaces", "قالت أ ف ب أمس", ["قالت", "افب", "امس"]],
  ["initials with stops", "(د.ب.أ)", ["دبا"]],
  ["initials before a conjunction by itself", "أ ف ب و رويترز", ["افب", "و", "رويترز"]],
  ["letters on two lines", "خطة أ\n\nب أولا", ["خطه", "ا", "ب", "اولا"]],
  ["one letter", "الخطة ب", ["الخطه", "ب"]],
  ["a name with عبد written together", "عبدالرحمن", ["عبد", "الرحمن"]],
  ["the same after a preposition", "لعبدالله", ["لعبد", "الله"]],
  ["an article left alone", "الـ24 ساعة", ["24", "ساعه"]],
])("%s", (_what, text, expected) => {
  expect(foldedWords(text)).toEqual(expected);
});

test("a name with عبد is cut where it is joined, whatever marks it bears", () => {
  const text = "زار عَبْدالله";
  expect(readWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "زار",
    "عَبْد",
    "الله",
  ]);
});

test("words are in order and do not overlap", () => {
  const unit = fc.constantFrom(..."أبفوعبدالله. \n«1a", "\u064E");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      let end = 0;
      for (const word of readWords(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(word.end).toBeGreaterThan(word.start);
        end = word.end;
      }
    }),
  );
});
