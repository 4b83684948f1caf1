import { expect, test } from "vitest";
import { splitSentences, tokenize } from "../../text/index.ts";
import { findNames } from "../name/find-names.ts";
import { readStatements } from "./statements.ts";
import { BODY_NOUNS_FOR_NAMES, OWNED_HEADS } from "./tables/speaker-words.ts";

const speakerOf = (text: string) => {
  const tokens = tokenize(text);
  const names = findNames(text, tokens);
  return readStatements(text, tokens, splitSentences(text), { names }).statements.at(-1)?.speaker;
};

test.each(OWNED_HEADS)("«%s» with a pronoun is called by whose it is", (noun) => {
  const hers = `${noun.replace(/ة$/u, "ت")}ها`;
  expect(
    speakerOf(`قالت الممثلة نورة السالم إن الفيلم جديد. وبحسب ${hers} فإن العرض تأجل كثيرا.`),
  ).toBe(`${noun} نورة السالم`);
});

test("where two women were named before, nobody guesses whose lawyer it is", () => {
  expect(
    speakerOf(
      "قالت الممثلة نورة السالم إن الفيلم جديد. وقالت المخرجة ليلى العلي إن العمل طويل. وقال محاميها إن العرض تأجل.",
    ),
  ).toBe("محاميها");
});

test.each(BODY_NOUNS_FOR_NAMES)("«%s» is the body that was named by a bare name", (noun) => {
  const verb = noun.endsWith("ة") ? "وقالت" : "وقال";
  expect(
    speakerOf(`تعاقد برشلونة مع مدرب جديد أمس. ${verb} ال${noun} إن العقد يمتد ثلاث سنوات.`),
  ).toBe("برشلونة");
});

test.each([
  [
    "a word that stood behind a given name before",
    "حكم على جميلة بوتيرو بالسجن. وقالت بوتيرو وهي تقف في القفص، إنها لم تقتل أحدا.",
    "بوتيرو",
  ],
  ["a calling", "قالت أخصائية التغذية نورة السالم إن السكر ضار بالصحة.", "نورة السالم"],
  [
    "several people with an adjective",
    "طالب حقوقيون بارزون المجتمع الدولي بأن يتدخل لوقف الحرب.",
    "حقوقيون بارزون",
  ],
  [
    "an office with a name in marks",
    'وقال الرئيس التنفيذي لمشروع "نور" سالم الحربي إن العمل بدأ في الموقع.',
    "سالم الحربي",
  ],
  ["a woman's lawyer", "قالت محاميتها نورة السالم إن الحكم جائر.", "نورة السالم"],
  [
    "an office that says more of an office",
    'وغرد اللاعب صاحب الهدفين، قائلا: "تعرضت لحادث سير ونحن بخير".',
    "اللاعب صاحب الهدفين",
  ],
  ["a name before where it was said", "قالت نورة السالم خارج القاعة إن الحكم جائر.", "نورة السالم"],
  [
    "whose speech it is",
    "ألقى الرئيس سالم الحربي كلمته أمام المجلس الوطني السدري، والتي اعتبر فيها أن السلام ممكن.",
    "سالم الحربي",
  ],
])("%s", (_what, text, speaker) => {
  expect(speakerOf(text)).toBe(speaker);
});
