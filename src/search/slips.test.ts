import fc from "fast-check";
import { expect, test } from "vitest";
import { isNear, slipsOf, writesGOtherwise } from "./slips.ts";
import { NEAR_LETTERS } from "./tables/near-letters.ts";

test.each(NEAR_LETTERS)("by $why «$slip» is near «$right»", ({ letters, right, slip }) => {
  expect(slipsOf(slip).get(right)).toBeLessThan(1);
  for (const a of letters) for (const b of letters) expect(isNear(a, b)).toBe(true);
});

test.each([
  ["a letter written twice", "الرييس", "الريس", 0.25],
  ["a long vowel left out", "الانتخبات", "الانتخابات", 0.5],
  ["a doubled letter written once", "المسولين", "المسوولين", 0.5],
  ["another letter left out", "المتحه", "المتحده", 1],
  ["neighbors swapped", "برلشونه", "برشلونه", 0.5],
  ["a letter too many", "المتححمده", "المتحمده", 0.25],
  ["a hamza written as it is heard", "قرايه", "قراءه", 0.25],
  ["a strange letter", "مرسا", "مرفا", 1],
])("%s", (_what, slip, right, cost) => {
  expect(slipsOf(slip).get(right)).toBe(cost);
});

test("no word is a slip of itself, and none is further away than one slip", () => {
  const words = fc.array(fc.constantFrom(..."ابتر"), { maxLength: 6 });
  fc.assert(
    fc.property(words, (letters) => {
      const word = letters.join("");
      for (const [slip, cost] of slipsOf(word)) {
        expect(slip).not.toBe(word);
        expect(Math.abs(slip.length - word.length)).toBeLessThan(2);
        expect(cost).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["موجيريني", "موغيريني", true],
  ["جوارديولا", "كوارديولا", true],
  ["موغيريني", "موغيريني", false],
  ["موغيريني", "موغريني", false],
])("«%s» and «%s» differ by G alone: %s", (a, b, differ) => {
  expect(writesGOtherwise(a, b)).toBe(differ);
});
