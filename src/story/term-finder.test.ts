import fc from "fast-check";
import { expect, test } from "vitest";
import { createTermFinder, lookFor, placeOf } from "./term-finder.ts";

const MOST_SLOT = 2 ** 21 - 1;
const MOST_TERMS = 700;

test("a term is found where the list has it, whatever was looked for before", () => {
  const terms = fc.uniqueArray(fc.integer({ min: 0, max: MOST_SLOT }), { maxLength: MOST_TERMS });
  const finder = createTermFinder();
  fc.assert(
    fc.property(terms, terms, (wanted, others) => {
      lookFor(finder, Uint32Array.from(wanted));
      const all = [...wanted, ...others];
      expect(all.map((term) => placeOf(finder, term))).toEqual(
        all.map((term) => wanted.indexOf(term)),
      );
    }),
    { numRuns: 30 },
  );
});

test("terms that end in the same bits are told apart", () => {
  const finder = createTermFinder();
  const terms = [2, 3, 4].map((n) => n * 2 ** 12 + 2047);
  lookFor(finder, Uint32Array.from(terms.slice(0, 2)));
  expect(terms.map((term) => placeOf(finder, term))).toEqual([0, 1, -1]);
});
