import { expect, test } from "vitest";
import type { Article } from "../model/index.ts";
import { findFigureChanges } from "./figure-changes.ts";

const toArticle = (text: string): Article => ({
  id: "a",
  url: null,
  outlet: null,
  source: null,
  author: null,
  title: null,
  text,
  summary: null,
  section: null,
  keywords: [],
  published: { at: "2026-03-02", precision: "day", from: "test" },
  fetchedAt: null,
});

test.each<[string, string, string, readonly { of: string; before: number; after: number }[]]>([
  [
    "a toll that rose",
    "قتل خمسة أشخاص في الحادث وأصيب 12 شخصا.",
    "قتل سبعة أشخاص في الحادث وأصيب 12 شخصا.",
    [{ of: "شخص", before: 1, after: 1 }],
  ],
  ["the same number in other words", "قتل خمسة أشخاص في الحادث.", "قتل 5 أشخاص في الحادث.", []],
  [
    "a figure that was added",
    "اندلع الحريق فجرا في السوق.",
    "اندلع الحريق فجرا في السوق وأتى على أربعين متجرا.",
    [{ of: "متجر", before: 0, after: 1 }],
  ],
  [
    "a figure that was taken back",
    "اندلع الحريق فجرا في السوق وأتى على أربعين متجرا.",
    "اندلع الحريق فجرا في السوق.",
    [{ of: "متجر", before: 1, after: 0 }],
  ],
  ["a date is no figure", "يبدأ العمل يوم 3 مارس 2026.", "يبدأ العمل يوم 5 مارس 2026.", []],
])("%s", (_case, before, after, changes) => {
  const found = findFigureChanges(toArticle(before), toArticle(after));
  expect(
    found.map((change) => ({
      of: change.of,
      before: change.before.length,
      after: change.after.length,
    })),
  ).toEqual(changes);
});

test("figures are given as written", () => {
  const [change] = findFigureChanges(
    toArticle("قتل خمسة أشخاص في الحادث."),
    toArticle("قتل 7 أشخاص في الحادث."),
  );
  expect(change?.before[0]).toContain("خمسة");
  expect(change?.after[0]).toContain("7");
});
