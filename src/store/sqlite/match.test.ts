import { expect, test } from "vitest";
import { toFacetToken, toMatch, toTitleMatch } from "./match.ts";

const nothing = { any: [], all: [], none: [], facets: [] };

test("words are looked for in title and body, a run as a phrase", () => {
  expect(toMatch({ ...nothing, all: [["a", "b"], ["c"]] })).toBe(
    '{title body} : ("a b") AND {title body} : ("c")',
  );
});

test("of several words any may do", () => {
  expect(toMatch({ ...nothing, any: [["a"], ["b", "c"]] })).toBe('{title body} : ("a" OR "b c")');
});

test("of each of several lists any may do", () => {
  expect(toMatch({ ...nothing, all: [["a"]], either: [[["b"], ["c"]], [["d"]], []] })).toBe(
    '{title body} : ("a") AND {title body} : ("b" OR "c") AND {title body} : ("d")',
  );
});

test("what must stand in the title is looked for there, and the rest anywhere", () => {
  expect(toTitleMatch({ ...nothing, any: [["a"]], all: [["b"]] })).toBe(
    '{title body} : ("b") AND title : ("a")',
  );
});

test("exclusions leave out of everything when nothing is looked for", () => {
  expect(toMatch({ ...nothing, none: [["a"]] })).toBe(
    '(facet : ("_every")) NOT ({title body} : ("a"))',
  );
});

test("a plan with nothing in it, or only empty runs, matches every document", () => {
  expect(toMatch(nothing)).toBe('facet : ("_every")');
  expect(toMatch({ ...nothing, any: [[]], none: [[]] })).toBe('facet : ("_every")');
});

test("a quote in a token is doubled, so it ends nothing", () => {
  expect(toMatch({ ...nothing, any: [['a" OR facet:"b']] })).toBe(
    '{title body} : ("a"" OR facet:""b")',
  );
});

test("a facet of any length and any letters is one short token", () => {
  expect(toFacetToken('سكاي نيوز "x" * OR')).toMatch(/^_[0-9a-f]{16}$/u);
  expect(toFacetToken("a")).not.toBe(toFacetToken("b"));
});
