import { expect, test } from "vitest";
import { toTelling } from "../../../test/tellings.ts";
import { chooseSummary } from "./summary.ts";
import { DANGLING_OPENERS, DANGLING_VERBS } from "./tables/dangling-openers.ts";

const TITLE = "انهيار جسر في مدينة الرملاء";
const first = toTelling({
  id: "a",
  title: TITLE,
  datelineEnd: "الرملاء (وكالة السهل) - ".length,
  text: "الرملاء (وكالة السهل) - انهار جسر قديم وسط مدينة الرملاء فجر اليوم بعد ليلة من الأمطار الغزيرة. وأضاف البيان أن الجسر كان مغلقاً. وأعلنت البلدية فتح تحقيق في أسباب انهيار الجسر وتشكيل لجنة هندسية.",
});
const second = toTelling({
  id: "b",
  text: "فتحت بلدية الرملاء تحقيقاً في انهيار الجسر القديم وشكلت لجنة هندسية من خمسة خبراء. هل كان يمكن تفادي الكارثة؟",
});

test("two sentences that stand in their reports, without the dateline", () => {
  const summary = chooseSummary(TITLE, [first, second]);
  expect(summary).toHaveLength(2);
  expect(summary.some(({ text }) => text.startsWith("انهار جسر قديم"))).toBe(true);
  for (const { text, article, start, end } of summary) {
    const source = [first, second].find((telling) => telling.article.id === article);
    expect(source?.article.text.slice(start, end)).toBe(text);
  }
});

test("the second sentence does not say the first again, and no question is asked", () => {
  const texts = chooseSummary(TITLE, [first, second]).map(({ text }) => text);
  expect(texts.filter((text) => text.includes("تحقيق"))).toHaveLength(1);
  expect(texts.join(" ")).not.toContain("؟");
});

test("a sentence that leans on another does not open a summary", () => {
  const leaning = toTelling({
    id: "c",
    text: "وأضاف أن الجسر القديم انهار في مدينة الرملاء أمس بعد الأمطار.",
  });
  expect(chooseSummary(TITLE, [leaning])).toEqual([]);
});

test("a report's first sentence leans on nothing when it begins with a verb of saying, later ones do", () => {
  const opening = "قالت بلدية الرملاء، في بيان، إن جسراً قديماً انهار فجر اليوم وسط المدينة.";
  const told = toTelling({
    id: "e",
    text: `${opening} وأكدت البلدية أن الجسر القديم وسط مدينة الرملاء كان مغلقاً. وأعلنت فتح تحقيق.`,
  });
  expect(chooseSummary(TITLE, [told])[0]?.text).toBe(opening);
});

test.each([...DANGLING_OPENERS, ...DANGLING_VERBS])("«و%s …» opens no summary", (opener) => {
  const leaning = toTelling({
    id: "f",
    text: `و${opener} الجسر القديم في مدينة الرملاء بعد انهيار أمس والأمطار الغزيرة.`,
  });
  expect(chooseSummary(TITLE, [leaning])).toEqual([]);
});

test("reports without a sentence give no summary", () => {
  expect(chooseSummary("", [toTelling({ id: "d", text: "" })])).toEqual([]);
});
