import { expect, test } from "vitest";
import { chancesOf, readTrees } from "./trees.ts";

/** Two trees: the first looks at column 0, the second at column 1 and again at column 0. */
const TREES = readTrees({
  starts: [0, 3],
  nodes: "0,0.5,1,2;-1,-2,0,0;-1,1,0,0;1,3,4,5;-1,0.25,0,0;0,2,6,7;-1,-1,0,0;-1,4,0,0",
});
const TABLE = { rows: Float32Array.from([0, 0, 0.5, 3, 2, 9]), stride: 2 };
const toChance = (score: number) => 1 / (1 + Math.exp(-score));

test("a row's chance is that of the sum of the leaves it comes to; a value at the threshold goes up", () => {
  const chances = chancesOf(TREES, TABLE, Int32Array.of(0, 1, 2));
  expect([...chances]).toEqual([toChance(-2 + 0.25), toChance(1 - 1), toChance(1 + 4)]);
});

test("rows that are not asked for have none", () => {
  expect([...chancesOf(TREES, TABLE, Int32Array.of(2))]).toEqual([0, 0, toChance(5)]);
});

test("a row whose first trees are below the bound is given up, one at it is not", () => {
  const given = (below: number) =>
    chancesOf(TREES, TABLE, Int32Array.of(0, 2), { after: 1, below });
  expect([...given(0)]).toEqual([0, 0, toChance(5)]);
  expect([...given(-2)]).toEqual([toChance(-1.75), 0, toChance(5)]);
});

test("a tree without tests says the same of every row", () => {
  const [low, high] = chancesOf(
    readTrees({ starts: [0, 1], nodes: "-1,0.5,0,0;0,1,2,3;-1,-1,0,0;-1,1,0,0" }),
    TABLE,
    Int32Array.of(0, 2),
  ).filter((chance) => chance !== 0);
  expect([low, high]).toEqual([toChance(-0.5), toChance(1.5)]);
});
