import { expect, test } from "vitest";
import { toStatement, toTelling } from "../../../test/tellings.ts";
import { toDenials, toSpeakers } from "./speakers.ts";

const tell = (id: string, ...statements: ReturnType<typeof toStatement>[]) =>
  toTelling({ id, text: "نص", analysis: { statements } });

test("one saying that several accounts carry is one, with all of them", () => {
  const speakers = toSpeakers([
    tell("a", toStatement("سالم الربيعي", "إن المفاوضات ستستأنف الأسبوع المقبل")),
    tell("b", toStatement("الربيعي", "المفاوضات ستستأنف الأسبوع المقبل في العاصمة")),
  ]);
  expect(speakers.map(({ name }) => name)).toEqual(["سالم الربيعي"]);
  expect(speakers[0]?.sayings.map(({ accounts }) => accounts)).toEqual([["a", "b"]]);
});

test("a statement whose speaker is unknown is nobody's", () => {
  expect(toSpeakers([tell("a", toStatement(null, "إن الأمر انتهى"))])).toEqual([]);
});

test("those whom most accounts carry come first", () => {
  const speakers = toSpeakers([
    tell(
      "a",
      toStatement("هند الكاتب", "إنها لن تستقيل"),
      toStatement("وليد منصور", "إن الطريق مغلق"),
    ),
    tell("b", toStatement("وليد منصور", "إن الطريق مغلق تماماً")),
  ]);
  expect(speakers.map(({ name }) => name)).toEqual(["وليد منصور", "هند الكاتب"]);
});

test("a denial stands beside what it denies", () => {
  const speakers = toSpeakers([
    tell("a", toStatement("حزب الوفاق", "إن الحكومة أغلقت الميناء الشمالي أمام السفن")),
    tell(
      "b",
      toStatement("ناطق الحكومة", "إغلاق الميناء الشمالي أمام السفن", {
        stance: "denying",
        cue: "نفى",
      }),
    ),
  ]);
  expect(toDenials(speakers)).toMatchObject([
    { speaker: "ناطق الحكومة", against: { speaker: "حزب الوفاق" } },
  ]);
});

test("a denial of what nobody says in the story stands alone", () => {
  const speakers = toSpeakers([
    tell("a", toStatement("ناطق", "وجود أي خلاف", { stance: "denying" })),
  ]);
  expect(toDenials(speakers)).toMatchObject([{ speaker: "ناطق", against: null }]);
});

test("a denial is not set beside words that share with it no more than a name", () => {
  const speakers = toSpeakers([
    tell("a", toStatement("وزير الري", "السهلة اقترحت ثلاثة مواعيد للاجتماع المقبل")),
    tell("b", toStatement("حكومة الجبل", "أنه سيضر بحصة السهلة", { stance: "denying" })),
  ]);
  expect(toDenials(speakers)).toMatchObject([{ speaker: "حكومة الجبل", against: null }]);
});

test("quoted words without a speaker get the one another report names, marked with that report", () => {
  const words = "لن نقبل بأقل من تعويض كامل لكل متضرر من انهيار الجسر";
  const speakers = toSpeakers([
    tell("a", toStatement(null, words, { kind: "direct" })),
    tell("b", toStatement("هند الكاتب", words, { kind: "direct" })),
  ]);
  expect(speakers).toMatchObject([
    { name: "هند الكاتب", sayings: [{ article: "a", speakerFrom: "b", accounts: ["a", "b"] }] },
  ]);
});
