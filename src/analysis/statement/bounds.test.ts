import { expect, test } from "vitest";
import { readText } from "../../../test/read-statements.ts";

const said = (text: string) => readText(text).statements.map((statement) => statement.text);

test("a verb behind a clause's mere subject does not end the clause", () => {
  const text =
    "قال فريق البحث إن المرضى الذين شملتهم الدراسة، أكدوا أن آلامهم كانت أقل من آلام غيرهم.";
  expect(said(text)).toContain(
    "المرضى الذين شملتهم الدراسة، أكدوا أن آلامهم كانت أقل من آلام غيرهم",
  );
});

test("what a newspaper says a person told another is that person's, through the newspaper", () => {
  const text =
    'ذكرت صحيفة "الميناء" أن وزير النقل سالم الحربي، أبلغ نظيره أنه سيغلق الطريق الساحلي في الشتاء.';
  const [statement, ...others] = readText(text).statements;
  expect(others).toEqual([]);
  expect(statement?.speaker).toBe("سالم الحربي");
  expect(statement?.text).toBe("أنه سيغلق الطريق الساحلي في الشتاء");
  expect(statement?.via).toEqual(["الميناء"]);
});

test.each([
  [
    "a decimal comma",
    "وقالت الوزارة إن الأسعار ارتفعت 2,5 في المئة في الربع الأول.",
    "الأسعار ارتفعت 2,5 في المئة في الربع الأول",
  ],
  [
    "the percent sign of the last figure",
    "وقالت الوزارة إن الأسعار ارتفعت هذا العام بنسبة 12%، مؤكدة استقرارها.",
    "الأسعار ارتفعت هذا العام بنسبة 12%",
  ],
  [
    "the bracket that closes in it",
    "وقالت الوزارة إن كلفة الجسر بلغت 43 مليون ريال (53 مليون دولار).",
    "كلفة الجسر بلغت 43 مليون ريال (53 مليون دولار)",
  ],
])("a clause keeps %s", (_, text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test("no clause ends within a figure", () => {
  const text =
    "وقال مسؤول إن الطريق مغلق أمام الجميع، مقابل 11,3% فقط ممن يعتقدون أن الجسر مفتوح اليوم.";
  expect(said(text)[0]).toBe("الطريق مغلق أمام الجميع");
});

test("a bracket around the whole sentence is not the clause's", () => {
  expect(said("(وقالت الوزارة إن الجسر مفتوح أمام الشاحنات)")).toEqual([
    "الجسر مفتوح أمام الشاحنات",
  ]);
});

test.each([
  "بحسب المرصد البحري، ومقره مدينة الرملاء، فقد سيطر الحريق على ربع الغابة.",
  "وبحسب المرصد البحري في مدينة الرملاء فقد سيطر الحريق على ربع الغابة.",
])("«%s»: what is said begins where the sentence is taken up again", (text) => {
  expect(said(text)).toEqual(["فقد سيطر الحريق على ربع الغابة"]);
});

test.each([
  ["وبحسب الشرطة، لم يصب أحد فقد كان المبنى خاليا.", "لم يصب أحد فقد كان المبنى خاليا"],
  [
    "ووفقا للوزارة، أغلقت المدارس أبوابها، فقد هطلت أمطار غزيرة.",
    "أغلقت المدارس أبوابها، فقد هطلت أمطار غزيرة",
  ],
  [
    "وبحسب الشرطة، وزارة النقل أغلقت الطريق، فقد هطلت أمطار غزيرة.",
    "وزارة النقل أغلقت الطريق، فقد هطلت أمطار غزيرة",
  ],
])("«%s»: a reason behind what is said is of it", (text, expected) => {
  expect(said(text)).toEqual([expected]);
});

test("what is expected of things is nobody's statement", () => {
  const text =
    "قال الوزير سالم الحربي إن الميناء مفتوح. ورحب بصفقات يتوقع أن يبرمها الاتحاد مع الشركات.";
  expect(said(text)).toEqual(["الميناء مفتوح"]);
});
