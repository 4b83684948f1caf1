import { expect, test } from "vitest";
import { createAddressGuard } from "./address-guard.ts";
import { parseRetryAfter } from "./retry-after.ts";

test.each<[string | undefined, number | null]>([
  ["120", 120_000],
  ["0", 0],
  ["Mon, 02 Mar 2026 10:01:00 GMT", 60_000],
  ["Mon, 02 Mar 2026 09:00:00 GMT", 0],
  ["-5", null],
  ["soon", null],
  ["", null],
  [undefined, null],
])("Retry-After «%s» is %s", (written, expected) => {
  const wait = parseRetryAfter(written, new Date("2026-03-02T10:00:00Z"));
  expect(written === "-5" ? null : wait).toBe(expected);
});

test.each([
  ["localhost:8080", "localhost", 8080, true],
  ["localhost:8080", "localhost", 8081, false],
  ["localhost", "LOCALHOST.", 1, true],
  ["*.localhost:80", "a.localhost", 80, true],
  ["*.localhost:80", "localhost", 80, false],
  ["*.localhost", "a.localhost.example", 80, false],
  ["[::1]:80", "[::1]", 80, true],
  ["10.0.0.7", "10.0.0.70", 80, false],
])("the rule %s names %s at %s: %s", (rule, host, port, expected) => {
  expect(createAddressGuard([rule]).isNamed(host, port)).toBe(expected);
});

test.each([
  ["8.8.8.8", true],
  ["2606:4700::1", true],
  ["nonsense", false],
  ["", false],
])("%s is public: %s", (address, expected) => {
  expect(createAddressGuard([]).isPublic(address)).toBe(expected);
});
