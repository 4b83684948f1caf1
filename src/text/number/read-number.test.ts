import fc from "fast-check";
import { expect, test } from "vitest";
import { NUMBER_WORDS } from "../tables/number-words.ts";
import { tokenize } from "../tokens.ts";
import { numberWord, readNumber } from "./read-number.ts";

/** How a number is to be written. */
interface Spelling {
  readonly gender: "masculine" | "feminine";
  /** Of what is counted; oblique covers accusative and genitive, which numbers do not tell apart. */
  readonly case: "nominative" | "oblique";
}

/** With a masculine noun, and with a feminine one: from three to ten the two are crossed. */
const UNITS: readonly (readonly [masculine: string, feminine: string])[] = [
  ["صفر", "صفر"],
  ["واحد", "واحدة"],
  ["اثنان", "اثنتان"],
  ["ثلاثة", "ثلاث"],
  ["أربعة", "أربع"],
  ["خمسة", "خمس"],
  ["ستة", "ست"],
  ["سبعة", "سبع"],
  ["ثمانية", "ثماني"],
  ["تسعة", "تسع"],
  ["عشرة", "عشر"],
];
const TENS = "ثلاث أربع خمس ست سبع ثمان تسع".split(" ");
const HUNDREDS = "ثلاث أربع خمس ست سبع ثمان تسع".split(" ");
const SCALES = [
  { value: 1e12, one: "تريليون", two: "تريليون", many: "تريليونات" },
  { value: 1e9, one: "مليار", two: "مليار", many: "مليارات" },
  { value: 1e6, one: "مليون", two: "مليون", many: "ملايين" },
  { value: 1e3, one: "ألف", two: "ألف", many: "آلاف" },
] as const;
const AND = " و";

/** A whole number below a thousand trillions in words, as a careful newspaper writes it. */
function spellNumber(value: number, spelling: Spelling): string {
  if (value === 0) return "صفر";
  const words: string[] = [];
  let rest = value;
  for (const scale of SCALES) {
    const count = Math.floor(rest / scale.value);
    rest %= scale.value;
    if (count > 0) words.push(spellScale(count, scale, spelling));
  }
  if (rest > 0) words.push(spellBelowThousand(rest, spelling));
  return words.join(AND);
}

function spellScale(count: number, scale: (typeof SCALES)[number], spelling: Spelling): string {
  if (count === 1) return scale.one;
  if (count === 2) return scale.two + (spelling.case === "nominative" ? "ان" : "ين");
  const counted = spellBelowThousand(count, { ...spelling, gender: "masculine" });
  const below = count % 100;
  const noun = below >= 3 && below <= 10 ? scale.many : below >= 11 ? `${scale.one}ا` : scale.one;
  return `${counted} ${noun}`;
}

function spellBelowThousand(value: number, spelling: Spelling): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const words: string[] = [];
  if (hundreds === 1) words.push("مئة");
  if (hundreds === 2) words.push(spelling.case === "nominative" ? "مئتان" : "مئتين");
  if (hundreds > 2) words.push(`${HUNDREDS[hundreds - 3]}مئة`);
  if (rest > 0) words.push(spellBelowHundred(rest, spelling));
  return words.join(AND);
}

function spellBelowHundred(value: number, spelling: Spelling): string {
  const nominative = spelling.case === "nominative";
  const feminine = spelling.gender === "feminine";
  const unit = value % 10;
  if (value === 2) return spellTwo(feminine, nominative);
  if (value <= 10) return UNITS[value]?.[feminine ? 1 : 0] ?? "";
  if (value < 20) return spellTeen(unit, feminine, nominative);
  const tens = Math.floor(value / 10);
  const ten = (tens === 2 ? "عشر" : (TENS[tens - 3] ?? "")) + (nominative ? "ون" : "ين");
  if (unit === 0) return ten;
  const first = unit === 1 && feminine ? "إحدى" : spellBelowHundred(unit, spelling);
  return first + AND + ten;
}

function spellTwo(feminine: boolean, nominative: boolean): string {
  return `${feminine ? "اثنت" : "اثن"}${nominative ? "ان" : "ين"}`;
}

function spellTeen(unit: number, feminine: boolean, nominative: boolean): string {
  const ten = feminine ? "عشرة" : "عشر";
  if (unit === 1) return `${feminine ? "إحدى" : "أحد"} ${ten}`;
  if (unit === 2) return `${feminine ? "اثنت" : "اثن"}${nominative ? "ا" : "ي"} ${ten}`;
  return `${UNITS[unit]?.[feminine ? 1 : 0] ?? ""} ${ten}`;
}

const read = (text: string) => readNumber({ text, tokens: tokenize(text) }, 0);

const SPELLINGS: readonly Spelling[] = [
  { gender: "masculine", case: "nominative" },
  { gender: "masculine", case: "oblique" },
  { gender: "feminine", case: "nominative" },
  { gender: "feminine", case: "oblique" },
];

test("every number below ten thousand is read back from its words, in both genders and cases", () => {
  for (const spelling of SPELLINGS) {
    for (let value = 0; value < 10_000; value += 1) {
      const words = spellNumber(value, spelling);
      expect([words, read(words)?.value]).toEqual([words, value]);
    }
  }
});

test("numbers up to the trillions are read back whole from their words", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.nat(2_000_000),
        fc.maxSafeNat().map((value) => value % 1e15),
      ),
      fc.constantFrom(...SPELLINGS),
      (value, spelling) => {
        const words = spellNumber(value, spelling);
        const number = read(words);
        expect([words, number?.value]).toEqual([words, value]);
        expect([number?.start, number?.end]).toEqual([0, words.length]);
      },
    ),
  );
});

test.each(NUMBER_WORDS.map(({ forms, word }) => [forms, word] as const))(
  "«%s» is a number word, also with و before it",
  (form, word) => {
    expect(numberWord(tokenize(form)[0])?.word).toMatchObject({ value: word.value });
    const joined = numberWord(tokenize(`و${form}`)[0]);
    if (joined?.and) expect(joined.word.value).toBe(word.value);
  },
);

test.each([
  ["مئة", 100],
  ["ثلاث مئة", 300],
  ["مائة وستة عشر", 116],
  ["97 ألفاً و399", 97_399],
  ["1 مليون و269 ألفا و 657", 1_269_657],
  ["6 آلاف و445", 6445],
  ["13ألف", 13_000],
  ["مليوني", 2_000_000],
  ["ألفا", 1000],
  ["ألفين وثمانية عشر", 2018],
  ["مليون ونصف المليون", 1_500_000],
  ["مليونين ونصف", 2_500_000],
  ["نصف مليون", 500_000],
  ["مئة ألف مليون", 1e11],
  ["واحد ونصف", 1.5],
  ["ثلاثة أرباع", 0.75],
  ["مئة وثلاثة أرباع", 100.75],
  ["ثلاثة وثلثان", 3.66666666666667],
  ["دزينتين", 24],
  ["الأربع والعشرين", 24],
  ["ثمانية وعشرون خمسا", 28],
  ["1,049,328", 1_049_328],
  ["١٢٣٬٤٥٦٫٥", 123_456.5],
  ["1.049.328,5", 1_049_328.5],
  ["2ر17", 17.2],
  ["5ر0", 0.5],
  ["7,8", 7.8],
  ["39،20", 39.2],
  ["26،013", 26_013],
  ["1 234 567", 1_234_567],
  ["٠٫٢٥", 0.25],
  [".77", 0.77],
  ["1.2e+4", 12_000],
  ["2^10", 1024],
])("«%s» is %d", (written, value) => {
  expect(read(written)?.value).toBe(value);
});

test.each([["12.08.2019"], ["آلاف"], ["أحد"], ["لست"], ["الموظفون"]])(
  "«%s» is no number",
  (written) => {
    expect(read(written)).toBeNull();
  },
);

test.each([
  ["بين 5 وعشرين", 1, 5],
  ["ثلاثة وأربعة", 0, 3],
  ["خمسون وستون", 0, 50],
])("«%s»: numbers beside one another stay apart", (written, at, value) => {
  expect(readNumber({ text: written, tokens: tokenize(written) }, at)?.value).toBe(value);
});
