import { expect, test } from "vitest";
import { ALIASES } from "../text/index.ts";
import { findExpansions } from "./aliases.ts";
import { toPlan } from "./plan.ts";
import { readQuery } from "./read-query.ts";
import { foldedWords, toTerm } from "./words.ts";

const expand = (text: string) => findExpansions(readQuery(text));
const REQUEST = { order: "newest", limit: 10, offset: 0 } as const;

test.each(ALIASES.map((row) => [row[0] ?? "", row] as const))(
  "%s is found by each of its names",
  (_name, row) => {
    for (const written of row) {
      const names = expand(written).flatMap((expansion) => expansion.names);
      const own = foldedWords(written).map(toTerm).join(" ");
      const others = row.filter((name) => foldedWords(name).map(toTerm).join(" ") !== own);
      expect(names).toEqual(others);
    }
  },
);

test("no name stands in two rows", () => {
  const keys = ALIASES.flatMap((row) => [
    ...new Set(row.map((name) => foldedWords(name).map(toTerm).join(" "))),
  ]);
  expect(new Set(keys).size).toBe(keys.length);
});

test("a name inside a query is found, in any form the index matches", () => {
  expect(expand("الحرب في قره باغ")).toMatchObject([{ words: ["قره", "باغ"] }]);
});

test("an expansion can be taken back, and then it is gone", () => {
  const [expansion] = expand("الحرب في كاراباخ");
  expect(expansion?.without).toBe("الحرب في =كاراباخ");
  expect(expand(expansion?.without ?? "")).toEqual([]);
  expect(readQuery("=كاراباخ")).toMatchObject({ words: ["كاراباخ"], literal: ["كاراباخ"] });
});

test("where each word must occur, of words with OR between them one does, or another name of it", () => {
  const query = readQuery('"مرفأ سهلان" OR كاراباخ حرب ترامب');
  const plan = toPlan(query, findExpansions(query), REQUEST);
  const toRun = (words: string) => words.split(" ").map(toTerm);
  expect(plan.all).toEqual([toRun("حرب")]);
  const [places, people, ...others] = plan.either ?? [];
  expect(others).toEqual([]);
  expect(places).toEqual(
    expect.arrayContaining([toRun("مرفا سهلان"), toRun("كاراباخ"), toRun("قره باغ")]),
  );
  expect(people).toEqual([toRun("ترامب"), toRun("ترمب")]);
});

test("where each word must occur, a name may be answered by the others", () => {
  const query = readQuery("حرب كاراباخ");
  const plan = toPlan(query, findExpansions(query), REQUEST);
  expect(plan.all).toEqual([[toTerm("حرب")]]);
  expect(plan.either?.[0]).toContainEqual(["قره", "باغ"].map(toTerm));
});
