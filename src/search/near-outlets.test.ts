import { expect, test } from "vitest";
import { nearOutlets, outletsAsWords } from "./near-outlets.ts";
import { readQuery } from "./read-query.ts";

const NAMES = ["أخبار سهلان العربية", "وكالة المدار", "المدار الرياضي", "صوت الميناء"];
const catalog = {
  outlets: async () => NAMES.map((outlet) => ({ outlet, reports: 1, copies: 0 })),
};
const near = (text: string) => nearOutlets(catalog, readQuery(text));

test.each([
  ["a part of the name", "source:سهلان", ['source:"أخبار سهلان العربية"']],
  [
    "a part of two names",
    "مرفأ source:المدار",
    ['مرفا source:"وكالة المدار"', 'مرفا source:"المدار الرياضي"'],
  ],
  ["a slip", 'source:"صوت المينا"', ['source:"صوت الميناء"']],
  ["another outlet's name", "source:البريد", []],
  ["an outlet that is known", 'source:"وكاله المدار"', []],
  ["no outlet", "مرفأ", []],
  ["marks alone", "source:؟", []],
])("%s: %s", async (_what, text, expected) => {
  expect(await near(text)).toEqual(expected);
});

test.each([
  ["as it was typed", "source:Baltrix", ["Baltrix"]],
  ["without what would exclude", 'source:"-مرفأ"', ["مرفا"]],
  ["without what would begin words", "source:وزا*", ["وزا"]],
  ["a word that is no operator", "source:OR", ["or"]],
  ["marks alone", 'source:"!!!"', []],
  ["no outlet", "مرفأ", []],
  [
    "what else was asked stays",
    'سفينة +مرفأ -طقس "مجلس الأعيان" source:المدار from:2026-03-02',
    ['سفينه "مجلس الاعيان" +مرفا -طقس المدار from:2026-03-02'],
  ],
])("an outlet as words, %s: %s", (_what, text, expected) => {
  expect(outletsAsWords(readQuery(text))).toEqual(expected);
});
