import { expect, test } from "vitest";
import { splitSentences, tokenize } from "../../text/index.ts";
import { findNames } from "../name/find-names.ts";
import { readStatements } from "./statements.ts";

const find = (text: string) => {
  const tokens = tokenize(text);
  const names = findNames(text, tokens);
  return readStatements(text, tokens, splitSentences(text), { names }).statements;
};

test.each([
  [
    "a surname whose first word is a function word elsewhere",
    "قال المدرب الهولندي يوهان فان ديرك إن الفريق جاهز. وسافر اللاعبون أمس. وقال فان ديرك للصحفيين «سنلعب المباراة كما لعبنا دائماً».",
    ["يوهان فان ديرك", "يوهان فان ديرك"],
  ],
  [
    "a surname that reads like «بأن»",
    "وذكرت وسائل إعلام محلية أن الفريق سافر. ولم يقل مدرب النادي لوران بلان الكثير. وقال بلان للصحفيين «لا يوجد شيء رسمي حتى اليوم».",
    ["وسائل إعلام محلية", "لوران بلان"],
  ],
  [
    "an attribution that goes on with «فإن»",
    "قال سالم الحربي إن الطريق مغلق. وبحسب الصحيفة فإن زاهر التقى الوزير سراً.",
    ["سالم الحربي", "الصحيفة"],
  ],
  [
    "an office and where it spoke",
    "قال وزير النقل، سالم الحربي، إن الطريق مفتوح. وقال الوزير خلال إيجاز صحافي «علاقتنا قوية جداً بالجميع».",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "an office and whom it told",
    "قال وزير النقل، سالم الحربي، إن الطريق مفتوح. وأبلغ الوزير الصحافيين أن الجسر سيغلق غداً.",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "a body and whom it called upon",
    'ودعا الجيش السدري السكان إلى الخروج، مؤكداً أن "المعابر كلها آمنة الآن".',
    ["الجيش السدري"],
  ],
  [
    "an official who is a spokesman of a body of that country",
    "صرح المتحدث باسم الخارجية السدرية جون كيلي بأن الوفد وصل. وقال المسؤول السدري في تصريحات صحفية «إن الحوار مستمر مع الجميع».",
    ["جون كيلي", "جون كيلي"],
  ],
  [
    "words set off by «عقب» and «عبر»",
    'وقال سالم الحربي، عقب المباراة، إنها "ليست مسألة أرقام بالنسبة لي أبداً". وأضاف، عبر حسابه على تويتر، أن "الفريق يستحق الفوز بالبطولة".',
    ["سالم الحربي", "سالم الحربي"],
  ],
  ["«عبر» as a verb", 'وعبر سالم الحربي عن "سعادته الكبيرة بهذا الفوز".', ["سالم الحربي"]],
  [
    "a name and a day",
    'قال الرئيس إيمانويل ماكرون الخميس "إن البلاد ستبقى ملتزمة بما وعدت".',
    ["إيمانويل ماكرون"],
  ],
  [
    "a spokesman of a chief, and a body of great scholars",
    "قال الناطق باسم رئيسة الوزراء إن الاجتماع انتهى. وأوضحت الأمانة العامة لهيئة كبار العلماء أن الصيام غداً.",
    ["الناطق باسم رئيسة الوزراء", "الأمانة العامة لهيئة كبار العلماء"],
  ],
])("who speaks is read where the words end: %s", (_what, text, speakers) => {
  expect(find(text).map(({ speaker }) => speaker)).toEqual(speakers);
});

test.each([
  [
    "a cue and «قوله»",
    'قال الوزير سالم الحربي إن الطريق مفتوح. وأضاف الحربي قوله: "سنفتح الجسر غداً للجميع".',
    [
      ["سالم الحربي", "الطريق مفتوح"],
      ["سالم الحربي", "سنفتح الجسر غداً للجميع"],
    ],
  ],
  [
    "a cue and where it was said",
    'وأعلن المتحدث سعد المعن في تصريح صحفي أمس أن "العملية كلها انتهت بنجاح".',
    [["سعد المعن", "العملية كلها انتهت بنجاح"]],
  ],
  [
    "a cue and «بين»",
    "وقالت هند الراشد من بين الحضور: الحفلة رائعة ونحفظ كل الأغاني.",
    [["هند الراشد", "الحفلة رائعة ونحفظ كل الأغاني"]],
  ],
])("the same words are one statement: %s", (_what, text, said) => {
  expect(find(text).map((statement) => [statement.speaker, statement.text])).toEqual(said);
});
