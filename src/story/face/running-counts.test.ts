import { expect, test } from "vitest";
import { toTelling } from "../../../test/tellings.ts";
import { toRunningCounts } from "./running-counts.ts";
import { PERSONS, TOLLS } from "./tables/tolls.ts";

const shown = (...tellings: Parameters<typeof toRunningCounts>[0]) =>
  toRunningCounts(tellings).map(({ of, points, changed }) => [
    of,
    points.map(({ value }) => value),
    changed,
  ]);

test("a toll that rises is followed in order of time, whatever noun counts it", () => {
  expect(
    shown(
      toTelling({
        id: "b",
        at: "2026-03-02T12:00:00Z",
        text: "ارتفع عدد القتلى إلى 9 قتلى في الحريق.",
      }),
      toTelling({
        id: "a",
        at: "2026-03-02T08:00:00Z",
        text: "أعلن الدفاع المدني مقتل 4 أشخاص في الحريق.",
      }),
    ),
  ).toEqual([["dead", [4, 9], true]]);
});

test("an uncounted many is no point on the line, and the number after it is", () => {
  const at = "2026-03-02T08:00:00Z";
  expect(
    shown(
      toTelling({ id: "a", at, text: "سقط عشرات القتلى في الحريق، وأحصى الدفاع المدني 35 قتيلا." }),
      toTelling({ id: "b", at, text: "أعلن الدفاع المدني سقوط 40 قتيلا في الحريق." }),
    ),
  ).toEqual([["dead", [35, 40], true]]);
});

test("a part of a toll is not the toll", () => {
  expect(
    shown(
      toTelling({ id: "a", text: "قتل 7 أشخاص بينهم 3 أطفال." }),
      toTelling({ id: "b", text: "قتل 7 أشخاص بينهم 3 أطفال في الحادث." }),
    ),
  ).toEqual([["dead", [7, 7], false]]);
});

test("copies that repeat their account's count add nothing", () => {
  const text = "قتل 7 أشخاص في الحادث.";
  expect(
    shown(toTelling({ id: "a", account: "x", text }), toTelling({ id: "b", account: "x", text })),
  ).toEqual([]);
});

test("one toll that turns into another is neither", () => {
  const text = "أعلن المستشفى وفاة 3 جرحى اليوم.";
  expect(
    shown(toTelling({ id: "a", text }), toTelling({ id: "b", text: `${text} وكفى.` })),
  ).toEqual([]);
});

test("an undated report's count comes last", () => {
  expect(
    shown(
      toTelling({ id: "a", at: null, text: "مقتل 5 أشخاص." }),
      toTelling({ id: "b", text: "مقتل 6 أشخاص." }),
    ),
  ).toEqual([["dead", [6, 5], true]]);
});

const verbs = TOLLS.flatMap(({ toll, verbs: words }) =>
  words.split(" ").map((verb) => [verb, toll] as const),
);

test.each(verbs)("«%s» before counted persons makes them %s", (verb, toll) => {
  const text = (n: number) => `${verb} ${n} أشخاص.`;
  const found = shown(toTelling({ id: "a", text: text(4) }), toTelling({ id: "b", text: text(5) }));
  expect(found[0]?.[0]).toBe(toll);
});

test("persons are listed once each", () => {
  const persons = PERSONS.split(" ");
  expect(new Set(persons).size).toBe(persons.length);
});

test.each(["ل", "ب", "وب", "ول"])(
  "«%s» may be joined to the word that makes persons victims",
  (joined) => {
    const text = (n: number) => `أدى الحادث ${joined}إصابة ${n} أشخاص بجروح.`;
    expect(
      shown(toTelling({ id: "a", text: text(4) }), toTelling({ id: "b", text: text(5) })),
    ).toEqual([["injured", [4, 5], true]]);
  },
);

test.each([
  ["مقتل 12 وإصابة 30 آخرين", ["dead", "injured"]],
  ["قتل ما لا يقل عن 12 وجرح أكثر من 30", ["dead", "injured"]],
  ["أصيب ثلاثون بجروح", ["injured"]],
  ["أصيب اللاعب في الدقيقة 30", []],
  ["فقد 30 من لاعبيه", []],
  ["قتل قائد اللواء 30", []],
])("a bare number counts the toll whose word it follows: «%s»", (text, tolls) => {
  const found = shown(toTelling({ id: "a", text }), toTelling({ id: "b", text: `${text} أمس` }));
  expect(found.map(([of]) => of)).toEqual(tolls);
});

test.each([
  ["ارتفع عدد القتلى في الانهيار إلى 37 شخصاً.", "dead", 37],
  ["قتل ما لا يقل عن 23 مقاتلاً في الغارة.", "dead", 23],
  ["قتل الحريق 41 سهلياً بينهم أطفال.", "dead", 41],
  ["بلغت حصيلة الجرحى 15 شخصاً.", "injured", 15],
])("«%s» counts victims", (text, of, value) => {
  expect(shown(toTelling({ id: "a", text }), toTelling({ id: "b", text }))).toEqual([
    [of, [value, value], false],
  ]);
});

test("half of those arrested is no number of them", () => {
  const text = "اعتقل نصف المشتبه بهم الجمعة.";
  expect(shown(toTelling({ id: "a", text }), toTelling({ id: "b", text }))).toEqual([]);
});

test("things are followed where the reports count the same ones", () => {
  const early = "أطلق الجيش السهلي 70 صاروخاً على مواقع الميليشيا قرب الرملاء.";
  const late = "قالت وزارة الدفاع إن الجيش السهلي أطلق 60 صاروخاً على مواقع قرب الرملاء.";
  const other = "وعرضت الشركة في معرض المدينة 4 صواريخ صغيرة للهواة.";
  expect(
    shown(
      toTelling({ id: "a", at: "2026-03-02T08:00:00Z", text: early }),
      toTelling({ id: "b", at: "2026-03-02T09:00:00Z", text: late }),
      toTelling({ id: "c", at: "2026-03-02T10:00:00Z", text: other }),
    ),
  ).toEqual([["صاروخ", [70, 60], true]]);
});

test("goals of one match are not compared with those of another", () => {
  const one = "فاز فريق السواعد على فريق النجم بهدفين في مباراة الأمس.";
  const other = "فاز فريق السواعد على فريق النجم بثلاثة أهداف في مباراة الذهاب.";
  expect(shown(toTelling({ id: "a", text: one }), toTelling({ id: "b", text: other }))).toEqual([]);
});
