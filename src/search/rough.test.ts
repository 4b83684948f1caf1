import { expect, test } from "vitest";
import { addRarities } from "./rough.ts";

test("a rare run tells more than a common one, and one in the title twice as much", () => {
  const common = { anywhere: [5, 4, 3, 2, 1], inTitle: [] };
  const rare = { anywhere: [4, 2], inTitle: [2] };
  const scores = addRarities([common, rare], 100);
  const at = (number: number) => scores.get(number) ?? Number.NaN;
  expect([...scores.keys()]).toEqual([5, 4, 3, 2, 1]);
  expect(at(5)).toBe(at(1));
  expect(at(4) - at(5)).toBeGreaterThan(at(5));
  expect(at(2) - at(4)).toBeCloseTo(at(4) - at(5));
});

test("nothing found is no article", () => {
  expect(addRarities([{ anywhere: [], inTitle: [] }], 100)).toEqual(new Map());
  expect(addRarities([], 100)).toEqual(new Map());
});
