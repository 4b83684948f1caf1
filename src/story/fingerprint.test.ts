import fc from "fast-check";
import { expect, test } from "vitest";
import { toFingerprint as toFingerprintOf, toOverlap } from "./fingerprint.ts";
import { hashWord } from "./hash.ts";

const toFingerprint = (text: readonly string[]) => toFingerprintOf(text.map(hashWord));
const words = (text: string) => text.split(" ");
const run = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `كلمة${from + i}`);

test("a text overlaps itself wholly", () => {
  const text = toFingerprint(run(0, 50));
  expect(toOverlap(text, text)).toEqual({ jaccard: 1, shareOfFirst: 1, shareOfSecond: 1 });
});

test("a cut text stands wholly in the text it was cut from", () => {
  const overlap = toOverlap(toFingerprint(run(0, 40)), toFingerprint(run(0, 100)));
  expect(overlap.shareOfFirst).toBe(1);
  expect(overlap.shareOfSecond).toBeCloseTo(38 / 98);
});

test("the same words in another order share nothing", () => {
  const overlap = toOverlap(toFingerprint(run(0, 30)), toFingerprint(run(0, 30).reverse()));
  expect(overlap.jaccard).toBe(0);
});

test("texts of one or two words can be compared", () => {
  expect(toOverlap(toFingerprint(words("خبر")), toFingerprint(words("خبر"))).jaccard).toBe(1);
  expect(toOverlap(toFingerprint(words("خبر عاجل")), toFingerprint(words("خبر آخر"))).jaccard).toBe(
    0,
  );
});

test("an empty text overlaps nothing, itself included", () => {
  expect(toOverlap(toFingerprint([]), toFingerprint([])).jaccard).toBe(0);
});

test("any shared passage of nine words leaves a mark in common, wherever it stands", () => {
  const word = fc.integer({ min: 0, max: 1_000_000 }).map((n) => `و${n}`);
  const text = fc.array(word, { maxLength: 60 });
  const passage = fc.array(word, { minLength: 9, maxLength: 30 });
  fc.assert(
    fc.property(passage, text, text, text, text, (shared, a, b, c, d) => {
      const first = new Set(toFingerprint([...a, ...shared, ...b]).marks);
      const second = toFingerprint([...c, ...shared, ...d]).marks;
      expect(second.some((mark) => first.has(mark))).toBe(true);
    }),
  );
});

test("overlap is the same from either side", () => {
  const text = fc.array(fc.constantFrom("ا", "ب", "ت", "ث"), { maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [toFingerprint(a), toFingerprint(b)];
      const there = toOverlap(x, y);
      const back = toOverlap(y, x);
      expect(back).toEqual({
        jaccard: there.jaccard,
        shareOfFirst: there.shareOfSecond,
        shareOfSecond: there.shareOfFirst,
      });
    }),
  );
});
