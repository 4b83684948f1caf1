import { expect, test } from "vitest";
import type { ChildSitemap } from "../model/index.ts";
import { chooseSitemap, nameSitemaps, toKnown } from "./choose-sitemap.ts";

const ROOT = "https://sahifa.example/index.xml";
const NOW = Date.parse("2026-03-02T10:00:00Z");
const at = (name: string) => `https://sahifa.example/${name}.xml`;

const name = (names: readonly string[], before: readonly ChildSitemap[] = []) =>
  nameSitemaps(
    before,
    { sitemaps: names.map((one) => ({ url: at(one), modified: null })) },
    null,
    ROOT,
  );

/** The order in which all of them would be read. */
function orderOf(children: readonly ChildSitemap[]): string[] {
  const read = new Set<string>();
  for (let next = chooseSitemap(children, read, NOW); next !== null; ) {
    read.add(next.url);
    next = chooseSitemap(children, read, NOW);
  }
  return [...read];
}

test("an index of more sitemaps than are followed says so, and both its ends are", () => {
  const { children, faults } = name(Array.from({ length: 600 }, (_, n) => `s-${n}`));
  expect(children).toHaveLength(500);
  expect(faults).toEqual([
    { reason: "too-many-sitemaps", detail: `${ROOT} names 600 sitemaps; 500 are followed` },
  ]);
  const urls = new Set(children.map(({ url }) => url));
  expect([at("s-0"), at("s-599"), at("s-300")].map((url) => urls.has(url))).toEqual([
    true,
    true,
    false,
  ]);
});

test("numbers in names are read as numbers, and turns taken from both ends", () => {
  expect(orderOf(name(["s-9", "s-10", "s-1", "s-2"]).children)).toEqual(
    ["s-10", "s-1", "s-9", "s-2"].map(at),
  );
});

test("a sitemap that is not named any more is forgotten, with what it named", () => {
  const first = name(["inner", "s"]).children;
  const inner = { sitemaps: [{ url: at("deep"), modified: null }] };
  const { children } = nameSitemaps(first, inner, at("inner"), ROOT);
  expect(children.map(({ url }) => url)).toContain(at("deep"));
  expect(name(["s"], children).children.map(({ url }) => url)).toEqual([at("s")]);
});

test("what an older version saved of a sitemap that it read is known as read", () => {
  const saved = [{ url: at("s"), bodyHash: "x", entries: 3 }] as unknown as ChildSitemap[];
  expect(toKnown(saved)).toMatchObject([{ isNoted: true, within: null, readAt: null, entries: 3 }]);
});
