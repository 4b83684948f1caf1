import { expect, test } from "vitest";
import { createRarity } from "./rarity.ts";
import type { Report } from "./report.ts";
import {
  addToStory,
  createStoryWindow,
  findMerge,
  moveToStory,
  type StoryBench,
} from "./stories.ts";

const report = (id: string, hour: number): Report => ({
  id,
  url: null,
  outlet: id,
  instant: hour * 3_600_000,
  isExact: true,
  fingerprint: { runs: new Uint32Array(), marks: new Uint32Array(), shingles: null },
  profile: {
    whole: { slots: new Uint32Array(), numbers: new Uint32Array(), weights: new Float32Array() },
    lead: new Uint32Array(),
    leadNumbers: new Uint32Array(),
    leadPlaces: new Uint8Array(),
  },
  article: {} as Report["article"],
  style: null,
});

const bench = (odds: number, isTemplate = false): StoryBench => ({
  judge: { pair: () => odds, between: () => odds },
  accountOf: ({ id }) => id,
  areApart: () => false,
  isGuest: () => false,
  isTemplate: () => isTemplate,
  speakers: new Map(),
});

function twoStories() {
  const window = createStoryWindow(createRarity());
  const [first, second] = [report("a", 1), report("b", 2)];
  addToStory(window, first, "older");
  addToStory(window, second, "younger");
  return { window, second };
}

test("of two stories that are one, the older keeps its name and the link says through which reports", () => {
  const { window, second } = twoStories();
  expect(findMerge(window, "younger", ["older"], bench(2))).toMatchObject({
    kept: "older",
    gone: "younger",
    opening: second,
    choice: { closest: { id: "a" } },
  });
  expect(findMerge(window, "older", ["younger"], bench(2))).toMatchObject({ kept: "older" });
});

test("stories that are not alike, or told in one template, stay apart", () => {
  const { window } = twoStories();
  expect(findMerge(window, "younger", ["older"], bench(-2))).toBeNull();
  expect(findMerge(window, "younger", ["older"], bench(2, true))).toBeNull();
});

test("a story that was emptied is no candidate", () => {
  const { window, second } = twoStories();
  moveToStory(window, second, "older");
  expect(findMerge(window, "older", ["younger"], bench(2))).toBeNull();
});
