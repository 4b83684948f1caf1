import { expect, test } from "vitest";
import { keepRarest } from "./plan.ts";

test("common words are left to the score when rare ones find enough", () => {
  const articles = new Map([
    ["رييس", 5000],
    ["مرفا", 12],
    ["سفين", 300],
  ]);
  expect(keepRarest([["رييس"], ["مرفا"], ["سفين"], ["مرفا", "رييس"]], articles)).toEqual([
    ["مرفا"],
    ["مرفا", "رييس"],
    ["سفين"],
  ]);
});

test("a query of one common word keeps it", () => {
  expect(keepRarest([["رييس"]], new Map([["رييس", 1_000_000]]))).toEqual([["رييس"]]);
  expect(keepRarest([], new Map())).toEqual([]);
});
