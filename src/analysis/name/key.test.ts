import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "../../text/index.ts";
import { toNameKey } from "./key.ts";
import { COUNTRIES } from "./tables/countries.ts";
import { DROPPED_HEADS } from "./tables/dropped-heads.ts";
import { KNOWN_PEOPLE } from "./tables/known-people.ts";
import { NICKNAMES } from "./tables/nicknames.ts";
import { ORGANISATIONS } from "./tables/organisations.ts";
import { PLACES } from "./tables/places.ts";
import { SPELLING_RULES } from "./tables/spelling-rules.ts";

const key = (name: string) => toNameKey(tokenize(name).map(({ folded }) => folded));

const ROWS = [
  ...COUNTRIES.map((row) => row.split("|").slice(1)),
  ...[...PLACES, ...ORGANISATIONS, ...KNOWN_PEOPLE].map((row) => row.split("|")),
];

test.each(ROWS)("all forms of %s are one name", (...forms) => {
  expect(new Set(forms.map(key)).size).toBe(1);
});

test("no two rows of the tables are one name", () => {
  const rows = new Map<string, string>();
  for (const [first = ""] of ROWS) {
    expect([rows.get(key(first)) ?? first, first]).toEqual([first, first]);
    rows.set(key(first), first);
  }
});

test.each(SPELLING_RULES.map((rule) => [rule.name, ...rule.example] as const))(
  "%s: %s and %s are one name",
  (_rule, written, other) => {
    expect(key(`مارسيل ${written}`)).toBe(key(`مارسيل ${other}`));
  },
);

test.each(NICKNAMES.flatMap(([name, ...others]) => others.map((other) => [name, other] as const)))(
  "%s and %s are one given name before the same surname",
  (name, other) => {
    expect(key(`${other} كولدراي`)).toBe(key(`${name} كولدراي`));
  },
);

test.each(DROPPED_HEADS)("«%s» may be left out before a name", (head) => {
  expect(key(`${head} بلوستريم`)).toBe(key("بلوستريم"));
});

test.each([
  ["spaces of compound names", "عبد الله سالم", "عبدالله سالم"],
  ["أبو joined", "أبو ريحان", "أبوريحان"],
  ["a title", "الأمير سالم بن راشد", "سالم بن راشد"],
  ["a title of three words", "خادم الحرمين الشريفين الملك سالم", "الملك سالم"],
  ["harakat", "سَعيّد الطائي", "سعيد الطائي"],
  ["ALEF MAKSURA for YEH", "راضى الحسينى", "راضي الحسيني"],
  ["a case ending", "الإصلاحيون", "الإصلاحيين"],
])("%s: the same name", (_what, a, b) => {
  expect(key(a)).toBe(key(b));
});

test.each([
  ["given names one letter apart", "حسن", "حسين"],
  ["given names one vowel apart", "سالم", "سليم"],
  ["one surname, two people", "سالم الطائي", "راشد الطائي"],
  ["short foreign words with different vowels", "بيكر", "بوكر"],
  ["a place and its namesake", "غينيا", "غينيا بيساو"],
  ["a party and its brigades", "حزب الله", "كتائب حزب الله"],
])("%s: two names", (_what, a, b) => {
  expect(key(a)).not.toBe(key(b));
});

test("a key is never empty and never throws", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), (words) => {
      expect(typeof toNameKey(words)).toBe("string");
    }),
  );
});
