import { expect, test } from "vitest";
import { createScratch } from "./scratch.ts";

test("a scratch gives lists as long as asked, of one space until a longer one is needed", () => {
  const scratch = createScratch();
  const [short, long, longest] = [scratch(3), scratch(4000), scratch(90_000)];
  expect([short, long, longest].map((list) => list.length)).toEqual([3, 4000, 90_000]);
  expect(long.buffer).toBe(short.buffer);
  expect(scratch(90_001).buffer).toBe(longest.buffer);
  expect(scratch(1_000_000)).toHaveLength(1_000_000);
  expect(scratch(3).buffer).toBe(longest.buffer);
});
