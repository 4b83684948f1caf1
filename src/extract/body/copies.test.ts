import fc from "fast-check";
import { expect, test } from "vitest";
import { scanHtml } from "../html/scan.ts";
import { countCopies } from "./copies.ts";

test("a text that stands twice is counted, and what is only alike is not", () => {
  const lines = ["افتتاح", "المكتبة", "افتتاح", "افتقاح", "افتتاح"];
  const { first, count, before } = countCopies(scanHtml(lines.map((x) => `<p>${x}</p>`).join("")));
  expect([...first]).toEqual([0, 1, 0, 3, 0]);
  expect([...count]).toEqual([3, 1, 0, 1, 0]);
  expect([...before]).toEqual([0, 0, 1, 0, 2]);
});

test("copies of any lines are counted as one by one", () => {
  const some = fc.array(fc.string({ unit: fc.constantFrom("أ", "ب", "c"), minLength: 1 }));
  fc.assert(
    fc.property(some, (lines) => {
      const { first, count, before } = countCopies(
        scanHtml(lines.map((line) => `<p>${line}</p>`).join("")),
      );
      lines.forEach((line, at) => {
        expect(first[at]).toBe(lines.indexOf(line));
        expect(count[first[at] ?? -1]).toBe(lines.filter((other) => other === line).length);
        expect(before[at]).toBe(lines.slice(0, at).filter((other) => other === line).length);
      });
    }),
  );
});
