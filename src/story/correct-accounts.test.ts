import { expect, test } from "vitest";
import type { CopyLink, Correction } from "../model/index.ts";
import { correctAccounts, toCorrection } from "./correct-accounts.ts";
import { type Member, toStory } from "./story.ts";

const copyOf = (of: string): CopyLink => ({
  of,
  kind: "copy",
  share: 0.9,
  shareOfOther: 0.9,
  jaccard: 0.8,
});

/** A report by an outlet of its own; written "id<of" it copies an earlier one. Accounts go by their first letter. */
function member(written: string, hour: number): Member {
  const [id = "", of] = written.split("<");
  return {
    article: {
      id,
      url: null,
      outlet: `منبر ${id}`,
      source: null,
      author: null,
      title: `عنوان ${id}`,
      text: "نص",
      summary: null,
      section: null,
      keywords: [],
      published: { at: `2026-03-02T${10 + hour}:00:00Z`, precision: "minute", from: "test" },
      fetchedAt: null,
      attribution: { dateline: null, credits: [] },
    },
    placement: {
      articleId: id,
      story: "s",
      account: id[0] ?? "",
      copy: of === undefined ? null : copyOf(of),
      origin: null,
      joined: null,
    },
  };
}

const members = (...written: string[]) => written.map(member);
const at = (minute: number) => `2026-03-03T00:0${minute}:00.000Z`;

/** Reports that are in one account, as "a1 a2 | b1". */
function accounts(reports: readonly Member[], corrections: readonly Correction[]): string {
  const groups = new Map<string, string[]>();
  for (const [id, account] of correctAccounts(reports, corrections).accountOf) {
    groups.set(account, [...(groups.get(account) ?? []), id]);
  }
  return [...groups.values()].map((ids) => ids.join(" ")).join(" | ");
}

const REPORTS = members("a1", "a2<a1", "a3<a2", "b1", "b2<b1", "c1");

test("without a correction the accounts are the engine's", () => {
  expect(accounts(REPORTS, [])).toBe("a1 a2 a3 | b1 b2 | c1");
});

test("two reports stated to be one account bring their copies along", () => {
  expect(accounts(REPORTS, [toCorrection("b2", "a3", "same", at(1))])).toBe("a1 a2 a3 b1 b2 | c1");
});

test("of two reports stated to be two accounts the later leaves, with its own copies", () => {
  expect(accounts(REPORTS, [toCorrection("a1", "a2", "different", at(1))])).toBe(
    "a1 | a2 a3 | b1 b2 | c1",
  );
  expect(accounts(REPORTS, [toCorrection("a1", "a3", "different", at(1))])).toBe(
    "a1 a2 | a3 | b1 b2 | c1",
  );
});

test("what a reader has linked before leaves together", () => {
  const corrections = [
    toCorrection("a3", "c1", "same", at(1)),
    toCorrection("a3", "a1", "different", at(2)),
  ];
  expect(accounts(REPORTS, corrections)).toBe("a1 a2 | a3 c1 | b1 b2");
});

test("of statements that contradict each other the last holds, in whatever order they come", () => {
  const corrections = [
    toCorrection("a1", "b1", "same", at(1)),
    toCorrection("b1", "c1", "same", at(2)),
    toCorrection("a1", "c1", "different", at(3)),
  ];
  const corrected = correctAccounts(REPORTS, [...corrections].reverse());
  expect(corrected.corrections.map(({ holds }) => holds)).toEqual([true, false, true]);
  expect(accounts(REPORTS, corrections)).toBe("a1 a2 a3 b1 b2 | c1");
});

test("a statement of a report that is not of the story is passed over", () => {
  expect(correctAccounts(REPORTS, [toCorrection("a1", "z9", "same", at(1))]).corrections).toEqual(
    [],
  );
});

test("a story counts as its readers say, and says so", () => {
  const story = toStory("s", REPORTS, [toCorrection("a1", "b1", "same", at(1))]);
  expect(toStory("s", REPORTS).independent).toBe(3);
  expect(story.independent).toBe(2);
  expect(story.corrections).toEqual([
    { first: "a1", second: "b1", verdict: "same", at: at(1), holds: true },
  ]);
  expect(story.accounts.map(({ reports }) => reports)).toEqual([
    ["a1", "a2", "a3", "b1", "b2"],
    ["c1"],
  ]);
});
