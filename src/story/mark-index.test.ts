import fc from "fast-check";
import { expect, test } from "vitest";
import { createMarkIndex } from "./mark-index.ts";
import type { Report } from "./report.ts";

const report = (id: string, ...marks: readonly number[]): Report =>
  ({ id, fingerprint: { marks: Uint32Array.from(marks) } }) as Report;

function sharing(index: ReturnType<typeof createMarkIndex>, ...marks: readonly number[]) {
  const found: [string, number][] = [];
  index.eachSharing(report("asked", ...marks), ({ id }, count) => found.push([id, count]));
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

test("marks in common are counted for each report, marks of 0 and above two thousand million as well", () => {
  const index = createMarkIndex();
  index.add(report("a", 0, 7, 4_294_967_295));
  index.add(report("b", 7));
  const found = [
    ["a", 3],
    ["b", 1],
  ];
  expect(sharing(index, 0, 7, 9, 4_294_967_295)).toEqual(found);
  expect(sharing(index, 0, 7, 9, 4_294_967_295)).toEqual(found);
});

test("of the bearers of one mark the forty added last count, those that are gone left out", () => {
  const index = createMarkIndex();
  const all = Array.from({ length: 60 }, (_, at) => report(`r${String(at).padStart(2, "0")}`, 7));
  for (const each of all) index.add(each);
  expect(sharing(index, 7).map(([id]) => id)).toEqual(all.slice(20).map(({ id }) => id));
  for (const each of all.slice(50)) index.remove(each);
  expect(sharing(index, 7).map(([id]) => id)).toEqual(all.slice(10, 50).map(({ id }) => id));
});

test("however many come and go, each is found by its marks while it is there", () => {
  const change = fc.record({
    marks: fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 30 }),
    leaves: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 300, maxLength: 400 }), (changes) => {
      const index = createMarkIndex();
      const there: Report[] = [];
      for (const [at, { marks, leaves }] of changes.entries()) {
        const coming = report(`r${at}`, ...marks.map((mark) => mark * 1000 + (at % 30)));
        index.add(coming);
        there.push(coming);
        const leaving = leaves ? there.shift() : undefined;
        if (leaving !== undefined) index.remove(leaving);
      }
      for (const { id, fingerprint } of there.slice(-20))
        expect(sharing(index, ...fingerprint.marks)).toContainEqual([id, fingerprint.marks.length]);
      const ids = new Set(there.map(({ id }) => id));
      const found = sharing(index, ...changes.flatMap((_, at) => [at * 1000 + (at % 30)]));
      expect(found.filter(([id]) => !ids.has(id))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
