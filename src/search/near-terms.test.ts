import { expect, test } from "vitest";
import { toDistance } from "./near-terms.ts";

test.each([
  ["the same", "مرفا", "مرفا", 0],
  ["letters that sound alike cost half", "ناجورنو", "ناغورنو", 0.5],
  ["any other letter costs one", "مرفا", "مرسا", 1],
  ["a letter more", "كاراباخ", "كرباخ", 2],
  ["two neighbours swapped", "مرفا", "مفرا", 1],
  ["nothing in common", "اب", "سد", 2],
])("%s", (_what, a, b, distance) => {
  expect(toDistance(a, b)).toBe(distance);
  expect(toDistance(b, a)).toBe(distance);
});
