// Plain sentences with one name alone in them, put together from the tables of names: newspapers' own samples hold few such, and a model
// learned from those alone leans on what stands around a name in long sentences. Some names are spelled as no table has them, so that a name
// is known by its place in the sentence and by its kind too.
import { COUNTRIES } from "../dist/analysis/name/tables/countries.js";
import { ARABIC_NAMES, FOREIGN_NAMES } from "../dist/analysis/name/tables/given-names.js";
import { ORGANISATIONS } from "../dist/analysis/name/tables/organisations.js";
import { PLACES } from "../dist/analysis/name/tables/places.js";

/** The sentences of each type; {} is the name, {ت} agrees with it where its gender is not a person's, {وزارة} is the name of a ministry. */
const SENTENCES = {
  person: [
    "أكد {} أن بلاده مستعدة للحوار.",
    "وأضاف {} أن القرار نهائي.",
    "استقبل الرئيس {} في القصر يوم الأحد.",
    "وفي وقت لاحق غادر {} القاعة دون تعليق.",
    "كان {} أول من وصل إلى المكان.",
    "وكتب {} على صفحته أن الفيلم جاهز.",
    "نفى {} هذه الأنباء جملة وتفصيلا.",
    "فاز {} بالجائزة للمرة الثانية.",
    "يرى {} أن الوقت لم يحن بعد.",
    "ووصف {} اللقاء بأنه مثمر.",
    "سجل {} الهدف الأول في الدقيقة العاشرة.",
    "ولد {} في قرية صغيرة.",
    "وبعد اجتماع مع {} عاد الوفد إلى الفندق.",
    "هكذا رد {} على منتقديه في رسالة مفتوحة.",
    "من جهته شدد {} على ضرورة التعاون.",
    "واستبعد {} إجراء انتخابات مبكرة.",
    "زار {} المصابين في المستشفى.",
    "ودعا {} الأطراف كافة إلى ضبط النفس.",
    "رفض {} الإجابة عن أسئلة القضاة.",
    "وعد {} العمال برفع الأجور في الصيف.",
    "وانتقد {} الحكومة في مقابلة طويلة.",
    "صدرت رواية جديدة للكاتب {} في الخريف.",
    "وقف {} بين زملائه صامتا.",
    "عين {} مديرا للمعهد قبل عامين.",
    "وأوضح المتحدث باسم {وزارة} {} أن التحقيق لم ينته.",
    "ونفى المتحدث باسم {وزارة} {} أن يكون الموعد قد تغير.",
    "وذكرت الناطقة باسم {وزارة} {} أسماء الفائزين.",
    "وكان وكيل {وزارة} {} قد زار الميناء.",
    "وصرح المتحدث باسم الجيش {} بأن الطريق مفتوحة.",
    "وأعلن وزير النفط النيجيري {} استقالته.",
    "واتهم وزير الخارجية السويدي {} المعارضة بالتسرع.",
    "التقت وزيرة التعليم {} طلاب المدرسة.",
    "تحدث {} ببطء عن طفولته.",
    "وصل {} بسرعة إلى المنصة.",
    "أشاد الحاضرون ب{} طويلا.",
    "سلم الحكم الجائزة ل{} بنفسه.",
  ],
  organisation: [
    "قرر{ت} {} تأجيل الجلسة.",
    "وحذر{ت} {} من اتساع رقعة القتال.",
    "وأفاد{ت} {} في تقرير سنوي بأن الوضع خطير.",
    "انضم المهندسون إلى {} العام الماضي.",
    "رفض{ت} {} التعليق على الخبر.",
    "يعمل أكثر من ألف موظف لدى {} في المنطقة.",
    "وقع الوزير عقدا مع {} قبل شهرين.",
    "كشف{ت} {} عن خطة للسنوات الخمس المقبلة.",
    "ارتفعت أرباح {} في الربع الأخير.",
    "تراجع سهم {} عند الإغلاق.",
    "وطالب{ت} {} بالإفراج عن المعتقلين.",
    "استقال المدير من {} بعد خلاف طويل.",
    "وفق دراسة أعدتها {} ترتفع الأسعار كل شتاء.",
    "انتقد النواب {} في جلسة مغلقة.",
    "كتبت صحف المساء عن {} وموظفيها.",
    "تعاقد اللاعب مع {} حتى نهاية الموسم.",
    "فاز{ت} {} بالمباراة النهائية.",
    "نقلا عن {} ارتفع عدد المصابين.",
    "تعتزم {} خفض الإنتاج.",
    "رفع ثلاثة موظفين دعوى على {} أمام القضاء.",
    "جاء ذلك في رسالة وجهتها {} إلى أعضائها.",
    "وافق{ت} {} على شروط الصفقة.",
    "رد المتحدث باسم {} على الأسئلة كلها.",
    "أشاد النواب ب{} في ختام الجلسة.",
    "قدم الخبراء خطة ل{} في مؤتمر قصير.",
  ],
  place: [
    "عاد المسافرون من {} الليلة الماضية.",
    "تقع القرية قرب {} في الشمال.",
    "زار الوزير {} مرتين.",
    "شهد{ت} {} أمطارا غزيرة.",
    "يعيش كثيرون منهم في {} منذ سنوات.",
    "غادرت الطائرة متجهة إلى {} عند الفجر.",
    "انتقلت العائلة إلى {} بعد الحرب.",
    "اندلع حريق كبير في {} ليلة الخميس.",
    "تظاهر الآلاف في {} احتجاجا على الغلاء.",
    "استضاف{ت} {} البطولة قبل عشرة أعوام.",
    "قطعت الثلوج الطريق المؤدية إلى {} ثلاثة أيام.",
    "ولدت الكاتبة في {} ودرست فيها.",
    "تعرض{ت} {} لقصف عنيف.",
    "يبعد المطار عن {} نحو ساعة.",
    "أرسلت الحكومة مساعدات إلى {} بحرا.",
    "تشتهر {} بأسواقها القديمة.",
    "تتأهب {} لعاصفة ثلجية.",
    "سيطر المقاتلون على {} بعد حصار طويل.",
    "يسكن الرسام مدينة {} منذ طفولته.",
    "افتتح المعرض في {} أول من أمس.",
    "نزح الأهالي من {} خوفا من الفيضان.",
    "مر القطار عبر {} دون توقف.",
    "أقيم المعرض ب{} في الربيع.",
    "عاد المدير بعد رحلة ل{} دامت شهرا.",
    "أعد الفريق نفسه لزيارة ثانية ل{}.",
    "التقى الرجلان ب{} قبل المؤتمر.",
  ],
};

const MINISTRY = "{وزارة}";
const MINISTRIES = "الخارجية|الداخلية|الدفاع|الصحة|المالية|النفط|العدل|التعليم".split("|");
const NATIONS =
  "الإيرانية|الألمانية|الفرنسية|الروسية|التركية|الأمريكية|البريطانية|المصرية|السعودية|العراقية|السورية|اليمنية|الصينية|الهندية|الباكستانية|الإسرائيلية".split(
    "|",
  );

/** What stands in the place of a name and is none, in part of the sentences. */
const NO_NAMES = {
  person:
    "الوزير|المدرب|الرجل|الطبيب|رئيس اللجنة|المتحدث الرسمي|اللاعب الشاب|قائد الشرطة|مدير المصنع|أستاذ القانون|النائب السابق|صاحب المتجر|المحامي|شاهد عيان",
  organisation:
    "الشركة|اللجنة|المحكمة|النقابة|الوزارة|المؤسسة|الجامعة|الهيئة المشرفة|لجنة التحقيق|شركة التأمين|محكمة الاستئناف|إدارة المستشفى|الصحيفة|الحكومة المحلية",
  place:
    "المدينة|العاصمة|القرية|المنطقة|الجزيرة الصغيرة|البلدة القديمة|المدينة الساحلية|عاصمة البلاد|المنطقة الحدودية|ضاحية هادئة|البلاد|محافظة مجاورة",
};
const NAMELESS = 0.15;

/** The first words of names that verbs agree with as masculine; other organisations and places are feminine. */
const MASCULINE = new Set(
  "مجلس حزب الحزب بنك البنك صندوق مكتب نادي النادي الاتحاد اتحاد الجيش جيش حلف تنظيم تيار التيار برنامج البيت الكرملين البنتاغون البنتاجون الكونغرس الكونجرس الكنيست البرلمان المرصد الأزهر معهد جهاز الدفاع لبنان العراق الأردن المغرب السودان اليمن الخليج البحر بحر نهر مضيق جبل الأهلي الزمالك الهلال النصر الترجي الوداد الموساد الشاباك".split(
    " ",
  ),
);

/** Letters that ways of writing names of other languages exchange or leave out. */
const SWAPS = [
  ["غ", "ج"],
  ["ج", "غ"],
  ["ك", "ق"],
  ["ز", "س"],
  ["ت", "ط"],
  ["ف", "ب"],
  ["ب", "م"],
  ["ن", "م"],
  ["ر", "ل"],
  ["ل", "ر"],
  ["ش", "س"],
  ["ا", ""],
  ["و", ""],
  ["ي", ""],
];
const SHORTEST_ALTERED = 4;

function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

const formsOf = (row) => row.split("|");
const COUNTRY_FORMS = COUNTRIES.map((row) => formsOf(row).slice(1));
const PLACE_FORMS = PLACES.map(formsOf);
const ORGANISATION_FORMS = ORGANISATIONS.map(formsOf);

/** What part of the sentences each type has. */
const PARTS = [
  ["person", 0.6],
  ["organisation", 0.2],
  ["place", 0.2],
];

/** The type whose part a share between 0 and 1 falls into. */
function typeAt(share) {
  let end = 0;
  return PARTS.find(([, part]) => {
    end += part;
    return share < end;
  })[0];
}

const spanOf = (type, start, name) => ({ type, start, end: start + name.length });

/** `count` sentences as rows of a labelled sample, the same ones every time. */
export function writePlainSentences(count) {
  const random = createRandom(11);
  const pick = (list) => list[Math.floor(random() * list.length)];

  const altered = (name) => {
    const at = name.lastIndexOf(" ") + 1;
    const word = name.slice(at);
    const swaps = SWAPS.filter(([letter]) => word.slice(1, -1).includes(letter));
    if (word.length < SHORTEST_ALTERED || word.startsWith("ال") || swaps.length === 0) return name;
    const [letter, other] = pick(swaps);
    return name.slice(0, at + 1) + word.slice(1).replace(letter, other);
  };
  const perhapsAltered = (name, part) => (random() < part ? altered(name) : name);
  const foreign = () => perhapsAltered(pick(FOREIGN_NAMES), 0.6);
  const person = () => {
    const share = random();
    if (share < 0.25) return `${pick(ARABIC_NAMES)} ${pick(ARABIC_NAMES)}`;
    if (share < 0.4) return foreign();
    if (share < 0.55) return `${foreign()} ${pick(ARABIC_NAMES)}`;
    if (share < 0.9) return `${foreign()} ${foreign()}`;
    return `${foreign()} ${foreign()} ${foreign()}`;
  };
  const names = {
    person,
    organisation: () => perhapsAltered(pick(pick(ORGANISATION_FORMS)), 0.4),
    place: () => perhapsAltered(pick(pick(random() < 0.7 ? PLACE_FORMS : COUNTRY_FORMS)), 0.4),
  };
  return Array.from({ length: count }, (_, at) => {
    const type = typeAt(random());
    const isNamed = random() >= NAMELESS;
    const name = isNamed ? names[type]() : pick(formsOf(NO_NAMES[type]));
    const ending = MASCULINE.has(name.split(" ")[0]) ? "" : "ت";
    const ministry = `وزارة ${pick(MINISTRIES)} ${pick(NATIONS)}`;
    const sentence = pick(SENTENCES[type]).replace("{ت}", ending);
    const ministryAt = sentence.indexOf(MINISTRY);
    const [before, after] = sentence.replace(MINISTRY, ministry).split("{}");
    const written = before.endsWith(" ل") && name.startsWith("ال") ? name.slice(1) : name;
    return {
      id: `plain-${at}`,
      text: `${before}${written}${after}`,
      names: [
        ...(ministryAt < 0 ? [] : [spanOf("organisation", ministryAt, ministry)]),
        ...(isNamed ? [spanOf(type, before.length, written)] : []),
      ],
    };
  });
}
