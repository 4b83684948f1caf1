import fc from "fast-check";
import { expect, test } from "vitest";
import { wordOf } from "../text/index.ts";
import { agreementOf, isOneStem, readSketch, toCode, toRough, toSketch } from "./sketch.ts";

test("a sketch reads back as the codes of its words, the title's first, function words left out", () => {
  const sketch = readSketch(
    toSketch(["اغلاق", "المرفا"].map(wordOf), ["في", "اغلق", "المرفا"].map(wordOf)),
  );
  expect(sketch.titleWords).toBe(2);
  expect([...sketch.codes]).toEqual(["اغلاق", "المرفا", "اغلق", "المرفا"].map(toCode));
});

test.each([
  ["the same word", "المرفا", "المرفا", "form"],
  ["another form of the stem", "المرفا", "مرفا", "stem"],
  ["another stem of the skeleton", "اغلاق", "يغلق", "skeleton"],
] as const)("%s agrees by %s and %s", (_what, a, b, agreement) => {
  expect(toRough(toCode(a))).toBe(toRough(toCode(b)));
  expect(agreementOf(toCode(a), toCode(b))).toBe(agreement);
  expect(isOneStem(toCode(a), toCode(b))).toBe(agreement !== "skeleton");
});

test("bytes that are no sketch are read without fault", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(3), (bytes, skip) => {
      const { titleWords, codes } = readSketch(bytes.subarray(skip));
      expect(titleWords).toBeLessThanOrEqual(codes.length);
    }),
  );
});

test("a very long text is kept in part", () => {
  const body = Array.from({ length: 5000 }, (_, at) => `كلمه${at}`);
  expect(toSketch([], body.map(wordOf)).length).toBeLessThan(4000);
});
