import { expect, test } from "vitest";
import { createBearers } from "./bearers.ts";
import type { Report } from "./report.ts";

const report = (id: string, ...lead: readonly number[]): Report =>
  ({ id, profile: { lead: Uint32Array.from(lead) } }) as Report;

function sharing(bearers: ReturnType<typeof createBearers>, ...slots: readonly number[]) {
  const found: [string, number][] = [];
  bearers.eachSharing(
    slots.map((slot) => ({ slot, evidence: slot })),
    ({ id }, evidence) => found.push([id, evidence]),
  );
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

test("evidence of all shared terms is added up, report by report, and again the same", () => {
  const bearers = createBearers();
  bearers.add(report("a", 1, 2, 3));
  bearers.add(report("b", 3, 4));
  const found = [
    ["a", 5],
    ["b", 3],
  ];
  expect(sharing(bearers, 2, 3, 9)).toEqual(found);
  expect(sharing(bearers, 2, 3, 9)).toEqual(found);
});

test("who has left bears nothing, and his seat is another's", () => {
  const bearers = createBearers();
  const gone = report("gone", 1, 2);
  bearers.add(gone);
  bearers.remove(gone);
  bearers.add(report("next", 2));
  expect(sharing(bearers, 1, 2)).toEqual([["next", 2]]);
});

test("a term that more than four hundred bear tells nothing", () => {
  const bearers = createBearers();
  for (let at = 0; at < 401; at += 1) bearers.add(report(`r${at}`, 7, 1000 + at));
  expect(sharing(bearers, 7)).toEqual([]);
  expect(sharing(bearers, 7, 1400)).toEqual([["r400", 1400]]);
});

test("more reports than there were seats keep their evidence apart", () => {
  const bearers = createBearers();
  for (let at = 0; at < 3000; at += 1) bearers.add(report(`r${at}`, at));
  expect(sharing(bearers, 5, 2999)).toEqual([
    ["r2999", 2999],
    ["r5", 5],
  ]);
});
