import { expect, test } from "vitest";
import { readText } from "../../../test/read-statements.ts";
import { BODY_NOUNS_FOR_NAMES, OF_TASKS, OWNED_HEADS, PEER_NOUNS } from "./tables/speaker-words.ts";

const speakerOf = (text: string) => readText(text).statements.at(-1)?.speaker;

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

test.each(OF_TASKS)("«… ال%s ب…» is the body of that noun named before", (task) => {
  const noun = task.endsWith("ة") ? "الهيئة" : "الجهاز";
  const body = task.endsWith("ة") ? "هيئة الخدمة السرية" : "جهاز الخدمة السرية";
  const verb = task.endsWith("ة") ? "وقالت" : "وقال";
  expect(
    speakerOf(
      `أفاد سالم الحربي بأن ${body} أغلقت الطريق. ${verb} ${noun} ال${task} بحماية الرئيس إن الحرس عاد.`,
    ),
  ).toBe(body);
});

test.each(PEER_NOUNS)("whom somebody calls «%s» has that one's office", (peer) => {
  const his =
    peer.endsWith("ته") || peer.endsWith("تها") ? "السدرية نورة العلي" : "السدري ماهر العلي";
  const office = his.startsWith("السدرية") ? "وأكدت الرئيسة السدرية" : "وأكد الرئيس السدري";
  const name = his.startsWith("السدرية") ? "نورة العلي" : "ماهر العلي";
  expect(speakerOf(`التقى الرئيس سالم الحربي ${peer} ${his}. ${office} أن الاتفاق باق.`)).toBe(
    name,
  );
});

test.each([
  [
    "a surname by another letter for G",
    'دعا وزير الخارجية خوسيه مارغالو للتعامل بحرص. وقال مارجالو "للأسف هذه ليست المرة الأولى".',
    "خوسيه مارغالو",
  ],
  [
    "a place that something was said of first",
    'وقالت نورة السالم إن الحرب بعيدة. ونددت تايوان، الأربعاء، بالمناورات، وقالت إن الجيش يلجأ "لترهيب لفظي رخيص".',
    "تايوان",
  ],
  [
    "an adverb is nobody",
    "أثنت المعلمة على الطلاب. وأخيراً أكدت نورة السالم أنها ستخوض التجربة.",
    "نورة السالم",
  ],
  [
    "what came before in an interview",
    'قال ماهر العلي إن الاتفاق باق. جاء ذلك في مقابلة مع الزميلة نورة السالم في العاصمة، قائلا: "القوى الإقليمية كانت مؤيدة للمحادثات".',
    "ماهر العلي",
  ],
  [
    "a hashtag's second word",
    "غابت الفنانة #دانيلا_بوتيرة. وأكدت بوتيرة خلال استضافتها أنها كانت تحلم بالتمثيل.",
    "دانيلا بوتيرة",
  ],
  [
    "whom an outlet with a long name was told",
    'قالت نورة السالم لصحيفة "بريد الصباح الجديد" السدرية: "أنا سعيدة وممتنة لكل من ساهم".',
    "نورة السالم",
  ],
])("%s", (_what, text, speaker) => {
  expect(speakerOf(text)).toBe(speaker);
});
