import fc from "fast-check";
import { expect, test } from "vitest";
import { isEmpty, readQuery } from "./read-query.ts";

test("words are folded", () => {
  expect(readQuery("إغلاق المرفأ ١٤").words).toEqual(["اغلاق", "المرفا", "14"]);
});

test.each([
  ["straight quotes", '"اتفاق المياه"'],
  ["guillemets", "«اتفاق المياه»"],
  ["curly quotes", "“اتفاق المياه”"],
  ["a quote that is never closed", '"اتفاق المياه'],
])("%s make a phrase", (_how, text) => {
  expect(readQuery(text)).toMatchObject({ words: [], phrases: [["اتفاق", "المياه"]] });
});

test("initials typed apart are one word, as they are in a text", () => {
  expect(readQuery("صور أ ف ب").words).toEqual(["صور", "افب"]);
});

test("a quoted single word is a word", () => {
  expect(readQuery('"مرفأ"')).toMatchObject({ words: ["مرفا"], phrases: [] });
});

test("plus requires, minus excludes, words and phrases alike", () => {
  expect(readQuery('+مرفأ -"حالة الطقس" -رياضة نهر')).toMatchObject({
    words: ["نهر"],
    required: [["مرفا"]],
    excluded: [["حاله", "الطقس"], ["رياضه"]],
  });
});

test("a dash between spaces and a hyphen inside a word exclude nothing", () => {
  expect(readQuery("مباراة - نسور كوفيد-19")).toMatchObject({
    words: ["مباراه", "نسور", "كوفيد", "19"],
    excluded: [],
  });
});

test.each([
  ['source:"وكالة المدار"', "وكالة المدار"],
  ["مصدر:المدار", "المدار"],
])("%s filters by outlet", (text, outlet) => {
  expect(readQuery(text)).toMatchObject({ outlets: [outlet], words: [] });
});

test("a word followed by a colon and a space is a word: headlines are written so", () => {
  expect(readQuery("مصدر: إغلاق المرفأ")).toMatchObject({
    outlets: [],
    words: ["مصدر", "اغلاق", "المرفا"],
  });
});

test.each([
  ["from:2026-03-02 to:2026-03-04", "2026-03-02", "2026-03-04"],
  ["from:2026-02 to:2026-02", "2026-02-01", "2026-02-28"],
  ["from:2026 to:2026", "2026-01-01", "2026-12-31"],
  ["من:٢٠٢٦-٠٣-٠٢", "2026-03-02", null],
  ["من:٢/٣/٢٠٢٦ إلى:04/03/2026", "2026-03-02", "2026-03-04"],
  ["from:2/2026 to:2/2026", "2026-02-01", "2026-02-28"],
  ["from:2026-3-2 to:2026/3/4", "2026-03-02", "2026-03-04"],
])("%s is a range of days", (text, from, to) => {
  expect(readQuery(text)).toMatchObject({ from, to, faults: [] });
});

test.each([
  "from:yesterday",
  "from:",
  "to:2026-02-30",
  "from:2026-13",
  "from:13/31/2026",
  'source:""',
  "from:2026-03-04 to:2026-03-02",
  "+وزا*",
  "-وزا*",
])("%s is named as a fault and not searched for", (text) => {
  expect(readQuery(text)).toMatchObject({ faults: [text], from: null, to: null, words: [] });
});

test("of many beginnings three are looked for", () => {
  expect(readQuery("وزا* وزا* سفي* مرا* جسو* سهلان")).toMatchObject({
    words: ["وزا", "وزا", "سفي", "مرا", "سهلان"],
    starts: ["وزا", "سفي", "مرا"],
    faults: ["جسو*"],
  });
});

test.each(["constructor", "toString", "__proto__"])("%s is a word like others", (text) => {
  expect(readQuery(text).words).not.toEqual([]);
});

test.each([
  ["؟!", true],
  ["*", true],
  ["from:yesterday", true],
  ["source:المدار", false],
  ["-رياضة", false],
  ["في", false],
])("whether %s asks for nothing: %s", (text, empty) => {
  expect(isEmpty(readQuery(text))).toBe(empty);
});

test("letters apart by a mark are initials, as their normal form is", () => {
  expect(readQuery("«ا+ا»").normal).toBe(readQuery(readQuery("«ا+ا»").normal).normal);
});

test.each([
  ["المرفأ OR المطار", "المرفا OR المطار"],
  ["المرفأ | المطار", "المرفا OR المطار"],
  ['إغلاق "مرفأ سهلان" OR المطار OR الجسر', 'اغلاق "مرفا سهلان" OR المطار OR الجسر'],
  ["المرفأ OR المطار أمطار OR سيول", "المرفا OR المطار امطار OR سيول"],
  ["المرفأ AND المطار", "المرفا المطار"],
  ["المرفأ NOT المطار", "المرفا -المطار"],
  ["المرفأ أو المطار", "المرفا او المطار"],
  ["المرفأ or المطار", "المرفا or المطار"],
  ["المرفأ OR", "المرفا"],
  ["OR المرفأ", "المرفا"],
  ["المرفأ OR from:2026", "المرفا from:2026-01-01"],
  ["وزا* سهلان", "وزا* سهلان"],
  ["و* سهلان", "و سهلان"],
  ["=وزا*", "=وزا"],
  ['"وزا*"', "وزا"],
  ["وزا* OR سهلان", "وزا* OR سهلان"],
  ["وزا سفي* وزا*", "وزا* سفي* وزا*"],
])("%s is read as %s", (text, normal) => {
  const query = readQuery(text);
  expect(query.normal).toBe(normal);
  expect(readQuery(normal)).toMatchObject({ normal, either: query.either, starts: query.starts });
});

test("the normal form reads the same again", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ابتم -+=*":«»12sourcefromto:'), maxLength: 40 }),
      (text) => {
        const once = readQuery(text);
        const { faults: _, ...again } = readQuery(once.normal);
        const { faults: __, ...expected } = once;
        expect(again).toEqual(expected);
      },
    ),
  );
});
