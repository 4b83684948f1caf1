import { expect, test } from "vitest";
import { factOf, newWord } from "./word.ts";

test("a word is asked once, whether its answer is the usual one or another", () => {
  const asked: string[] = [];
  const place = factOf<string | null>((folded) => {
    asked.push(folded);
    return folded === "بغزه" ? "غزه" : null;
  }, null);
  const [common, named] = [newWord("قال"), newWord("بغزه")];
  expect([place(common), place(named), place(common), place(named)]).toEqual([
    null,
    "غزه",
    null,
    "غزه",
  ]);
  expect(asked).toEqual(["قال", "بغزه"]);
});

test("questions do not answer for each other", () => {
  const length = factOf((folded) => folded.length, 0);
  const isLong = factOf((folded) => folded.length > 5, false);
  const first = factOf((folded) => folded.charAt(0));
  const word = newWord("جسر");
  expect([isLong(word), length(word), first(word)]).toEqual([false, 3, "ج"]);
  expect([isLong(word), length(word), first(word)]).toEqual([false, 3, "ج"]);
  expect([isLong(newWord("")), length(newWord(""))]).toEqual([false, 0]);
});

test("more questions than there are bits are answered all the same", () => {
  const questions = Array.from({ length: 40 }, (_, k) =>
    factOf((folded) => folded.length === k, false),
  );
  const word = newWord("ميناء");
  for (let round = 0; round < 2; round += 1)
    expect(questions.flatMap((ask, k) => (ask(word) ? [k] : []))).toEqual([5]);
});
