import fc from "fast-check";
import { expect, test } from "vitest";
import { readText } from "../../../test/read-statements.ts";
import { splitSentences, tokenize } from "../../text/index.ts";
import { readStatements } from "./statements.ts";
import { ATTRIBUTIONS } from "./tables/attributions.ts";

const find = (text: string) => readText(text).statements;
const brief = (text: string) =>
  find(text).map(({ kind, speaker, text: said }) => [kind, speaker, said]);

test.each([
  [
    "after a colon",
    'قال وزير النقل سالم الحربي: "سنفتح الميناء غداً".',
    [["direct", "سالم الحربي", "سنفتح الميناء غداً"]],
  ],
  [
    "without a particle",
    "وقالت المديرة هند العلي «لن نغلق المدرسة هذا العام».",
    [["direct", "هند العلي", "لن نغلق المدرسة هذا العام"]],
  ],
  [
    "after «إن»",
    'وأكد العلي أن "المدرسة ستبقى مفتوحة".',
    [["direct", "العلي", "المدرسة ستبقى مفتوحة"]],
  ],
  [
    "a reported clause",
    "قال المتحدث باسم الشرطة فهد الدوسري إن الطريق مغلق حتى المساء.",
    [["indirect", "فهد الدوسري", "الطريق مغلق حتى المساء"]],
  ],
  [
    "a clause whose particle has a pronoun",
    "وأوضحت الوزارة أنها ستنشر النتائج.",
    [["indirect", "الوزارة", "أنها ستنشر النتائج"]],
  ],
  [
    "a clause after a preposition",
    "وأشار رئيس البلدية خالد منصور إلى أن الأعمال انتهت.",
    [["indirect", "خالد منصور", "الأعمال انتهت"]],
  ],
  [
    "quoted words in a reported clause",
    'قالت وزارة الصحة إن الوضع "تحت السيطرة تماماً" في المدينة.',
    [["mixed", "وزارة الصحة", 'الوضع "تحت السيطرة تماماً" في المدينة']],
  ],
  [
    "words after a colon without marks",
    "وأضاف منصور: نحن نعمل ليل نهار من أجل السكان.",
    [["direct", "منصور", "نحن نعمل ليل نهار من أجل السكان"]],
  ],
  [
    "quoted paragraphs",
    'وقال المدرب: "لعبنا جيداً.\n"وسنلعب أفضل في المباراة المقبلة".',
    [["direct", "المدرب", 'لعبنا جيداً.\n"وسنلعب أفضل في المباراة المقبلة']],
  ],
  [
    "a participle goes on",
    "قال الوزير سالم الحربي إن الميناء مفتوح، مضيفاً أن الرسوم لن ترتفع.",
    [
      ["indirect", "سالم الحربي", "الميناء مفتوح"],
      ["indirect", "سالم الحربي", "الرسوم لن ترتفع"],
    ],
  ],
  [
    "a hidden subject goes on",
    'قالت هند العلي إن المدرسة مفتوحة. وأضافت: "أبوابنا للجميع".',
    [
      ["indirect", "هند العلي", "المدرسة مفتوحة"],
      ["direct", "هند العلي", "أبوابنا للجميع"],
    ],
  ],
  [
    "a sentence of two cues",
    "وتابع الحربي قائلاً إن العمل بدأ.",
    [["indirect", "الحربي", "العمل بدأ"]],
  ],
  [
    "the speaker after the words",
    "المفاوضات وصلت إلى طريق مسدود، يقول الكاتب سعيد ناجي.",
    [["indirect", "سعيد ناجي", "المفاوضات وصلت إلى طريق مسدود"]],
  ],
  [
    "the speaker before the verb",
    "الوزيرة قالت إن الموازنة جاهزة.",
    [["indirect", "الوزيرة", "الموازنة جاهزة"]],
  ],
  [
    "after a quoted «لا»",
    'أجاب الحربي "لا". وقال الحربي "سنفتح الميناء غداً صباحاً".',
    [
      ["direct", "الحربي", "لا"],
      ["direct", "الحربي", "سنفتح الميناء غداً صباحاً"],
    ],
  ],
  [
    "a verb of going on with another description",
    'قال سالم الحربي إن الموسم انتهى. واختتم لاعب السدر السابق: "سأعود قريباً جداً".',
    [
      ["indirect", "سالم الحربي", "الموسم انتهى"],
      ["direct", "سالم الحربي", "سأعود قريباً جداً"],
    ],
  ],
  [
    "a verb in the plural has its subject before it",
    "أفاد ناشطون بأن الطريق مغلق. وطالبوا المنظمات بفتح الطرق التي قالوا إنها مغلقة.",
    [
      ["indirect", "ناشطون", "الطريق مغلق"],
      ["indirect", "ناشطون", "إنها مغلقة"],
    ],
  ],
  [
    "an office behind the name",
    "قال سالم الحربي المتحدث باسم البلدية إن الطريق مغلق.",
    [["indirect", "سالم الحربي", "الطريق مغلق"]],
  ],
  [
    "a name with a number in brackets",
    "وأكد الناشط علي الحربي (38 عاماً) أن الطريق مغلق.",
    [["indirect", "علي الحربي", "الطريق مغلق"]],
  ],
  [
    "a paper that says so",
    "وجاء في بيان الوزارة أن الرحلات عادت إلى طبيعتها.",
    [["indirect", "الوزارة", "الرحلات عادت إلى طبيعتها"]],
  ],
  [
    "a verbal noun",
    "ويأتي ذلك بعد قول الوزير سالم الحربي إن الرسوم سترتفع.",
    [["indirect", "سالم الحربي", "الرسوم سترتفع"]],
  ],
])("%s", (_what, text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test.each([
  ["a surname", "الحربي"],
  ["an office", "وزير النقل"],
  ["an office by one word", "الوزير"],
])("%s means whoever was named in full", (_what, again) => {
  const statements = find(
    `قال وزير النقل سالم الحربي إن الميناء مفتوح. وأكد ${again} أن الرسوم ثابتة.`,
  );
  expect(statements.map(({ speaker }) => speaker)).toEqual(["سالم الحربي", "سالم الحربي"]);
  expect(statements.map(({ role }) => role)).toEqual(["وزير النقل", "وزير النقل"]);
});

test.each([
  [
    "a long title whose bodies have a preposition",
    "أوضح الناطق الإعلامي بقيادة حرس الحدود بمنطقة السدر العقيد هادي بن سعد القرني أن القارب غرق.",
    ["هادي بن سعد القرني"],
  ],
  [
    "an overseer of something",
    "أكد المشرف العام على إدارة الكرة سليم الحربي أن الملف أغلق.",
    ["سليم الحربي"],
  ],
  [
    "a name in marks before a colon",
    "وقال «الحربي»: «هناك حشد من الناس أمام الميناء».",
    ["الحربي"],
  ],
  [
    "a body in its month",
    "قالت شركة المدار إن الأرباح زادت. وقالت الشركة في فبراير إن الخسائر بلغت مليوناً.",
    ["شركة المدار", "شركة المدار"],
  ],
  [
    "a body before what it is judged for",
    "وقالت الشركة إنها تعترف. وبعد اعتراف الشركة بالاحتيال قالت النيابة إن الملف أغلق.",
    ["الشركة", "النيابة"],
  ],
  [
    "an office before a verb after a comma",
    "قال الرئيس سليم الحربي إن القرار له. ونقلت الصحيفة أن نزار ومستشار سليم للتجارة، أقنعا سليم بالقرار. وقال سليم إن الأمر انتهى.",
    ["سليم الحربي", "الصحيفة", "سليم الحربي"],
  ],
  [
    "one's own speech as the object",
    'قال الوزير سالم الحربي إن الميناء مفتوح. وختم كلمته قائلاً "سنفتح ميناء آخر غداً".',
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "one's own talk behind the speaker",
    'وواصل مهاجم الميناء حديثه: "نحن نلعب من أجل الجمهور كل أسبوع".',
    ["مهاجم الميناء"],
  ],
  [
    "an office that the next speaker by name has",
    "قال رئيس شركة المدار إن المصنع سيغلق. وأضاف سالم الحربي أن العمال سينقلون.",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "the subject of a pluperfect behind a relative clause",
    "وكان التحالف الذي تقوده المملكة السدرية، قد أعلن أن الطريق مفتوح.",
    ["التحالف"],
  ],
  [
    "a subject with a relative clause before its verb",
    "لكن محطة الوادي التي تمتلكها المملكة قالت إن القوات انسحبت.",
    ["الوادي"],
  ],
  [
    "«المصدر» after an official",
    "وقال مسؤول محلي إن الجسر مغلق. وبحسب المصدر فإن العمل متواصل في الجسر.",
    ["مسؤول محلي", "مسؤول محلي"],
  ],
  [
    "authorities behind «لـ»",
    "جفت الآبار في القرية كلها، وفقاً للجهات السدرية.",
    ["الجهات السدرية"],
  ],
  [
    "whoever said what an agency passes on",
    "ونقلت وكالة المدار ما قاله سالم الحربي إن الطريق مغلق.",
    ["سالم الحربي"],
  ],
  [
    "a hidden subject named in the same sentence",
    "وفي حديث لسالم الحربي بعد المباراة قال: سنلعب غداً من أجل الفوز.",
    ["سالم الحربي"],
  ],
  [
    "whom the sentence is according to, before a participle",
    "وبحسب سالم الحربي فإن الشرطة طاردت السائق في الشارع، مضيفاً أن السائق توفي.",
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "another office behind a definite one",
    'ونصح الرئيس السدري رئيس الوزراء الميناوي بأن "يقرأ التاريخ قبل أن يتكلم".',
    ["الرئيس السدري"],
  ],
  [
    "the object of a verb whose subject is hidden",
    'قال الوزير سالم الحربي إن الميناء مفتوح. ووصف الاتفاق بأنه "عملية أخذ وعطاء".',
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "a verb of saying within its sentence",
    "وبعد المباراة كتب النادي في حسابه: سنلعب غداً من أجل الفوز.",
    ["النادي"],
  ],
  ["earlier than the news", "وقال سالم الحربي من قبل إن حلمه أن يلعب هنا.", ["سالم الحربي"]],
  [
    "a verbal noun set off by where it was said",
    "تغلق المدينة الجسر رغم قول الوزير سالم الحربي، في تصريحات سابقة، إن الجسر آمن.",
    ["سالم الحربي"],
  ],
  [
    "a person whose name is a verb's too",
    "قال مدير مكتب التحقيقات كريستوفر راي إن المكتب يعمل. وخلال جلسة للجنة التابعة لمجلس الشيوخ، قال راي إن الملف مفتوح.",
    ["كريستوفر راي", "كريستوفر راي"],
  ],
  [
    "a story told before a participle",
    'قال سالم الحربي إن البطاريات خطرة. وروى قصة رجل انفجرت بطارية في جيبه، قائلاً إن "البطارية لامست المفتاح".',
    ["سالم الحربي", "سالم الحربي"],
  ],
  [
    "a report of a body behind «لـ»",
    "وأشار تقرير لهيئة الصحة السدرية إلى أن الأسباب غير معروفة.",
    ["هيئة الصحة السدرية"],
  ],
  [
    "a report of an agency behind «لـ»",
    "وتوقع تقرير لوكالة المدار أن تزيد التجارة بين البلدين.",
    ["المدار"],
  ],
  [
    "a paper that somebody said it in",
    "كما أصدرت رابطة المشجعين بياناً أكدت فيه أن الحضور كان للتشجيع.",
    ["رابطة المشجعين"],
  ],
  [
    "as for a matter",
    "أما داخلياً فيقول سالم الحربي رئيس الحزب إنه عازم على التغيير.",
    ["سالم الحربي"],
  ],
  [
    "an office with a time behind its verb",
    "وكان مدير الميناء السابق، سالم الحربي، كشف الأسبوع الماضي أن الرصيف أغلق.",
    ["سالم الحربي"],
  ],
  [
    "one for his part",
    "من جهته بين مدير الميناء المهندس سالم الحربي أن الرصيف مفتوح.",
    ["سالم الحربي"],
  ],
  ["a known poet", "قال الشاعر الغنائي المعروف سالم الحربي إن الشعر تراجع.", ["سالم الحربي"]],
  [
    "several of them",
    "ونقلت صحيفة الوادي عن عدة مسؤولين سابقين قولهم إن الوزيرة كتبت رسالة.",
    ["عدة مسؤولين سابقين"],
  ],
  [
    "a body with a dotted name",
    "قالت هيئة الإذاعة السدرية (إن.دي.كيه) اليوم الثلاثاء، إن الوفد وصل.",
    ["هيئة الإذاعة السدرية (إن.دي.كيه)"],
  ],
  [
    "a name behind a body in marks",
    'وقال رئيس "سيرك الشمس" سيرك المدينة سالم الحربي في بيان "كلنا مصابون بالصدمة من الحادث".',
    ["سالم الحربي"],
  ],
  [
    "a rank that is a team too",
    "قال نائب رئيس شرطة السدر، الفريق سالم الحربي، إن الطائرة هبطت.",
    ["سالم الحربي"],
  ],
  [
    "the subject before a verb and its time",
    "لكن وزير الدولة، سالم الحربي، قال مطلع الشهر الحالي إن الموعد تغير.",
    ["سالم الحربي"],
  ],
  ["a body and its paper", "وذكرت الهيئة السدرية ببيانها أن الطائرة هبطت.", ["الهيئة السدرية"]],
  [
    "information",
    "وقالت الشركة إن الطريق آمن. وتشير المعلومات إلى أن السائق توفي.",
    ["الشركة", "المعلومات"],
  ],
  [
    "a study and not who told of it",
    "تحذر دراسة طبية من أن النعاس خطر. وبحسب صحيفة الوادي، جاءت النتائج متوقعة لدى الناس. ووجدت الدراسة أن الذاكرة تضعف.",
    ["دراسة طبية", "الوادي", "دراسة طبية"],
  ],
  [
    "a name that is a verb's form",
    'قال الخبير في الشؤون السياسية تامر الزيادي: "الرسالة قوية للداخل والخارج معاً".',
    ["تامر الزيادي"],
  ],
  [
    "what the speaker of the sentence said in it",
    'سأل الصحفي عن الأمر. ورد زعيم الحزب سالم الحربي بجملة قصيرة، قال فيها إن "هذا شأن داخلي لا غير".',
    ["سالم الحربي"],
  ],
  [
    "an agency and what it does to its own",
    "وثبتت وكالة المدار تصنيفاتها للبلاد. وقالت وكالة المدار إنها راضية عن النتائج.",
    ["المدار"],
  ],
  [
    "a spokesman of somebody named",
    "وقال متحدث باسم القائد العسكري سالم الحربي إنه سيعود قريباً.",
    ["متحدث باسم القائد العسكري سالم الحربي"],
  ],
  [
    "a name whose first letters look like the article",
    "وقال رئيس الهيئة ألكسندر زاروف إن الحظر سيطبق قريباً.",
    ["ألكسندر زاروف"],
  ],
  [
    "an outlet before an adverb",
    "وأفادت مراسلة فرانس برس تزامناً مع الخطاب أن دوي انفجارات سمع في المدينة.",
    ["فرانس برس"],
  ],
  [
    "nobody: a sign that is possible",
    "وفي إشارة محتملة إلى أن السلطات ستفتح الطريق، قال سالم الحربي إنه راض.",
    ["سالم الحربي"],
  ],
  [
    "nobody: guesses that grow",
    "قال سالم الحربي إن الحكم قريب. وزادت التكهنات بأن الرئيس سيترشح.",
    ["سالم الحربي"],
  ],
  [
    "reports in general",
    "وذكر البيت السدري إن الفريق سافر. وتشير التقارير إلى أن الاجتماع سيعقد.",
    ["البيت السدري", "التقارير"],
  ],
  [
    "a place before «إن»",
    "وقال سالم الحربي في بيان إن الجسر مغلق. وقالت الزاهرة إن الملف مفتوح.",
    ["سالم الحربي", "الزاهرة"],
  ],
  [
    "an agency that does something",
    "وقالت وكالة تطبيق القانون السدرية إن العصابة نشطة.",
    ["وكالة تطبيق القانون السدرية"],
  ],
  [
    "words in the next paragraph",
    'وقال سالم الحربي:\n"وسائل الإعلام هي الكيان الأقوى على وجه الأرض".',
    ["سالم الحربي"],
  ],
  [
    "an office by another word for who spoke",
    "قررت المغنية السدرية أن تتكلم. وأكدت هند الراشد أنها تحترم القضاء. وأشارت المغنية إلى أنها ستغني.",
    ["هند الراشد", "هند الراشد"],
  ],
  [
    "what people think",
    "قال مسؤولون إن الحادث عرضي. وغادر العمال الذين يعتقد أنهم كانوا هناك.",
    ["مسؤولون"],
  ],
  [
    "marks turned round behind a colon",
    "وقال سالم الحربي:” سننتظر حتى نجلب أفضل منه “ ثم خرج.",
    ["سالم الحربي"],
  ],
])("the speaker is found: %s", (_what, text, speakers) => {
  expect(find(text).map(({ speaker }) => speaker)).toEqual(speakers);
});

test("what is done to somebody is no office", () => {
  const [only] = find('قالت السدرية إن الطائرة كانت في مهمة مهاجمة السدرية "بلا سبب مقنع".');
  expect(only?.role).toBeNull();
});

test("a description before the name means whoever is named later", () => {
  const [first] = find(
    'قال متحدث باسم بلدية السدر إن الشارع مغلق. وقال سعد الجابري، المتحدث باسم بلدية السدر، "سنفتحه غداً صباحاً".',
  );
  expect(first).toMatchObject({ speaker: "سعد الجابري", speakerSurface: "متحدث باسم بلدية السدر" });
});

test("«المنظمة» and «المصدر» are those named before", () => {
  const said = find(
    "قالت منظمة مياه بلا حدود إن الآبار جفت. وذكرت المنظمة أن السكان يرحلون. وقال مصدر في وزارة الري إن الخطة جاهزة. وأضاف المصدر أن التنفيذ قريب.",
  ).map(({ speaker }) => speaker);
  expect(said).toEqual([
    "منظمة مياه بلا حدود",
    "منظمة مياه بلا حدود",
    "مصدر في وزارة الري",
    "مصدر في وزارة الري",
  ]);
});

test.each([
  ["passed on", "نقلت وكالة المدار عن الوزير سالم الحربي قوله إن الميناء مفتوح.", ["المدار"]],
  ["passed on without «قوله»", "ونقلت صحيفة «الميناء» عن مصدر أمني أن الطريق مغلق.", ["الميناء"]],
  ["told to an agency", 'قال الوزير سالم الحربي لرويترز "سنفتح الميناء غداً".', ["رويترز"]],
  ["told to a paper", "قال الوزير سالم الحربي لصحيفة «الميناء» إن العمل بدأ.", ["الميناء"]],
  ["an interview", 'قال الحربي في مقابلة مع قناة الوادي "سنفتح الميناء غداً".', ["الوادي"]],
  ["as an agency reported", "قال الحربي إن الميناء مفتوح، وفق ما ذكرت وكالة المدار.", ["المدار"]],
  ["on a network of one's own", "كتب الحربي على موقع تويتر: «سنفتح الميناء غداً».", []],
  ["as an agency has it, first", "ووفقا لوكالة المدار، يقول السائقون إن النفقات زادت.", ["المدار"]],
  [
    "of an agency with its name in marks",
    'ونقلت وكالة أنباء "المدار" عن مصدر أمني قوله إن الطريق مغلق.',
    ["المدار"],
  ],
  ["passed on by an official", "ونقل مسؤول محلي عن الوزير سالم الحربي قوله إن الطريق مغلق.", []],
  ["to an agency that is none of news", 'وقال الحربي لوكالة الطاقة "سنفتح المحطة غداً".', []],
  ["to reporters", 'وقال الحربي للصحفيين "سنفتح الميناء غداً".', []],
])("the chain of a statement %s", (_what, text, via) => {
  expect(find(text).at(-1)?.via).toEqual(via);
});

test("what an outlet passed on from somebody is that one's", () => {
  expect(
    find("قتل أربعة رجال في المدينة، وفق ما نقلت وكالة المدار عن المتحدث باسم وزارة الداخلية."),
  ).toMatchObject([{ speaker: "المتحدث باسم وزارة الداخلية", via: ["المدار"] }]);
});

test("words set off as somebody's own do not end what is said", () => {
  expect(find("قال سالم الحربي إن وجود الأجنبي على حد تعبيره في بلاده ليس للحماية.")).toMatchObject(
    [{ text: "وجود الأجنبي على حد تعبيره في بلاده ليس للحماية" }],
  );
});

test("what a paper reports that somebody said came through the paper", () => {
  expect(
    find("وذكرت صحيفة «الميناء» أن الوزير سالم الحربي تناول الأمر قائلاً إن الرسوم ثابتة."),
  ).toMatchObject([{ speaker: "سالم الحربي", via: ["الميناء"] }]);
});

test.each(ATTRIBUTIONS.filter(({ follows }) => follows !== "nothing"))(
  "«$words» behind a sentence names its speaker",
  ({ words, follows }) => {
    const speaker = words.endsWith(" ل")
      ? "لوزارة الري"
      : follows === "verb"
        ? " أعلنت وزارة الري"
        : " وزارة الري";
    const text = `جفت الآبار في القرية، ${words.replace(/ ل$/u, " ")}${speaker}.`;
    expect(brief(text)).toEqual([["indirect", "وزارة الري", "جفت الآبار في القرية"]]);
  },
);

test.each(ATTRIBUTIONS.filter(({ follows }) => follows === "nothing"))(
  "«$words» ends what is said and names nobody new",
  ({ words }) => {
    expect(brief(`قال الوزير سالم الحربي إن الآبار جفت، ${words}.`)).toEqual([
      ["indirect", "سالم الحربي", "الآبار جفت"],
    ]);
  },
);

test.each([
  ["scare quotes", 'دخل مقاتلو "الفجر" المدينة أمس.'],
  ["a name in marks that does something", 'كشفت "الميناء" عن عزمها التوسع.'],
  ["a name in marks with an object", 'وكتبت "الضفة" عنواناً عريضاً في صدرها.'],
  ["a word held at a distance", 'أكد "براءة" المتهم من التهمة.'],
  ["a title", 'عرض المهرجان فيلم "حكاية نهر طويل" مساء أمس.'],
  ["a name in marks", 'تأسست جماعة "أنصار النهر" قبل عام.'],
  ["a law", "وسيطبق النظام وفق القانون الجديد."],
  ["background", "يذكر أن الميناء أغلق مرتين هذا العام."],
  ["a verb denied", "ولم يعلن الوزير أن الميناء سيغلق."],
  ["a noun that looks like a verb", 'وظل كل تعهد لا ترافقه رقابة "حبراً على ماء" في القرية.'],
])("%s: no statement", (_what, text) => {
  expect(find(text)).toEqual([]);
});

test.each([
  [
    "a topic set apart by «أما»",
    "أكدت نادية الحربي أن العقد مجز. أما سالم العتيبي فقال إن المهلة قصيرة.",
    ["نادية الحربي", "سالم العتيبي"],
  ],
  [
    "auxiliaries between subject and verb",
    "يذكر هنا أن وزير النقل سالم الحربي، كان قد أوضح أنه سيفتح الطريق قريباً.",
    ["سالم الحربي"],
  ],
  [
    "the same source again, from a place",
    "أفاد مصدر أمني بأن الجسر أغلق. وقال المصدر ذاته من مدينة السدر إن العمال غادروا.",
    ["مصدر أمني", "مصدر أمني"],
  ],
  [
    "a calling that no table lists, before a given name",
    "وقال الفخاري خالد المنصور إن السوق عامرة.",
    ["خالد المنصور"],
  ],
  ["a people before a name", 'وقالت السويدية مريم لوند إن "الحفل كان جميلاً جداً".', ["مريم لوند"]],
  ["«علي» as a name", "وقال علي أكبر منصور إن القرار على الطاولة.", ["علي أكبر منصور"]],
  [
    "an appositive office with a body's name",
    "وقال خالد منصور، الكاتب في مجلة الميناء الأسبوعية، إن الرواية طويلة.",
    ["خالد منصور"],
  ],
  ["many with a pronoun", "وقال محاموه إنهم سيطعنون في الحكم.", ["محاموه"]],
  ["a demonstrative before the subject", "وقالت تلك التقارير إن الميناء خسر الكثير.", ["التقارير"]],
  [
    "a noun of speakers right before the verb",
    "وامتنع عن التعليق على تقارير أفادت بأن الشركة خسرت.",
    ["تقارير"],
  ],
  [
    "a fuller name of a definite body",
    'صنعت القطع شركة "المدار للصناعات" السويدية. ونفت الشركة السويدية أن تكون باعتها.',
    ['شركة "المدار للصناعات" السويدية'],
  ],
  [
    "a name in marks whose words come later",
    'وقالت "المدار للصناعات" في بيان: "سنتعاون مع أي تحقيق يجري".',
    ["المدار للصناعات"],
  ],
  [
    "a name in marks between the verb and its preposition",
    'ولفتت "الضفة" إلى أن الميناء سيغلق غداً.',
    ["الضفة"],
  ],
  [
    "a verb with whom it is said to",
    "وسأله سالم الحربي: هل عاد العمال إلى البيت؟",
    ["سالم الحربي"],
  ],
  ["«بقولها»", 'وتختصر هند العلي تعليقها بقولها: "ننتظر منذ عام كامل".', ["هند العلي"]],
  ["a short sentence behind «في بيان»", 'وقالت الشرطة في بيان "يجري بحث التفاصيل".', ["الشرطة"]],
  ["one of many", 'وفي تعليق على الخبر كتب أحدهم "عاد الماء أخيراً إلى الحي".', ["أحدهم"]],
  [
    "one of many, then by name",
    'قال أحد أعضاء اللجنة النائب المعارض خالد منصور إن "الرد لم يقنعنا".',
    ["خالد منصور"],
  ],
  ["a body that is somebody's", "وأعلنت عائلتها أن الجنازة ستقام غداً.", ["عائلتها"]],
  [
    "an outlet's name ends before what it showed",
    "ونقلت شبكة السدر الميدانية للأنباء عن شهود عيان قولهم إن الجسر أغلق.",
    ["شهود عيان"],
  ],
  [
    "a verb that no table lists before somebody known",
    'أكد خالد منصور أنه باق. ودافع منصور عن الحارس الجديد قائلا للصحفيين "كان مرهقا للغاية".',
    ["خالد منصور", "خالد منصور"],
  ],
  [
    "an office with adjectives it was not named with",
    "أكد رئيس السدر بيدرو لوند أنه باق. ورد أمين الحزب عادل منصور بأن الرحيل قريب. وقال رئيس السدر اليميني إن الشائعات كاذبة.",
    ["بيدرو لوند", "عادل منصور", "بيدرو لوند"],
  ],
  [
    "what is said of somebody, though it begins like a body's name",
    'ووصف خالد منصور المصنع بأنه "شركة كبيرة ومتفائلة".',
    ["خالد منصور"],
  ],
  [
    "a body whose paper says so",
    'ونقلت صحيفة «الميناء» بياناً لوزارة النقل السدرية قالت فيه: "نحتفظ بحق الرد بالمثل".',
    ["وزارة النقل السدرية"],
  ],
  [
    "an office in a network's company, then the name",
    'وقال نائب رئيس قسم الخصوصية في فيسبوك، خالد منصور، "ما زلنا ملتزمين بحماية الناس".',
    ["خالد منصور"],
  ],
  [
    "a short name in marks before where it was said",
    'وقالت "المدار" في تقرير قدمته إلى اللجنة، إن الشركة طبقت البرنامج كاملاً.',
    ["المدار"],
  ],
  [
    "an office with an act in it",
    "وقال قائد الشرطة المكلفة بتأمين المباراة إن الألعاب ممنوعة في الملعب.",
    ["قائد الشرطة المكلفة بتأمين المباراة"],
  ],
  [
    "children by their pronoun",
    'أعلنت عائلته الخبر. وقال أبناؤه "نشعر بحزن عميق اليوم".',
    ["أبناؤه"],
  ],
  [
    "a paper far from its clause",
    "وجاء في البيان الختامي الذي نشر أمس أن الحملة بدأت مبكراً.",
    ["البيان الختامي"],
  ],
  ["a colon before «إن»", "وقال سالم الحربي: إن «القوى الخفية» تنشر الإشاعات.", ["سالم الحربي"]],
  [
    "a host between verb and words",
    "وقال خالد منصور عقب الفوز على مضيفه: من المخجل أن نخسر هنا اليوم.",
    ["خالد منصور"],
  ],
  [
    "an outlet in marks before a clause",
    'وبحسب "الميناء" السدرية فإن اللاعب سيغادر الفريق.',
    ["الميناء"],
  ],
])("%s: the speaker", (_what, text, speakers) => {
  expect(find(text).map(({ speaker }) => speaker)).toEqual(speakers);
});

test("an outlet that carried a body's paper passes on", () => {
  expect(
    find('ونقلت صحيفة «الميناء» بياناً لوزارة النقل قالت فيه: "نحتفظ بحق الرد بالمثل".')[0],
  ).toMatchObject({ speaker: "وزارة النقل", via: ["الميناء"] });
});

test("a medium before «نقل عن» passes on", () => {
  expect(find("وكان تلفزيون السدر قد نقل عن مصدر عسكري قوله إن القصف توقف.")[0]).toMatchObject({
    speaker: "مصدر عسكري",
    via: ["السدر"],
  });
});

test.each([
  ["the writer's own warning", "ولكنني حذرت من أن الخسارة قريبة."],
  ["a model with a figure", 'أورد الجيش تفاصيل الرحلة، حيث أقلعت طائرات "السدر 16" ليلاً.'],
  [
    "whom it was said to in marks",
    "ودعا خالد منصور خلال تصريحات لـ«الميناء الدولي»، الجميع إلى الحضور.",
  ],
  ["what ought to be", "وقعوا فريسة لمقلب يفترض أن يكون ضاحكاً اليوم."],
  ["«تبين أن»", "وهو ما تبين أنه مقر قديم للبلدية."],
])("%s: no statement", (_what, text) => {
  expect(find(text)).toEqual([]);
});

test("the dateline is no speaker", () => {
  const text = "السدر (المدار) - رد سالم الحربي على السؤال قائلاً إن العمل بدأ.";
  expect(readText(text, 17).statements).toMatchObject([{ speaker: "سالم الحربي" }]);
});

test("statements are exact slices in order, whatever the text", () => {
  const piece = fc.constantFrom(
    ...'قال وأضاف الوزير سالم الحربي إن أن : " « » \n . ، مشيراً إلى نقلت وكالة عن قوله بحسب وفق ما ذكرت الذي التي (رويترز) # _ صحيفة باسم في لرويترز 12'.split(
      " ",
    ),
    "\n",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join(" ");
      let last = 0;
      for (const { text: said, start, end } of find(text)) {
        expect(text.slice(start, end)).toBe(said);
        expect(said).not.toBe("");
        expect(start).toBeGreaterThanOrEqual(last);
        last = start;
      }
    }),
  );
});

test("reading is linear: ten times the text takes not much more than ten times as long", () => {
  const sentence =
    'وقال الوزير سالم الحربي لرويترز إن "الميناء مفتوح للجميع"، مضيفاً أن الرسوم ثابتة. ';
  const time = (text: string) => {
    const tokens = tokenize(text);
    const sentences = splitSentences(text);
    const begun = process.cpuUsage().user;
    readStatements(text, tokens, sentences);
    return process.cpuUsage().user - begun;
  };
  time(sentence.repeat(100));
  const short = Math.max(time(sentence.repeat(100)), 2000);
  expect(time(sentence.repeat(1000))).toBeLessThan(short * 60);
});

test("the media that statements rest on are told with their words", () => {
  expect(
    readText(
      "نقلت وكالة المدار عن مصدر أمني قوله إن الطريق مغلق. وذكرت صحيفة «الميناء» أن السوق فتحت.",
    ).media.map(({ name }) => name),
  ).toEqual(["المدار", "الميناء"]);
});

test.each([
  ["ذكرت وكالة السدر نقلا عن مصدر أمني أن الجسر أغلق.", "مصدر أمني", ["السدر"]],
  ["وكانت وكالة السدر ذكرت، نقلا عن مصادر دبلوماسية، أن الجسر أغلق.", "مصادر دبلوماسية", ["السدر"]],
  ["قال الوزير سالم الحربي نقلا عن وكالة السدر إن الجسر أغلق.", "سالم الحربي", ["السدر"]],
])(
  "«%s»: what an outlet has from a source is the source's, through the outlet",
  (text, speaker, via) => {
    expect(find(text)).toMatchObject([{ text: "الجسر أغلق", speaker, via }]);
  },
);
