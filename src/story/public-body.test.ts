import { describe, expect, test } from "vitest";
import { findBodies, findKinds, findOccasions, isSameBody } from "./public-body.ts";
import {
  BODY_BYNAMES,
  BODY_WORDS,
  OCCASION_PAIRS,
  OCCASION_WORDS,
  WORDS_AFTER_BODIES,
} from "./tables/statement-words.ts";

const names = (text: string) => findBodies(text).map(({ name }) => name);
const body = (text: string) => {
  const [found] = findBodies(text);
  if (found === undefined) throw new Error(`no body in ${text}`);
  return found;
};

describe("a body is found by its kind", () => {
  test.each(BODY_WORDS)("%s", (word, kind) => {
    expect(findBodies(`أعلنت ${word} الموانئ أمس فتح المرفأ.`)).toMatchObject([
      { kind, name: `${word} الموانئ` },
    ]);
    expect([...findKinds(`في بيان ال${word} أمس`)]).toEqual([kind]);
  });
  test.each(BODY_BYNAMES)("or by its byname %s", (byname, kind) => {
    expect(findBodies(`رفع ${byname} سعر الفائدة.`)).toMatchObject([{ kind, name: byname }]);
    expect(findBodies(`وصلت قوات الأمن ${byname} إلى الساحة.`)).toEqual([]);
  });
});

test.each(WORDS_AFTER_BODIES)("%s is not of a body's name", (word) => {
  expect(names(`قالت وزارة الري ${word} إن السد بخير.`)).toEqual(["وزارة الري"]);
});

test("a name goes on through what it is for and ends at the next mark or body", () => {
  expect(names("وحسب بلاغ للهيئة الوطنية المستقلة للانتخابات، تبدأ الحملة.")).toEqual([
    "الهيئة الوطنية المستقلة للانتخابات",
  ]);
  expect(names("لجنة السياسة النقدية في البنك المركزي الكيماني")).toEqual([
    "لجنة السياسة النقدية",
    "البنك المركزي الكيماني",
  ]);
  expect(names("اجتمع المجلس، السبت")).toEqual([]);
});

test("one body is told by the word after its kind or by what it is for, another of its kind is not", () => {
  const commission = body("الهيئة الوطنية المستقلة للانتخابات");
  expect(isSameBody(commission, body("الهيئة المشرفة على الانتخابات"))).toBe(true);
  expect(isSameBody(body("البنك المركزي الكيماني"), body("خفضه المركزي"))).toBe(true);
  const [health, interior] = [body("وزارة الصحة السرمدانية"), body("وزارة الداخلية السرمدانية")];
  expect(isSameBody(health, interior)).toBe(false);
});

describe("an occasion is found", () => {
  test.each(OCCASION_WORDS)("%s, bare, with particles and possessives", (word) => {
    for (const form of [word, `و${word}`, `ب${word}`, `ال${word}`, `${word}ها`, `${word}ه`]) {
      expect(findOccasions(`قالت الهيئة في ${form} أمس`)).toHaveLength(1);
    }
  });
  test.each(OCCASION_PAIRS)("%s %s", (first, second) => {
    expect(findOccasions(`قال في ${first} ${second} أمس`)).toHaveLength(1);
  });
  test("and data are none", () => {
    expect(findOccasions("نشرت بيانات التجارة")).toEqual([]);
  });
});
