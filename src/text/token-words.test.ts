import { expect, test } from "vitest";
import { tokensFrom, wordsOf } from "./token-words.ts";
import { tokenize } from "./tokens.ts";
import { factOf } from "./word.ts";

test("tokens of one written form share a word, and a fact is found out once for it", () => {
  let asked = 0;
  const lengthOf = factOf((folded) => {
    asked += 1;
    return folded.length;
  });
  const [first, other, again] = wordsOf(tokenize("ميناء المرفأ ميناء"));
  expect(first).toBe(again);
  expect([first, other, again].map((word) => word && lengthOf(word))).toEqual([5, 6, 5]);
  expect(asked).toBe(2);
});

test("null is a fact too", () => {
  let asked = 0;
  const none = factOf(() => {
    asked += 1;
    return null;
  });
  for (const word of wordsOf(tokenize("جسر جسر"))) expect(none(word)).toBeNull();
  expect(asked).toBe(1);
});

test("words stand in the order of their tokens, and of tokens that no text was cut for as well", () => {
  const text = "وصل 12 وفدا من OPEC، والمستشفيات الاستثنائية في «الـ24» مغلقة";
  const folded = tokenize(text).map((token) => token.folded);
  expect(wordsOf(tokenize(text)).map((word) => word.folded)).toEqual(folded);
  expect(wordsOf([...tokenize(text)]).map((word) => word.folded)).toEqual(folded);
});

test.each([
  [0, 4],
  [7, 2],
  [99, 0],
])("tokens from %i keep their words", (start, count) => {
  const tokens = tokenizeFrom(start);
  expect(tokens).toHaveLength(count);
  expect(wordsOf(tokens).map((word) => word.folded)).toEqual(tokens.map(({ folded }) => folded));
});

function tokenizeFrom(start: number) {
  return tokensFrom(tokenize("عدن: بدأت أعمال الترميم"), start);
}
