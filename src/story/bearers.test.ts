import { expect, test } from "vitest";
import { createBearers } from "./bearers.ts";
import type { Report } from "./report.ts";

const report = (id: string, ...lead: readonly number[]): Report =>
  ({ id, instant: 0, profile: { leadNumbers: Uint32Array.from(lead) } }) as Report;

/** Each term tells as much as its number says. */
function sharing(
  bearers: ReturnType<typeof createBearers>,
  numbers: readonly number[],
  sought = { most: 24, instant: 0, withinMs: 1000 },
) {
  const terms = {
    numbers: Uint32Array.from(numbers),
    evidence: Float64Array.from(numbers),
    count: numbers.length,
  };
  return bearers.mostSharing(terms, sought).map(({ id }) => id);
}

test("evidence of all shared terms is added up, report by report, and again the same", () => {
  const bearers = createBearers();
  bearers.add(report("four", 4));
  bearers.add(report("five", 1, 2, 3));
  bearers.add(report("three", 3, 5));
  expect(sharing(bearers, [2, 3, 4, 9])).toEqual(["five", "four", "three"]);
  expect(sharing(bearers, [2, 3, 4, 9])).toEqual(["five", "four", "three"]);
});

test("of equals the latest comes first, then the first by name; farther ones and those beyond the most asked for are left out", () => {
  const bearers = createBearers();
  const at = (id: string, instant: number, ...terms: readonly number[]) =>
    bearers.add({ ...report(id, ...terms), instant });
  at("early", 100, 3);
  at("b", 300, 3);
  at("a", 300, 3);
  at("little", 300, 2);
  at("far", 2000, 3);
  const sought = { most: 3, instant: 300, withinMs: 1000 };
  expect(sharing(bearers, [2, 3], sought)).toEqual(["a", "b", "early"]);
  expect(sharing(bearers, [2, 3], { ...sought, most: 4 })).toEqual(["a", "b", "early", "little"]);
  expect(sharing(bearers, [2, 3], { ...sought, most: 1 })).toEqual(["a"]);
});

test("who has left bears nothing, and his seat is another's", () => {
  const bearers = createBearers();
  const gone = report("gone", 1, 2);
  bearers.add(gone);
  bearers.remove(gone);
  bearers.add(report("next", 2));
  expect(sharing(bearers, [1, 2])).toEqual(["next"]);
});

test("those that stay are found, in whatever order the others leave", () => {
  const bearers = createBearers();
  const all = Array.from({ length: 60 }, (_, at) => report(`r${String(at).padStart(2, "0")}`, 7));
  for (const each of all) bearers.add(each);
  const leaving = all.filter((_, at) => at % 3 !== 0).sort((a, b) => (a.id > b.id ? -1 : 1));
  for (const each of [...leaving.slice(20), ...leaving.slice(0, 20)]) bearers.remove(each);
  const staying = all.filter((each) => !leaving.includes(each)).map(({ id }) => id);
  expect(sharing(bearers, [7])).toEqual(staying);
});

test("a term that more than four hundred bear tells nothing", () => {
  const bearers = createBearers();
  for (let at = 0; at < 401; at += 1) bearers.add(report(`r${at}`, 7, 1000 + at));
  expect(sharing(bearers, [7])).toEqual([]);
  expect(sharing(bearers, [7, 1400])).toEqual(["r400"]);
});

test("more reports than there were seats keep their evidence apart", () => {
  const bearers = createBearers();
  for (let at = 0; at < 3000; at += 1) bearers.add(report(`r${at}`, at));
  expect(sharing(bearers, [5, 2999])).toEqual(["r2999", "r5"]);
});
