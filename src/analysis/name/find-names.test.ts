import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "../../text/index.ts";
import { findNames } from "./find-names.ts";
import { WEIGHTS } from "./weights.ts";

const names = (text: string) => findNames(text, tokenize(text));
const seen = (text: string) => names(text).map(({ type, text: surface }) => [type, surface]);

test.each([
  [
    "a role and a body before a name",
    "وقال المتحدث باسم الكرملين أندريه فولكوف إن المحادثات مستمرة.",
    [
      ["organisation", "الكرملين"],
      ["person", "أندريه فولكوف"],
    ],
  ],
  [
    "a preposition joined to a place",
    "وصل الوفد إلى القاهرة بعد زيارة لبغداد.",
    [
      ["place", "القاهرة"],
      ["place", "بغداد"],
    ],
  ],
  [
    "a conjunction joined to a name",
    "التقى الوزير محمد السالمي وكريستوفر هوبر في جنيف.",
    [
      ["person", "محمد السالمي"],
      ["person", "كريستوفر هوبر"],
      ["place", "جنيف"],
    ],
  ],
  [
    "a name of the tables, whole",
    "انسحبت القوات من ناغورني قره باغ مساء أمس.",
    [["place", "ناغورني قره باغ"]],
  ],
])("%s", (_what, text, expected) => {
  expect(seen(text)).toEqual(expected);
});

test("a preposition written as ALEF MAKSURA is no Ali", () => {
  expect(seen("ألقت الشرطة القبض على.")).toEqual([]);
});

test("a surname has the key of the one full name of its text", () => {
  const found = names(
    "قال الوزير محمد السالمي إن الاتفاق قريب. وأضاف السالمي أن الوفود وصلت إلى مسقط.",
  );
  const people = found.filter(({ type }) => type === "person");
  expect(people.map(({ text }) => text)).toEqual(["محمد السالمي", "السالمي"]);
  expect(new Set(people.map(({ key }) => key)).size).toBe(1);
});

test("a surname that two people of a text share is neither's", () => {
  const found = names(
    "قال الرئيس محمد السالمي إن الاتفاق قريب. وقال الوزير خالد السالمي إنه بعيد. وأضاف السالمي أن الوفود وصلت.",
  );
  const keys = found.filter(({ type }) => type === "person").map(({ key }) => key);
  expect(new Set(keys).size).toBe(3);
});

test.each([
  [
    "an end",
    "التقى الأمير محمد بن سالم بن عبدالعزيز آل ناصر الوفد. وقال محمد بن سالم بن عبد العزيز إن الزيارة ناجحة.",
  ],
  [
    "a middle",
    "زار عبد الرحمن عبد الله أبو زيد القاهرة أمس. وقال عبدالرحمن أبوزيد إن الزيارة ناجحة.",
  ],
  ["all but the father", "التقى سالم بن راشد آل ناصر الوفد. وقال بن راشد إن الزيارة ناجحة."],
])("a name with %s left out has the key of the full one", (_what, text) => {
  const keys = names(text).flatMap(({ type, key }) => (type === "person" ? [key] : []));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test("a first and a last name that two full names have are neither's", () => {
  const text =
    "حضر أحمد سالم الحداد الافتتاح، وغاب عنه أحمد كامل الحداد. وقال أحمد الحداد إن الدورة ناجحة.";
  const keys = names(text).flatMap(({ type, key }) => (type === "person" ? [key] : []));
  expect(new Set(keys).size).toBe(3);
});

test("a body of the tables is named whole", () => {
  const text = "أرسلت منظمة الأمم المتحدة للطفولة (يونيسف) مساعدات إلى القرى.";
  const [first, second] = names(text);
  expect(first?.text).toBe("منظمة الأمم المتحدة للطفولة");
  expect(first?.key).toBe(second?.key);
});

test("offsets give the name as written, in order", () => {
  const text = "زار الرئيس إيمانويل ماكرون بيروت وطرابلس، والتقى وليد جنبلاط في المختارة.";
  const found = names(text);
  expect(found.length).toBeGreaterThan(2);
  for (const name of found) expect(text.slice(name.start, name.end)).toBe(name.text);
  expect(found.map(({ start }) => start)).toEqual(
    found.map(({ start }) => start).sort((a, b) => a - b),
  );
});

test("any text at all has names within it, the same twice", () => {
  const piece = fc.constantFrom(
    "وقال",
    "محمد",
    "(",
    "بغداد",
    "\n",
    "الأمم المتحدة",
    "؟",
    "x",
    "1",
    "\u064B",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      const text = pieces.join(" ");
      const found = names(text);
      for (const { start, end, text: surface, key } of found) {
        expect(text.slice(start, end)).toBe(surface);
        expect(key.length).toBeGreaterThan(0);
      }
      expect(names(text)).toEqual(found);
    }),
    { numRuns: 200 },
  );
});

test("the weights stay within three megabytes", () => {
  expect(WEIGHTS.length).toBeLessThan(3_000_000);
});
