import { expect, test } from "vitest";
import { nearOutlets } from "./near-outlets.ts";
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
