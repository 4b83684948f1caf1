import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeEntities } from "./entities.ts";

test.each([
  ["a name", "a &amp; b", "a & b"],
  ["several", "&lt;&quot;&gt;", '<">'],
  ["a number", "&#1576;", "ب"],
  ["a number in hexadecimal", "&#x628;&#X628;", "بب"],
  ["without a semicolon, the oldest names", "&amp b", "& b"],
  ["without a semicolon, others are of an address", "?a=1&copy=1", "?a=1&copy=1"],
  ["a name that is not known", "&nosuch;", "&nosuch;"],
  ["a windows-1252 number", "&#146;", "’"],
  ["no character", "&#0;&#xD800;&#x110000;", "\uFFFD\uFFFD\uFFFD"],
  ["a control", "a&#7;b&#10;c", "ab c"],
  ["a sign alone", "a & b && c&", "a & b && c&"],
  ["a sign before a reference", "&&amp;", "&&"],
  ["a number without digits", "&#;&#x;&#xg;", "&#;&#x;&#xg;"],
])("%s: %s", (_what, written, decoded) => {
  expect(decodeEntities(written)).toBe(decoded);
});

const PATTERN = /&(?:#[xX][\da-fA-F]{1,8}|#\d{1,8}|[a-zA-Z]\w{1,9});?/gu;

test("what is between references stays as it is written, and each is resolved by itself", () => {
  const piece = fc.constantFrom("&", "#", "x", "a", "9", ";", "amp", "lt", "nbsp", " ", "ب", "_");
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const written = pieces.join("");
      const byPattern = written.replace(PATTERN, (reference) => decodeEntities(reference));
      expect(decodeEntities(written)).toBe(byPattern);
    }),
  );
});
