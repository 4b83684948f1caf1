import { expect, test } from "vitest";
import { speakersOf } from "../../../test/read-statements.ts";
import { foldWord } from "../../text/index.ts";
import { TITLES_ONLY } from "./tables/title-words.ts";
import { isTitleOnly } from "./title-words.ts";

test.each([
  [
    "a person's name in marks behind an office",
    'وأوضح رئيس اللجنة "سالم الحربي" أن العمل بدأ في الموقع.',
    ["سالم الحربي"],
  ],
  [
    "a body's own name in marks",
    'وقالت وكالة الشرطة السدرية "سدربول" إن العصابة اعتقلت كلها.',
    ['وكالة الشرطة السدرية "سدربول"'],
  ],
  [
    "an office in marks before a title and a name",
    'وأوضح مدير عام "تعليم سدرة" الدكتور سالم بن ناصر الحربي، أن اللجان تعمل اليوم.',
    ["سالم بن ناصر الحربي"],
  ],
  [
    "what an office says in marks",
    'وقال مدير المدرسة "لن نغلق الأبواب أبدا" ثم غادر القاعة.',
    ["مدير المدرسة"],
  ],
  [
    "what a government says in marks",
    'وقالت الحكومة السدرية "لن نتراجع" إن القرار نهائي ولا رجعة فيه.',
    ["الحكومة السدرية"],
  ],
  [
    "what a channel shows in marks",
    'وأكدت القناة السدرية "خبر عاجل" أن الجسر مغلق أمام الشاحنات.',
    ["القناة السدرية"],
  ],
  [
    "a rank behind an office and a comma",
    "قال نائب رئيس الشرطة، الفريق ضاحي الحربي، الثلاثاء، بأن الطريق آمن تماما.",
    ["ضاحي الحربي"],
  ],
])("%s", (_what, text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers);
});

test.each(TITLES_ONLY)("behind «%s» and a name the office may follow", (title) => {
  expect(isTitleOnly(foldWord(`ال${title}`))).toBe(true);
});

test("whoever has a title before the name is found again by the office behind it", () => {
  expect(
    speakersOf(
      "انتقد الدكتور سالم الحربي، وزير النقل السدري، إغلاق الجسر. وقال وزير النقل السدري إن العمل يبدأ غدا.",
    ),
  ).toEqual(["سالم الحربي"]);
});
