import { expect, test } from "vitest";
import { speakersOf } from "../../../test/read-statements.ts";
import { foldWord } from "../../text/index.ts";
import { isOwnWord } from "./issued.ts";
import { ISSUED_BY, OWN_WORDS } from "./tables/speaker-words.ts";

test.each(ISSUED_BY)("behind a paper «%s» says who it is from", (word) => {
  const link = /^(?:ال)?صا?در/u.test(word) ? " عن" : "";
  const paper = word.startsWith("ال") ? "التقرير" : "تقرير";
  expect(speakersOf(`وقال ${paper} ${word}${link} وزارة النقل السدرية إن الطريق مغلق.`)).toEqual([
    "وزارة النقل السدرية",
  ]);
});

test.each(OWN_WORDS)("«%s» is in its issuer's own words", (word) => {
  expect(isOwnWord(foldWord(word))).toBe(true);
});

test.each([
  [
    "a paper that nothing says whose it is, behind the sentence's speaker",
    "التقى الرئيسان أمس، حسب ما أعلن القصر الملكي، وجاء في بيان: أن الحدود تبقى أولوية للجميع.",
    ["القصر الملكي", "القصر الملكي"],
  ],
  [
    "the paper again after others spoke",
    "قال بيان صادر عن بلدية سدرة إن السد آمن تماما. وأكد المهندسان أن الماء ينحسر. وأشار البيان إلى أن الطريق مفتوح.",
    ["بلدية سدرة", "المهندسان", "بلدية سدرة"],
  ],
  [
    "a paper that another body spoke in since",
    "قال بيان لبلدية سدرة إن السد آمن تماما. وقالت وزارة المياه في بيان إن الماء ينحسر. وأضاف البيان أن الطريق مفتوح.",
    ["بلدية سدرة", "وزارة المياه", "وزارة المياه"],
  ],
  [
    "a statement that an agency published",
    "وبحسب بيان رسمي نشرته وكالة سدرة للأنباء، أغلقت الحدود مساء أمس. وأشار البيان إلى أن الطريق مفتوح.",
    ["بيان رسمي نشرته وكالة سدرة للأنباء", "بيان رسمي نشرته وكالة سدرة للأنباء"],
  ],
])("%s", (_what, text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers);
});
