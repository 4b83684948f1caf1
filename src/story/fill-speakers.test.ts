import { expect, test } from "vitest";
import type { Statement } from "../model/index.ts";
import { fillSpeakers } from "./fill-speakers.ts";

const WORDS = "لن نغلق الميناء مهما اشتدت العاصفة هذا الشتاء";

function statement(fields: Partial<Statement>): Statement {
  return {
    kind: "direct",
    text: WORDS,
    speaker: null,
    speakerSurface: "",
    role: null,
    cue: "قال",
    stance: "neutral",
    via: [],
    start: 0,
    end: WORDS.length,
    ...fields,
  };
}

const first = (...said: Partial<Statement>[]) =>
  fillSpeakers(
    said.map((fields, k) => ({ articleId: `a${k}`, statements: [statement(fields)] })),
  )[0]?.statements[0];

test("a missing speaker is who says the same words elsewhere, marked with the article", () => {
  expect(first({}, { speaker: "سالم الحربي", role: "وزير النقل" })).toMatchObject({
    speaker: "سالم الحربي",
    role: "وزير النقل",
    speakerFrom: "a1",
  });
});

test("a part of the words is enough, another spelling does not matter", () => {
  const text = "لن نغلق الميناء مهما إشتدت العاصفة";
  expect(first({ text }, { speaker: "سالم الحربي" })?.speaker).toBe("سالم الحربي");
});

test("of two forms of one name the fuller is taken", () => {
  expect(first({}, { speaker: "الحربي" }, { speaker: "سالم الحربي" })?.speaker).toBe("سالم الحربي");
});

test.each([
  ["articles name different people", [{}, { speaker: "سالم الحربي" }, { speaker: "هند العلي" }]],
  ["the words are too few", [{ text: "لن نغلق" }, { text: "لن نغلق", speaker: "سالم الحربي" }]],
  ["the words are reported", [{ kind: "indirect" }, { speaker: "سالم الحربي" }]],
  ["the words are others", [{}, { text: "نعمل ليل نهار من أجل السكان", speaker: "هند العلي" }]],
] satisfies [string, Partial<Statement>[]][])("nobody is given where %s", (_what, said) => {
  expect(first(...said)?.speaker).toBeNull();
});

test("a speaker that is named stays", () => {
  expect(first({ speaker: "هند العلي" }, { speaker: "سالم الحربي" })).toMatchObject({
    speaker: "هند العلي",
  });
  expect(first({ speaker: "هند العلي" })?.speakerFrom).toBeUndefined();
});
