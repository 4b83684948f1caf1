import { expect, test } from "vitest";
import type { Correction, Verdict } from "../model/index.ts";
import { readBelonging } from "./belonging.ts";

const stated = (first: string, second: string, verdict: Verdict, day: number): Correction => ({
  first,
  second,
  verdict,
  at: `2026-03-0${day}T00:00:00.000Z`,
});
const ids = (...names: readonly string[]) => names.map((id) => ({ id }));

test("reports said to be apart keep all that stand with them apart", () => {
  const { areApart } = readBelonging([stated("a", "c", "apart", 1)]);
  expect(areApart(ids("a", "b"), ids("c", "d"))).toBe(true);
  expect(areApart(ids("c"), ids("b", "a"))).toBe(true);
  expect(areApart(ids("b"), ids("c", "d"))).toBe(false);
});

test("a report belongs where what was said last first says, and is known to the report that stands for the story", () => {
  const { anchorsOf, followersOf } = readBelonging([
    stated("a", "b", "together", 1),
    stated("a", "c", "together", 2),
  ]);
  expect(anchorsOf("a")).toEqual(["c", "b"]);
  expect(anchorsOf("b")).toEqual([]);
  expect(followersOf("b")).toEqual(["a"]);
});

test("what is said of accounts says nothing of stories", () => {
  const { areApart, anchorsOf } = readBelonging([
    stated("a", "b", "different", 1),
    stated("a", "c", "same", 1),
  ]);
  expect(areApart(ids("a"), ids("b"))).toBe(false);
  expect(anchorsOf("a")).toEqual([]);
});
