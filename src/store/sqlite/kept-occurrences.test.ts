import { afterAll, expect, test } from "vitest";
import { openConnection } from "./connection.ts";
import { keepOccurrences } from "./kept-occurrences.ts";

const NOWHERE = { anywhere: [], inTitle: [] };
const MANY = 20_000;

const db = openConnection(":memory:", 100);
afterAll(() => db.close());

test("where a run occurs is asked once", () => {
  let asked = 0;
  const find = keepOccurrences(db, () => {
    asked += 1;
    return { anywhere: [2, 1], inTitle: [1] };
  });
  expect(find(["a"])).toEqual({ anywhere: [2, 1], inTitle: [1] });
  expect(find(["a"])).toEqual({ anywhere: [2, 1], inTitle: [1] });
  expect(asked).toBe(1);
});

test("runs that occur nowhere are not kept without end", () => {
  let asked = 0;
  const find = keepOccurrences(db, ([word]) => {
    if (word === "first") asked += 1;
    return NOWHERE;
  });
  find(["first"]);
  for (let at = 0; at < MANY; at += 1) find([`w${at}`]);
  find(["first"]);
  expect(asked).toBe(2);
});
