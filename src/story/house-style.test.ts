import { expect, test } from "vitest";
import { tokenize, wordsOf } from "../text/index.ts";
import { mayShowStyle, styleOrigin } from "./house-style.ts";
import { HOUSE_STYLES } from "./tables/house-styles.ts";

test.each(HOUSE_STYLES.flatMap(({ agency, phrases }) => phrases.map((p) => [p, agency] as const)))(
  "«%s» shows %s, with those words as evidence",
  (phrase, agency) => {
    expect(styleOrigin({ text: `وانتهى العمل في ${phrase} الماضي.` })).toMatchObject({
      name: agency,
      inferred: true,
      evidence: phrase,
    });
    expect(mayShowStyle(wordsOf(tokenize(`وانتهى العمل في ${phrase}`)))).toBe(true);
  },
);

test("a text without the first two words of a phrase is not looked through", () => {
  expect(mayShowStyle(wordsOf(tokenize("في يوليو الماضي وتموز")))).toBe(false);
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
