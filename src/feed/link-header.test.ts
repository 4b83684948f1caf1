import { expect, test } from "vitest";
import { findHubLinks } from "./link-header.ts";

const FEED = "https://sahifa.example/feed.xml";

test.each<[string, readonly string[], readonly string[], string | null]>([
  [
    "hub and self in two fields",
    [
      "Link",
      '<https://hub.example/>; rel="hub"',
      "LINK",
      '<https://sahifa.example/all>; rel="self"',
    ],
    ["https://hub.example/"],
    "https://sahifa.example/all",
  ],
  [
    "several links in one field, unquoted and with other parameters",
    [
      "link",
      '<https://a.example/hub>; title="a, b; c"; rel=hub, </feed>;rel=self, <https://b.example/>; rel="alternate HUB"',
    ],
    ["https://a.example/hub", "https://b.example/"],
    "https://sahifa.example/feed",
  ],
  [
    "the first self counts",
    ["Link", "</1>; rel=self, </2>; rel=self"],
    [],
    "https://sahifa.example/1",
  ],
  [
    "other relations",
    ["Link", '<https://sahifa.example/2>; rel="next"', "X-Link", "<https://x.example/>; rel=hub"],
    [],
    null,
  ],
  ["no address", ["Link", "<javascript:alert(1)>; rel=hub, <>; rel"], [], null],
  ["no link at all", ["Link", "rel=hub; <"], [], null],
])("%s", (_case, headers, hubs, self) => {
  expect(findHubLinks(headers, FEED)).toEqual({ hubs, self });
});

test("a field that never ends is read in time", () => {
  const started = performance.now();
  findHubLinks(["Link", `<${"a;".repeat(30_000)}`, "Link", `<a>${"; b=".repeat(15_000)}`], FEED);
  expect(performance.now() - started).toBeLessThan(1000);
});
