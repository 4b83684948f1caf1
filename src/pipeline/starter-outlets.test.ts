import { expect, test } from "vitest";
import { toAddress } from "../feed/index.ts";
import { STARTER_OUTLETS } from "./tables/starter-outlets.ts";

test.each(STARTER_OUTLETS)("$name has addresses that can be asked for, and a country", (outlet) => {
  expect(toAddress(outlet.home, [])).not.toBeNull();
  if (outlet.feed !== null) expect(toAddress(outlet.feed, [])).not.toBeNull();
  expect(outlet.country).toMatch(/^[A-Z]{2}$/u);
  expect(outlet.home.startsWith("https://")).toBe(true);
});

test("no outlet is there twice", () => {
  expect(new Set(STARTER_OUTLETS.map(({ name }) => name)).size).toBe(STARTER_OUTLETS.length);
  expect(new Set(STARTER_OUTLETS.map(({ home }) => home)).size).toBe(STARTER_OUTLETS.length);
});
