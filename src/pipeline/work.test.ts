import { expect, test } from "vitest";
import { announce, claim, createClaims } from "./work.ts";

test("a task is its who asks first, and each is claimed once", () => {
  const claims = createClaims();
  announce(claims, 1);
  announce(claims, 2);
  expect([claim(claims, 1), claim(claims, 1), claim(claims, 2)]).toEqual([true, false, true]);
});

test("claims are used again when tasks have gone round", () => {
  const claims = createClaims();
  for (let task = 1; task <= 3000; task += 1) {
    announce(claims, task);
    expect(claim(claims, task)).toBe(true);
  }
});
