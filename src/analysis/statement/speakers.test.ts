import { expect, test } from "vitest";
import { readText } from "../../../test/read-statements.ts";
import { foldWord } from "../../text/index.ts";
import { isSpokenAbout } from "./agreement.ts";
import { findCueForm } from "./cue-forms.ts";
import type { NounPhrase } from "./phrase.ts";
import type { Prose } from "./prose.ts";
import { FEMININE_HEADS, OBJECT_VERBS } from "./tables/agreement.ts";
import { ATTRIBUTIONS } from "./tables/attributions.ts";
import {
  HONORIFIC_NOUNS,
  HONORIFICS,
  TITLE_ADJECTIVES,
  TITLE_ENDS,
  TITLE_LETTERS,
} from "./tables/title-words.ts";
import { isHonorific, titleWord } from "./title-words.ts";

const find = (text: string) => readText(text).statements;

test.each(["محمد بن سالم بن عبدالعزيز آل سعود", "عبد الرحمن بن عبد الله آل ثاني"])(
  "a name goes on over a link however long it is: %s",
  (name) => {
    const [statement] = find(`قال الأمير ${name}، رئيس المجلس، إن الخطة ماضية.`);
    expect(statement?.speaker).toBe(name);
  },
);

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

test.each([
  ["a doctor", "وقال د. سالم الحربي إن الطريق مغلق.", ["سالم الحربي"]],
  ["a professor", "وقال أ.د. سالم الحربي إن الطريق مغلق.", ["سالم الحربي"]],
  ["an engineer with a stroke", "وأكد م/ فهد الدوسري أن الجسر آمن.", ["فهد الدوسري"]],
  ["an office and a doctor", "وأوضح مدير المستشفى د. خالد المنصور أن الوضع جيد.", ["خالد المنصور"]],
  [
    "an honoured minister, and «معاليه»",
    "وأكد معالي وزير شؤون الإعلام سالم بن فهد الحربي أن الوفد وصل. وأضاف معاليه أن الجسر مغلق.",
    ["سالم بن فهد الحربي", "سالم بن فهد الحربي"],
  ],
  [
    "«علي» within a name",
    "وأوضح رئيس اللجنة سعيد بن علي البسام أن الأسعار ارتفعت.",
    ["سعيد بن علي البسام"],
  ],
  [
    "an office that is over before a verb",
    "وقال مسؤول سدري يتولى الإشراف على الميناء إن السفن وصلت.",
    ["مسؤول سدري"],
  ],
  [
    "an office and what is asked",
    "وقال ناشط حقوقي طلب عدم نشر اسمه إن السكان خائفون.",
    ["ناشط حقوقي"],
  ],
  [
    "an office and when it spoke",
    "وغرد وزير التعليم أواخر شهر رمضان بأن الامتحان تأجل.",
    ["وزير التعليم"],
  ],
  [
    "an office and what somebody wishes",
    'وأبدى المدرب السدري سالم الحربي رغبته في البقاء. وأكد المدرب السدري رغبته بأن "يبقى الفريق كله هنا".',
    ["سالم الحربي"],
  ],
  [
    "a second office after the first",
    "وأكد القيادي في التحالف ورئيس لجنة النزاهة في البرلمان طلال الزوبعي أن القوانين جاهزة.",
    ["طلال الزوبعي"],
  ],
  [
    "an office and a verb with «قد»",
    "وكان رئيس هيئة الرياضة قد أصدر بياناً. وأكد رئيس هيئة الرياضة أن الملعب جاهز.",
    ["رئيس هيئة الرياضة"],
  ],
  [
    "a name and whom it told",
    "وقال متحدث باسم المستشفى، إدوارد زابون لبي بي سي إن الأطباء بخير.",
    ["إدوارد زابون"],
  ],
  [
    "an office in a province",
    "وأكد مدير عام الشؤون الصحية بمنطقة السدر الصيدلي فهد الدوسري أن الأدوية كافية.",
    ["فهد الدوسري"],
  ],
  [
    "an office of states",
    "وشدد الأمين العام لمجلس التعاون لدول الوادي سالم الحربي على أن الحوار مستمر.",
    ["سالم الحربي"],
  ],
  [
    "what an agency passed on from another than itself",
    'أما وكالة المدار فنقلت عن مسؤول آخر في المنظمة قوله إن "النار تشتعل في السفينة".',
    ["مسؤول آخر في المنظمة"],
  ],
  [
    "an office of coordination",
    "وأوضحت متحدثة باسم مكتب تنسيق الشؤون أن القتال استمر.",
    ["متحدثة باسم مكتب تنسيق الشؤون"],
  ],
])("an office, an address and a name are told apart: %s", (_what, text, speakers) => {
  expect(find(text).map(({ speaker }) => speaker)).toEqual(speakers);
});

test.each([
  ["TITLE_ENDS", TITLE_ENDS, "ends"],
  ["TITLE_ADJECTIVES", TITLE_ADJECTIVES, "goes-on"],
] as const)("every word of %s begins no name behind an office", (_name, list, how) => {
  const prose = { text: "", tokens: [], named: new Map() } as unknown as Prose;
  expect(list.filter((word) => titleWord(prose, 0, foldWord(word)) !== how)).toEqual([]);
});

test.each([...HONORIFICS, ...HONORIFIC_NOUNS])("«%s» with a pronoun is who spoke last", (noun) => {
  const joined = noun.replace(/ة$/u, "ت");
  expect([`${joined}ه`, `${joined}ها`].every((word) => isHonorific(foldWord(word)))).toBe(true);
});

test.each(TITLE_LETTERS)("«%s.» is an address before a name", (letter) => {
  const [only] = find(`وقال ${letter}. سالم الحربي إن الطريق مغلق.`);
  expect(only?.speaker).toBe("سالم الحربي");
});

test.each([
  [
    "one of several is one",
    'ووفق صحيفة الوادي، اشتكى كثيرون. وقال أحد المستخدمين "هل من شخص يعاني من هذه المشكلة". وأضاف "الشاشة تتوقف عن العمل أحياناً".',
    ["أحد المستخدمين", "أحد المستخدمين"],
  ],
  [
    "an unknown name alone before its clause",
    "وكان المحافظ في زيارة. وقال وون إن الجولات كلها ألغيت.",
    ["وون"],
  ],
  [
    "a manager by another word",
    'أعلن سالم الحربي أنه استقال من تدريب الفريق. وقاد الحربي الفريق سنوات. وقال المدير الفني: "أنا أعشق هذا النادي كثيراً".',
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "a president of a country who is named nowhere",
    'قال سالم الحربي إن الوفد وصل. وقال الرئيس السدري: "نرحب بالوفد في بلادنا".',
    ["سالم الحربي", "الرئيس السدري"],
  ],
  [
    "a woman by another word is no man",
    "قال الوزير سالم الحربي إن الوفد وصل. وأكدت المسؤولة الأممية أنها ستعمل مع الجميع.",
    ["سالم الحربي", "المسؤولة الأممية"],
  ],
  [
    "an envoy to a country",
    "قال الوزير سالم الحربي إن الوفد وصل. وذكر المبعوث الأممي إلى السدر أن الحوار مستمر.",
    ["سالم الحربي", "المبعوث الأممي"],
  ],
  [
    "a scholar with a definite family name",
    "قال الوزير سالم الحربي إن الوفد وصل. وأكد المؤرخ فهد القزويني أن القلعة قديمة. وقال المؤرخ القزويني إن سورها هدم.",
    ["سالم الحربي", "فهد القزويني", "فهد القزويني"],
  ],
  [
    "nobody has spoken before: the one who was named",
    'وشهد الحفل تكريم المعلم سالم الحربي. ووسط تصفيق الحضور جاء دور الكلمات، وقال: "هذا يوم لن أنساه أبداً".',
    ["سالم الحربي"],
  ],
  [
    "whoever answers goes on",
    'قال سالم الحربي إن الطريق مغلق. وعند سؤاله عما إن كان سالم الحربي غاضباً أجاب فهد الدوسري قائلاً: "لا أظن ذلك على الإطلاق".',
    ["سالم الحربي", "فهد الدوسري"],
  ],
  [
    "the sentence's subject behind «فيما»",
    "وذكرت شركة الكهرباء أن العطل أصلح. فيما تذمر عدد من أهالي الحي، مؤكدين أن الخسائر كبيرة.",
    ["شركة الكهرباء", "عدد من أهالي الحي"],
  ],
])("whom words mean that name nobody: %s", (_what, text, speakers) => {
  expect(
    find(text)
      .map(({ speaker }) => speaker)
      .slice(0, speakers.length),
  ).toEqual(speakers);
});

const OF_OPINION = /رأي|نظر|تقدير|اعتقاد|بحسبه/u;
const OPINIONS = ATTRIBUTIONS.filter(
  ({ words, follows }) => follows === "nothing" && OF_OPINION.test(words),
);

test.each(OPINIONS)("«$words» opens a statement of its own", ({ words }) => {
  const [, opinion] = find(
    `قال سالم الحربي إن الاقتصاد بخير. و${words}، الأزمة ستنتهي قريباً في البلاد.`,
  );
  expect(opinion).toMatchObject({
    speaker: "سالم الحربي",
    text: "الأزمة ستنتهي قريباً في البلاد",
    kind: "indirect",
  });
});

test.each([
  [
    "a government that a man describes",
    'قال الكاتب سالم الحربي إن الأمر معقد. ووصف الحكومة السدرية بأنها "بعيدة كل البعد عن الواقع".',
    "سالم الحربي",
  ],
  [
    "a minister whom a ministry describes",
    'وقالت وزارة النقل إن الجسر آمن. ووصفت تصريحات الوزير بأنها "بعيدة كل البعد عن الواقع".',
    "وزارة النقل",
  ],
  [
    "an army that a state calls upon",
    'وقالت دولة السدر إن الحدود مغلقة. ودعت الجيش إلى "الخروج من المدن في أسرع وقت".',
    "دولة السدر",
  ],
  [
    "a president, known as a man, whom an actress describes",
    'وصل الرئيس سالم الحربي أمس. وقالت الممثلة هند العلي إنها غاضبة. ووصفت الحربي بأنه "أسوأ رئيس في تاريخ البلاد".',
    "هند العلي",
  ],
  [
    "forces, and bodies that are feminine without a sign",
    "وطالبت كتائب الوادي بأن تطلق سراح الأسرى جميعاً.",
    "كتائب الوادي",
  ],
])("whom a verb is about is not who speaks: %s", (_what, text, speaker) => {
  expect(find(text).at(-1)?.speaker).toBe(speaker);
});

test.each(OBJECT_VERBS)("«%s» may have whom it is about behind it", (verb) => {
  const form = findCueForm(foldWord(verb))?.form;
  expect(form).toBeDefined();
  const head = { kind: "body", head: foldWord("الحكومة") } as NounPhrase;
  expect(form !== undefined && isSpokenAbout(form, head)).toBe(true);
});

test.each(FEMININE_HEADS)("«%s» goes with a feminine verb", (head) => {
  const form = findCueForm(foldWord("طالبت"))?.form;
  const phrase = { kind: "body", head: foldWord(head) } as NounPhrase;
  expect(form !== undefined && isSpokenAbout(form, phrase)).toBe(false);
});

test.each([
  [
    "units of an armed body",
    'وأفادت معلومات بأن القصف بدأ. وقالت وحدات حماية الوادي في بيان إنه "لم يصب أحد في هذا القصف".',
    "وحدات حماية الوادي",
  ],
  [
    "an official of a government by its country",
    'اعلن مسؤول في الحكومة السدرية ان العمليات انتهت. وقالت وزارة النقل إن الطريق مفتوح. وقال المسؤول السدري "اننا نحقق في ما وصل الينا".',
    "مسؤول في الحكومة السدرية",
  ],
  [
    "a colleague",
    'وقال الحارس سالم الحربي: "شعور رائع ومختلف". وأضاف زميله فهد الدوسري: "مررنا بظروف صعبة جداً".',
    "فهد الدوسري",
  ],
  [
    "a playmaker",
    "وأكد صانع ألعاب فريق الوادي ياسر الفهد اليوم أنه سيرحل عن الفريق.",
    "ياسر الفهد",
  ],
  [
    "a chief of what a file is called",
    "وأعلن كبير مفاوضي الاتحاد في ملف بريكست سالم الحربي أن الطرفين اتفقا.",
    "سالم الحربي",
  ],
  [
    "a chief who will do something",
    "وقال الناطق إن الرئيسة ستدافع عن نفسها. وكان رئيس وزراء البلاد قد أعلن أن الرئيسة تعتزم الاستقالة.",
    "رئيس وزراء البلاد",
  ],
  [
    "a study that comes to something",
    'وتوصلت دراسة سدرية إلى أن "القراءة تخفف التوتر عند الأطفال".',
    "دراسة سدرية",
  ],
])("who speaks by kind and calling: %s", (_what, text, speaker) => {
  expect(find(text).at(-1)?.speaker).toBe(speaker);
});

test("an unveiling is no statement", () => {
  expect(find("وكشفت الشركة النقاب عن ساعة “وادي ووتش” التي طال انتظارها.")).toEqual([]);
});
