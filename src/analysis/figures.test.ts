import { expect, test } from "vitest";
import type { Article } from "../model/index.ts";
import { tokenize } from "../text/index.ts";
import { readFigures } from "./figures.ts";
import { readTimes } from "./times.ts";

const read = (text: string, published: Article["published"] = null) => {
  const article = { text, published } as Article;
  const tokens = tokenize(text);
  return readFigures(article, tokens, readTimes(article, tokens)).map((figure) => figure.text);
};

test("the numbers of a date are no figures, also where the publication is unknown", () => {
  expect(read("قتل ثلاثة جنود في 18 فبراير الماضي قرب الميناء")).toEqual(["ثلاثة جنود"]);
});

test("the number of a date that comes again is none", () => {
  expect(read("يحتفلون في 30 مارس من كل عام")).toEqual([]);
  const at = { at: "2024-04-18T10:30:00+03:00", precision: "minute" } as Article["published"];
  expect(read("يحتفلون في 30 مارس من كل عام", at)).toEqual([]);
});

test("how long something lasted is a figure", () => {
  expect(read("استمرت المعارك خمسة أيام")).toEqual(["خمسة أيام"]);
});
