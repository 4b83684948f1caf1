import { expect, test } from "vitest";
import { splitSentences, tokenize } from "../../text/index.ts";
import { findNames } from "../name/find-names.ts";
import { readStatements } from "./statements.ts";
import { FATES } from "./tables/speaker-words.ts";

const speakersOf = (text: string) => {
  const tokens = tokenize(text);
  const names = findNames(text, tokens);
  const { statements } = readStatements(text, tokens, splitSentences(text), { names });
  return statements.map(({ speaker }) => speaker);
};

test.each([
  [
    "whom the sentence before is about, where nobody has spoken",
    "هنأ الأمير سالم بن ناصر بن فهد أمير منطقة سدرة، وزير الداخلية الأمير خالد بن فهد على نجاح الخطة. وقال سموه في لقاء: «نحمد الله على نعمة الأمن في هذه البلاد».",
    ["سالم بن ناصر بن فهد"],
  ],
  [
    "who does something with words in the same sentence",
    "تعهد نجل أمير سدرة الأمير سالم بن ناصر بعودة الأندية إلى دوري خالد جميل، وقال في تصريح: «هناك شركات عملاقة ستأتي إلى المنطقة».",
    ["سالم بن ناصر"],
  ],
  [
    "a verb within what another says",
    "وأوضحت وزارة الداخلية السدرية، أن التحريات كشفت أن القادة نسقوا مع الزعيم. وأضافت أنه سيتم تقديم المشتبه بهم إلى العدالة.",
    ["وزارة الداخلية السدرية", "التحريات", "وزارة الداخلية السدرية"],
  ],
  [
    "the sentence's subject, where the verb between is of the other gender",
    "قال سالم الحربي إن الفيلم جديد. وأعاد فهد العلي نشر صورة تزعم الممثلة نورة العتيبي أنها لها ووصفها بأنها «عملية نصب كبيرة جدا».",
    ["سالم الحربي", "نورة العتيبي", "فهد العلي"],
  ],
  [
    "whom the sentence right before is about, in which nobody speaks",
    "وقال الرئيس سالم الحربي إن الاتحاد قوي. ويتفاوض الوزير فهد العلي مع قادة الدول على الشروط. وقد قال للصحافيين إن هدفه هو «الحصول على اتفاق جديد».",
    ["سالم الحربي", "فهد العلي"],
  ],
  [
    "who goes on, though another is spoken of between",
    "وقال الرئيس سالم الحربي إن الاتحاد قوي. ويزور الوزير فهد العلي العاصمة اليوم. وأضاف أن «الاتفاق الجديد سيكون مفيدا للجميع».",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "whoever is honoured, and not whom it is said to",
    "وقال الأمير سالم بن ناصر إن العمل ماض. وحث سموه الموظفين على العطاء، مضيفاً «نحن جميعا في خدمة الناس».",
    ["سالم بن ناصر", "سالم بن ناصر"],
  ],
  [
    "a description with a relative clause",
    "وقالت نورة السالم إن الحوار مستمر. وقالت المسؤولة السدرية، التي شاركت في المفاوضات، إن الوفد «عاد بلا اتفاق».",
    ["نورة السالم", "نورة السالم"],
  ],
  [
    "where it was said between verb and words",
    "أطلقت شركة نوران للنقل خدمة جديدة. وقالت نوران على مدونتها «نأسف بشدة لحدوث هذا الخلل».",
    ["نوران"],
  ],
  [
    "a site and its users",
    "وقال موقع سدرة إن الخلل قديم. ونصح الموقع المستخدمين بأن «يغيروا كلمات المرور اليوم».",
    ["سدرة", "سدرة"],
  ],
  [
    "a site and how it did so",
    "وقال موقع سدرة إن الخلل قديم. ودعا إلى مراجعة الموقع كإجراء احترازي. وأضاف الموقع أن الخدمة عادت للعمل.",
    ["سدرة", "سدرة"],
  ],
  [
    "whoever denies something definite",
    "قال سالم الحربي إن الصفقة تمت. إلا أن وكيل اللاعب فهد العتيبي أنكر هذا الرقم وأشار إلى أن الراتب أقل كثيرا.",
    ["سالم الحربي", "فهد العتيبي"],
  ],
  [
    "a participle that is a given name too",
    "وقالت ليلى العتيبي إن الفيلم جديد. وعادت ليلى إلى المسرح أمس، مشيرة إلى أنها بخير تماما.",
    ["ليلى العتيبي", "ليلى العتيبي"],
  ],
  [
    "a subject before its verb, and whom it was said to behind",
    "اتصل بوتين بالقصر أمس. وذكرت الوزارة أن رئيس الوزراء السدري، سالم الحربي، قال لبوتين عبر الهاتف، إن الأمر «غير مقبول أبدا».",
    ["الوزارة", "سالم الحربي"],
  ],
  [
    "a surname that begins like a preposition",
    "فاز خضر بلومي بالجائزة. وتابع بلومي «أنتظر هذا اليوم منذ سنوات طويلة».",
    ["خضر بلومي"],
  ],
  [
    "whoever issues a paper by a surname",
    "أعربت الممثلة ليلى مور عن صدمتها. وقالت الشرطة إن الشاب غرق. وأصدرت مور (52 عاما) بيانا قالت فيه «أشعر بصدمة تامة من هذا الخبر».",
    ["الشرطة", "ليلى مور"],
  ],
  [
    "a name that reads like «على»",
    "أوضح وزير النفط اليمني علي ناصر أن الطلب قوي جدا على النفط هذا العام.",
    ["علي ناصر"],
  ],
  [
    "a verb with a pronoun between it and its subject",
    "ورد عليه وزير النقل فهد العتيبي «هذا ما سبق أن فعلته ثلاث مرات».",
    ["فهد العتيبي"],
  ],
  [
    "a longer description than the office somebody is named with later",
    "صرح مدير مرصد سدرة للزلازل أن الهزة ضعيفة. وأكد مدير المرصد سالم الحربي أن الخطر زال.",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "whoever a sentence names before what befell him",
    "وقال المتحدث سالم الحربي إن الوضع خطير. والقائد فهد العلي قتل في غارة جوية. وقال إن التحقيق مستمر.",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "whoever had been through it before",
    "وقال المتحدث سالم الحربي إن الوضع خطير. وكان القائد فهد العلي قد قتل في غارة جوية. وقال إن التحقيق مستمر.",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "a rank of two words before the name",
    "وقال الميجر جنرال بات رايدر إن القوات باقية في المنطقة.",
    ["بات رايدر"],
  ],
])("%s", (_what, text, speakers) => {
  expect(speakersOf(text)).toEqual(speakers);
});

test.each(FATES)("whom «%s», «%s» tell of is not who speaks next", (perfect, imperfect) => {
  for (const verb of [perfect, imperfect, `س${imperfect}`])
    expect(
      speakersOf(
        `وقال المتحدث سالم الحربي إن الوضع خطير. و${verb} القائد فهد العلي في غارة جوية. وقال إن التحقيق مستمر.`,
      ).at(-1),
    ).toBe("سالم الحربي");
});
