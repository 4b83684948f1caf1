import { expect, test } from "vitest";
import type { Article, Published } from "../model/index.ts";
import { firstTogether } from "./first-together.ts";

function article(id: string, outlet: string, published: Published | null): Article {
  return {
    id,
    url: null,
    outlet,
    source: null,
    author: null,
    title: null,
    text: "نص",
    summary: null,
    section: null,
    keywords: [],
    published,
    fetchedAt: "2026-03-02T08:00:00Z",
  };
}

const minute = (clock: string): Published => ({
  at: `2026-03-02T${clock}Z`,
  precision: "minute",
  from: "test",
});

function first(...articles: readonly Article[]): string[] {
  return firstTogether(articles).map(({ id }) => id);
}

test("the earliest report is first, alone where the next is farther off than clocks err", () => {
  expect(
    first(article("b", "الضفة", minute("09:10:00")), article("a", "المنارة", minute("09:00:00"))),
  ).toEqual(["a"]);
});

test("reports within the clock error are first together, an outlet once", () => {
  expect(
    first(
      article("a", "المنارة", minute("09:00:00")),
      article("b", "الضفة", minute("09:02:00")),
      article("c", "المنارة", minute("09:01:00")),
      article("d", "الساحل", minute("09:02:01")),
    ),
  ).toEqual(["a", "b"]);
});

test("a day without a clock, or the time of fetching, makes nobody first", () => {
  const day: Published = { at: "2026-03-02", precision: "day", from: "test" };
  expect(first(article("a", "المنارة", day), article("b", "الضفة", null))).toEqual([]);
  expect(first(article("a", "المنارة", null), article("b", "الضفة", minute("23:00:00")))).toEqual([
    "b",
  ]);
});
