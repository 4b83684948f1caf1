import fc from "fast-check";
import { expect, test } from "vitest";
import { attributesOf, createTagSource } from "./attributes.ts";
import { decodeEntities } from "./entities.ts";
import { NO_NAMES, namesOf } from "./names.ts";

/** How HTML writes attributes, as a pattern: slower, and plain to read. */
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"'>]+)))?/gu;

function readByPattern(source: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const value = decodeEntities(double ?? single ?? bare ?? "").trim();
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), value);
  }
  return found;
}

const PIECES = ["class", "ID", "href", "=", '"', "'", " ", "\n", "/", ">", "<", "x", "é", "\u00A0"];

test("any source has the attributes that the pattern finds", () => {
  const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 });
  fc.assert(
    fc.property(source, (pieces) => {
      const written = pieces.join("");
      expect([...attributesOf(written)]).toEqual([...readByPattern(written)]);
    }),
  );
});

test("names are the attributes that tell what an element is", () => {
  const names = (source: string) => namesOf(createTagSource(source));
  expect(names(`href="x" CLASS='a &amp; b' id=c class="d" rel=tag`)).toEqual({
    ...NO_NAMES,
    className: "a & b",
    id: "c",
    rel: "tag",
  });
  expect(names("hidden").isHidden).toBe(true);
  expect(names(`aria-hidden="true"`).isHidden).toBe(true);
  expect(names(`aria-hidden="false" itemprop=author role="menu" style="x"`)).toEqual({
    ...NO_NAMES,
    itemprop: "author",
    role: "menu",
    style: "x",
  });
  expect(names(`href="x" src='y'`)).toBe(NO_NAMES);
});
