import { expect, test } from "vitest";
import { rememberByWord } from "./remember.ts";

test("a word is read once, and null is an answer like another", () => {
  const asked: string[] = [];
  const initial = rememberByWord<string | null>((word) => {
    asked.push(word);
    return word.startsWith("و") ? "و" : null;
  });
  expect([initial("وزير"), initial("غزة"), initial("وزير"), initial("غزة")]).toEqual([
    "و",
    null,
    "و",
    null,
  ]);
  expect(asked).toEqual(["وزير", "غزة"]);
});

test("long words are read each time: they may hold their whole text in memory", () => {
  let times = 0;
  const length = rememberByWord<number>((word) => {
    times += 1;
    return word.length;
  });
  expect([length("والمستشفيات"), length("أفاستسقيناكموها")]).toEqual([11, 15]);
  length("والمستشفيات");
  length("أفاستسقيناكموها");
  expect(times).toBe(3);
});

test("what keeps being asked for is read once, however many other words are", () => {
  let times = 0;
  const read = rememberByWord<string | null>((word) => {
    if (word === "جسر") times += 1;
    return null;
  });
  for (let n = 0; n < 100_000; n += 1) {
    read(String(n));
    if (n % 1000 === 0) read("جسر");
  }
  expect(times).toBe(1);
});
