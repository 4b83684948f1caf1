import { expect, test } from "vitest";
import { foldWord, wordOf } from "../text/index.ts";
import { hashWord } from "./hash.ts";
import { isOpener, mayOpenStyle, styleOrigin } from "./house-style.ts";
import { HOUSE_STYLES } from "./tables/house-styles.ts";

const mayOpen = (first: string, second: string) =>
  isOpener(hashWord(foldWord(first)) | 0) &&
  mayOpenStyle(wordOf(foldWord(first)), wordOf(foldWord(second)));

test.each(HOUSE_STYLES.flatMap(({ agency, phrases }) => phrases.map((p) => [p, agency] as const)))(
  "«%s» shows %s, with those words as evidence",
  (phrase, agency) => {
    expect(styleOrigin({ text: `وانتهى العمل في ${phrase} الماضي.` })).toMatchObject({
      name: agency,
      inferred: true,
      evidence: phrase,
    });
    const [first = "", second = ""] = phrase.split(" ");
    expect(mayOpen(first, second)).toBe(true);
  },
);

test.each([
  ["يوليو", "الماضي"],
  ["في", "يوليو"],
  ["تموز", "يوليو"],
])("«%s %s» opens no phrase", (first, second) => {
  expect(mayOpen(first, second)).toBe(false);
});

test("hamzas are written as they come", () => {
  expect(styleOrigin({ text: "في ابريل نيسان ثم في اغسطس  اب" })?.evidence).toBe("ابريل نيسان");
});

test.each([
  "وانتهى العمل في يوليو/تموز الماضي.",
  "وانتهى العمل في يوليو / تموز الماضي.",
  "وانتهى العمل في تموز يوليو الماضي.",
  "بين يوليو وتموز",
  "في يونيو تموز",
  "من مايو أياراً",
  "بلا شهر",
])("«%s» shows nobody", (text) => {
  expect(styleOrigin({ text })).toBeNull();
});
