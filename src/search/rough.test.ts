import fc from "fast-check";
import { expect, test } from "vitest";
import { addRarities, takeBest } from "./rough.ts";

test("a rare run tells more than a common one, and one in the title twice as much", () => {
  const common = { anywhere: [5, 4, 3, 2, 1], inTitle: [] };
  const rare = { anywhere: [4, 2], inTitle: [2] };
  const { numbers, scores } = addRarities([common, rare], 100);
  const at = (number: number) => scores[numbers.indexOf(number)] ?? Number.NaN;
  expect([...numbers]).toEqual([5, 4, 3, 2, 1]);
  expect(at(5)).toBe(at(1));
  expect(at(4) - at(5)).toBeGreaterThan(at(5));
  expect(at(2) - at(4)).toBeCloseTo(at(4) - at(5));
});

test("nothing found is no article", () => {
  expect(addRarities([{ anywhere: [], inTitle: [] }], 100).numbers).toHaveLength(0);
  expect(addRarities([], 100).numbers).toHaveLength(0);
  expect(takeBest(addRarities([], 100), 5)).toEqual([]);
});

/** Article numbers, the newest first. */
const lists = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 })
  .map((numbers) => numbers.sort((a, b) => b - a));

test("what is added up list by list comes out as article by article", () => {
  const found = fc.array(fc.record({ anywhere: lists, inTitle: lists }), { maxLength: 6 });
  fc.assert(
    fc.property(found, (occurrences) => {
      const alone = occurrences.map((each) => addRarities([each], 50));
      const expected = new Map<number, number>();
      for (const { numbers, scores } of alone)
        numbers.forEach((number, at) => {
          expected.set(number, (expected.get(number) ?? 0) + (scores[at] ?? 0));
        });
      const { numbers, scores } = addRarities(occurrences, 50);
      expect([...numbers]).toEqual([...expected.keys()].sort((a, b) => b - a));
      numbers.forEach((number, at) => {
        expect(scores[at]).toBeCloseTo(expected.get(number) ?? 0);
      });
    }),
  );
});

test("the best are those that sorting all would put first", () => {
  const worth = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 });
  fc.assert(
    fc.property(worth, fc.nat(12), (scores, most) => {
      const numbers = scores.map((_, at) => 100 - at);
      const all = numbers
        .map((number, at) => ({ number, score: scores[at] ?? 0 }))
        .sort((a, b) => b.score - a.score || b.number - a.number);
      const rough = { numbers: Float64Array.from(numbers), scores: Float64Array.from(scores) };
      expect(takeBest(rough, most)).toEqual(all.slice(0, most).map(({ number }) => number));
    }),
  );
});
