import fc from "fast-check";
import { expect, test } from "vitest";
import { splitSentences } from "./sentences.ts";

const split = (text: string) =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["full stops", "وصل الوفد. بدأت المحادثات.", ["وصل الوفد.", "بدأت المحادثات."]],
  ["the Arabic question mark", "من المسؤول؟ لا أحد يعرف.", ["من المسؤول؟", "لا أحد يعرف."]],
  ["a decimal", "بلغت القوة 7.4 درجات. ولا ضحايا.", ["بلغت القوة 7.4 درجات.", "ولا ضحايا."]],
  ["a title of one letter", "قال د. سالم إنه راضٍ.", ["قال د. سالم إنه راضٍ."]],
  ["dotted initials", "نقلت (أ.ف.ب) الخبر. ثم نفته.", ["نقلت (أ.ف.ب) الخبر.", "ثم نفته."]],
  ["a stop inside closing quotation marks", "وأضاف: «نعم.» ثم مضى.", ["وأضاف: «نعم.»", "ثم مضى."]],
  ["a quotation that goes on after a comma", "قال «لا.»، ثم سكت.", ["قال «لا.»، ثم سكت."]],
  [
    "two dots as the news trade writes them",
    "وصل الوفد.. بدأت المحادثات",
    ["وصل الوفد..", "بدأت المحادثات"],
  ],
  [
    "a stop glued to the next sentence",
    "انتهى الاجتماع.وقال الوزير إنه راض",
    ["انتهى الاجتماع.", "وقال الوزير إنه راض"],
  ],
  ["dotted letters at the end of a bracket", "اعترف (م.ك.) بالسرقة.", ["اعترف (م.ك.) بالسرقة."]],
  [
    "a name spelled with stops",
    "قالت (إن.دي.كيه) إنه راض. ومضى.",
    ["قالت (إن.دي.كيه) إنه راض.", "ومضى."],
  ],
  ["the name of a site", "قال موقع ميناء.كوم إنه راض.", ["قال موقع ميناء.كوم إنه راض."]],
  ["item numbers", "1. فتح المعابر. 2. وقف القصف.", ["1. فتح المعابر.", "2. وقف القصف."]],
  ["words left out of a quotation", "«نريد (...) أن نعيش».", ["«نريد (...) أن نعيش»."]],
  [
    "a query of an address",
    "راجع https://a.example/b?c=1 اليوم",
    ["راجع https://a.example/b?c=1 اليوم"],
  ],
  ["a stop glued after a quotation", "في «القصر».وأضاف", ["في «القصر».", "وأضاف"]],
  ["an address is not cut", "على موقع example.com اليوم", ["على موقع example.com اليوم"]],
  [
    "a line break always ends a sentence",
    "عنوان بلا نقطة\nثم النص.",
    ["عنوان بلا نقطة", "ثم النص."],
  ],
])("splits at %s", (_rule, text, expected) => {
  expect(split(text)).toEqual(expected);
});

test("sentences are in order, do not overlap, and leave out nothing but white space", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ابت .؟!«»\n1.٣،"') }), (text) => {
      expect(split(text).join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
    }),
  );
});
