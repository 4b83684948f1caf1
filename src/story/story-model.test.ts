import { expect, test } from "vitest";
import type { Comparison } from "./similarity.ts";
import { toLogOdds } from "./story-model.ts";

const PAIR: Comparison = {
  whole: 0.1,
  title: 0.1,
  titles: 0,
  leads: 0,
  rare: 12,
  rareAnywhere: 25,
  gapDays: 1,
  near: 0,
  sameOutlet: 0,
};
const YOUNG = -2;
const FULL = 0;

test("in a young window two reports are likelier of one event, two of one outlet are not", () => {
  expect(toLogOdds(PAIR, PAIR, YOUNG)).toBeGreaterThan(toLogOdds(PAIR, PAIR, FULL));
  const ofOne: Comparison = { ...PAIR, sameOutlet: 1 };
  expect(toLogOdds(ofOne, PAIR, YOUNG)).toBe(toLogOdds(ofOne, PAIR, FULL));
});

test("beyond four days a gap is taken as four days", () => {
  expect(toLogOdds({ ...PAIR, gapDays: 9 }, PAIR, FULL)).toBe(
    toLogOdds({ ...PAIR, gapDays: 4 }, PAIR, FULL),
  );
});
