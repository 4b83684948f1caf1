import { expect, test } from "vitest";
import { readLinkedData } from "./linked-data.ts";

test.each([
  ["marks after it", '{"@type":"Article","headline":"عنوان"} ;, ; '],
  ["a comma too many", '{"@type":"Article","headline":"عنوان" , }'],
  ["two objects side by side", '{"@type":"Person"} , {"@type":"Article","headline":"عنوان"}'],
])("linked data with %s is repaired", (_what, source) => {
  expect(readLinkedData([source]).nodes.map(({ headline }) => headline)).toContain("عنوان");
});

test.each([
  ["in the middle", `{"@type":${" ".repeat(200_000)}x`],
  ["after an object", `{"a":1}${" ".repeat(200_000)}x`],
  ["after a comma", `{"a":1,${" ".repeat(200_000)}x`],
])("white space without end %s is read in bounded time", (_what, source) => {
  const started = process.cpuUsage();
  expect(readLinkedData([source]).nodes).toEqual([]);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(1500);
});
