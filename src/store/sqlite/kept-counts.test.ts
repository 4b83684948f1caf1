import { afterAll, expect, test } from "vitest";
import { openConnection } from "./connection.ts";
import { keepCounts } from "./kept-counts.ts";

const db = openConnection(":memory:", 100);
afterAll(() => db.close());

test("what was counted is kept, and so is that there is none", () => {
  const asked: (readonly string[])[] = [];
  const count = keepCounts(db, (keys) => {
    asked.push(keys);
    return new Map([["a", 2]]);
  });
  expect(count(["a", "b"])).toEqual(
    new Map([
      ["a", 2],
      ["b", 0],
    ]),
  );
  expect(count(["b", "a"]).get("a")).toBe(2);
  expect(asked).toEqual([["a", "b"]]);
});

test("a count that failed is not kept as none", () => {
  let busy = true;
  const count = keepCounts(db, () => {
    if (busy) throw new Error("busy");
    return new Map([["a", 2]]);
  });
  expect(() => count(["a"])).toThrow("busy");
  busy = false;
  expect(count(["a"]).get("a")).toBe(2);
});
