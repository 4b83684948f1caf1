import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toArticleNumber, toNumberRange } from "./article-number.ts";

const SECOND = 2 ** 20;

describe("an article's number", () => {
  test("is its second and its sequence", () => {
    expect(toArticleNumber(5_999, 3)).toBe(5 * SECOND + 3);
  });

  test("of an undated article is below every dated one", () => {
    expect(toArticleNumber(null, SECOND - 1)).toBeLessThan(toArticleNumber(0, 0));
  });

  test("of a time before 1970 or beyond the calendar stays a safe integer", () => {
    expect(toArticleNumber(-1e15, 0)).toBe(SECOND);
    expect(toArticleNumber(8.64e15, SECOND - 1)).toBe(Number.MAX_SAFE_INTEGER);
  });

  test("takes the sequence round", () => {
    expect(toArticleNumber(1_000, SECOND + 7)).toBe(toArticleNumber(1_000, 7));
  });

  test("grows with time, whatever the sequences", () => {
    const instant = fc.integer({ min: 1_000, max: 4e12 });
    const sequence = fc.nat(SECOND * 3);
    fc.assert(
      fc.property(instant, instant, sequence, sequence, (one, other, first, second) => {
        const apart = Math.floor(one / 1000) - Math.floor(other / 1000);
        const numbers = toArticleNumber(one, first) - toArticleNumber(other, second);
        expect(apart === 0 || Math.sign(apart) === Math.sign(numbers)).toBe(true);
      }),
    );
  });
});

describe("a range of numbers", () => {
  test("without ends is everything, the undated too", () => {
    expect(toNumberRange({ from: null, to: null })).toEqual({ from: null, to: null });
  });

  test("is half open, to the second", () => {
    const range = toNumberRange({ from: 10_000, to: 20_000 });
    expect(range).toEqual({ from: toArticleNumber(10_000, 0), to: toArticleNumber(20_000, 0) });
  });

  test("with an end but no beginning leaves the undated out and keeps 1970 in", () => {
    const { from } = toNumberRange({ from: null, to: 20_000 });
    expect(from).toBeGreaterThan(toArticleNumber(null, SECOND - 1));
    expect(from).toBeLessThanOrEqual(toArticleNumber(-5_000, 0));
  });

  test("with a beginning but no end stays open", () => {
    expect(toNumberRange({ from: 10_000, to: null }).to).toBeNull();
  });
});
