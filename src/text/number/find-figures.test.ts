import fc from "fast-check";
import { expect, test } from "vitest";
import { BOUNDS, BOUNDS_AFTER } from "../tables/bounds.ts";
import { COUNTED_NOUNS, UNCOUNTED_WORDS } from "../tables/counted-nouns.ts";
import { MANY, MANY_FEW } from "../tables/number-words.ts";
import { BEH_PHRASES, LAM_NOUNS, NUMBERED, YEH_NOUNS } from "../tables/numbered.ts";
import { CURRENCY_LETTERS, CURRENCY_SIGNS, TWO_WORD_UNITS, UNITS } from "../tables/units.ts";
import { tokenize } from "../tokens.ts";
import { findFigures } from "./find-figures.ts";

const find = (text: string) => findFigures({ text, tokens: tokenize(text) });
const values = (text: string) => find(text).map(({ value, unit, of }) => [value, unit ?? of]);

test.each([
  ["قُتل 27 شخصاً في انهيار السد", [[27, "شخص"]]],
  [
    "أدى الحريق إلى سقوط قتيلين و14 جريحا",
    [
      [2, "قتيل"],
      [14, "جريح"],
    ],
  ],
  ["ارتفع عدد القتلى إلى 111 في الزلزال", [[111, "قتيل"]]],
  ["بلغ سكان الجزيرة 1960 فرداً", [[1960, "فرد"]]],
  ["سقط 10.000 قتيل", [[10_000, "قتيل"]]],
  ["بقوة 7.4 درجات", [[7.4, "درجة"]]],
  ["بعمق 10.500 كلم", [[10.5, "كيلومتر"]]],
  ["دفع 2.500 دولار أميركي", [[2500, "دولار أميركي"]]],
  ["نما الاقتصاد 5ر0 في المئة", [[0.5, "%"]]],
  ["بنسبة 15% من السكان", [[15, "%"]]],
  ["نحو ستين بالمائة", [[60, "%"]]],
  ["وزعت (393) حالة", [[393, "حالة"]]],
  ["أغلقت (10) منشآت", [[10, "منشآت"]]],
  ["حضر ثلاثة (3) نواب", [[3, "نائب"]]],
  ["خمس درجات تحت الصفر", [[-5, "درجة"]]],
  ["خسر نصف الثروة", [[0.5, undefined]]],
  ["خمس الميزانية للتعليم", [[0.2, undefined]]],
  ["خمس مدارس للتعليم", [[5, "مدرسة"]]],
  ["توفي 40 قرويا", [[40, "قروي"]]],
  ["كلفة $200 للبرميل", [[200, "دولار"]]],
  [
    "قتيل واحد وجريحان",
    [
      [1, "قتيل"],
      [2, "جريح"],
    ],
  ],
  ["واحد على ثلاثة", [[1 / 3, undefined]]],
  ["جزء من أربعة", [[0.25, undefined]]],
  ["المشاركة بلغت 67 في المئة.", [[67, "%"]]],
  ["خمسة فاصلة سبعة", [[5.7, undefined]]],
  ["مئتان فاصلة صفر ثلاثة", [[200.03, undefined]]],
  ["سالب خمسة فاصل خمسة", [[-5.5, undefined]]],
  ["مئة ألف جزء من مليون", [[0.1, undefined]]],
  ["ثلاثة وعشرون جزءا من مئة", [[0.23, undefined]]],
  ["خسر جزءا من 3 ملايين دولار", [[3_000_000, "دولار"]]],
  ["ثلاثة أرباع المليون", [[750_000, undefined]]],
  ["322 مئة", [[32_200, undefined]]],
  ["الجواب سالب واحد", [[-1, undefined]]],
  ["3/4 الكأس", [[0.75, undefined]]],
  ["1 4/5", [[1.8, undefined]]],
  ["حضر ألفا مدعو", [[2000, "مدعو"]]],
  ["كلف مليونا دولار", [[2_000_000, "دولار"]]],
  ["حضر ألفا و500 مدعو", [[1500, "مدعو"]]],
  ["دفع ألفاً واحداً", [[1000, undefined]]],
  ["على مساحة هكتارين", [[2, "هكتار"]]],
  ["بقوة ست درجات وأربعة أعشار الدرجة", [[6.4, "درجة"]]],
  ["بعرض ثلاثة أمتار ونصف المتر", [[3.5, "متر"]]],
  ["على بعد كيلومترين ونصف", [[2.5, "كيلومتر"]]],
  [
    "ثلاثة دولارات ونصف مليون يورو",
    [
      [3, "دولار"],
      [500_000, "يورو"],
    ],
  ],
  ["زاد ضعفين", [[2, "ضعف"]]],
  ["شارك النصف من الموظفين", [[0.5, undefined]]],
  ["حضر أكثر من الربع وغاب الباقون", [[0.25, undefined]]],
  ["على مساحة 40 كيلو مترا مربعا", [[40, "كيلومتر مربع"]]],
  ["دفع 10 € نقدا", [[10, "يورو"]]],
  ["بلغت 300 مليون د. إ نقدا", [[300_000_000, "درهم إماراتي"]]],
])("«%s»", (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each([
  ["واحد من أبرز الكتاب"],
  ["بلغ نصف نهائي البطولة"],
  ["جائحة كوفيد-19 مستمرة"],
  ["في النصف الثاني من اللقاء"],
  ["سجل نحو النصف الأول هدفا"],
  ["حل الموعد في النصف من الشهر"],
  ["للحجز على هاتف 0123456789"],
  ["فاز الفريق 3-1 ذهابا وخسر صفر - 2"],
  ["تفاوضت مجموعة 5+1 طويلا"],
  ["سجل هدفه في الدقيقة (90+3)"],
  ["1- المقدمة. 2- الخاتمة"],
  ["في العقد الرابع من عمره"],
  ["سقط الجنود بالعشرات"],
  ["هاجمت حركة طالبان نقطة تفتيش"],
  ["فاز ميلان في الدوري"],
  ["حل في المركز 29 نتيجة لذلك"],
  ["زادت كميات الحليب"],
  ["افتتح مهرجان الفيلم 2018 فيلم قصير"],
  ["حل في المرتبة الثانية عشرة"],
  ["للدورة الثالثة عشرة"],
  ["حضرت بضع عشرة دولة"],
  ["هدفه في كأس العالم 1994 هو الأجمل"],
])("«%s» states no figure", (text) => {
  expect(find(text)).toEqual([]);
});

test.each([
  ["طفلة في الرابعة من عمرها", { value: 4, unit: "سنة" }],
  ["رجل في العشرين من عمره", { value: 20, unit: "سنة" }],
  ["في عامه الخامس والثلاثين", { value: 35, unit: "سنة" }],
  ["لاعب دون الخمسين", { value: 50, high: 50, unit: "سنة" }],
  ["لاعبون دون 23 عاما", { value: 23, high: 23, unit: "سنة" }],
  ["تحت سن الثامنة عشرة", { value: 18, high: 18, unit: "سنة" }],
  ["تجاوز السبعين من العمر", { value: 70, low: 70, unit: "سنة" }],
  ["عن عمر ناهز الثمانين عاما", { value: 80, approximate: true, unit: "سنة" }],
])("«%s» says an age", (text, figure) => {
  expect(find(text)).toMatchObject([figure]);
});

test.each([["في المركز الخامس"], ["في الدقيقة الثلاثين من المباراة"], ["عام الفيل الخامس"]])(
  "the ordinal of «%s» is no age",
  (text) => {
    expect(find(text).filter(({ unit }) => unit === "سنة")).toEqual([]);
  },
);

test("what is joined to a word after a number is not counted by it", () => {
  expect(values("قتل ثلاثة وأصيب سبعة آخرون").map(([value]) => value)).toEqual([3, 7]);
  expect(find("قتل ثلاثة وأصيب سبعة آخرون")[0]).not.toHaveProperty("of");
  expect(values("بنيت 12 وحدة")).toEqual([[12, "وحدة"]]);
});

test.each([
  ["بين عشرة وعشرين قتيلا", 10, 20],
  ["من 5 إلى 7 مليارات دولار", 5e9, 7e9],
  ["على عمق 15 - 38كم", 15, 38],
  ["بين 100 إلى 150 ريالا", 100, 150],
  ["ثلاثة أو أربعة أشخاص", 3, 4],
])("«%s» is one figure with two ends", (text, low, high) => {
  expect(find(text)).toMatchObject([{ value: low, low, high }]);
});

test.each(
  UNITS.flatMap(({ name, dual }) =>
    (dual ?? "").split(" ").flatMap((form) => (form === "" ? [] : [[form, name] as const])),
  ),
)("«%s» is two of the unit %s", (form, unit) => {
  expect(find(`بلغ ${form} في المساء`)).toMatchObject([{ value: 2, unit, text: form }]);
});

test("two of a unit are bounded too", () => {
  expect(find("أكثر من هكتارين")).toMatchObject([{ value: 2, low: 2, unit: "هكتار" }]);
});

test("what a figure rose from and to are two figures", () => {
  expect(values("ارتفع من 10 إلى 53 قتيلا").map(([value]) => value)).toEqual([10, 53]);
});

test.each([...BOUNDS])("«%s 30 قتيلا» bounds the figure: %s", (phrase, bound) => {
  const [figure] = find(`سقط ${phrase} 30 قتيلا`);
  const key = bound === "about" ? "approximate" : bound;
  expect(figure).toMatchObject({ value: 30, [key]: bound === "about" ? true : 30 });
});

test.each([...BOUNDS_AFTER])("«30 قتيلا %s» bounds the figure: %s", (phrase, bound) => {
  const [figure] = find(`سقط 30 قتيلا ${phrase} في الحادث`);
  const key = bound === "about" ? "approximate" : bound;
  expect(figure).toMatchObject({ value: 30, [key]: bound === "about" ? true : 30 });
});

test.each(
  UNITS.flatMap(({ name, forms }) => forms.split(" ").map((form) => [form, name] as const)),
)("«%s» is the unit %s", (form, unit) => {
  expect(find(`بلغ 45 ${form}`)).toMatchObject([{ value: 45, unit }]);
});

test.each(Object.entries(CURRENCY_SIGNS))("the sign %s is %s", (sign, unit) => {
  expect(find(`دفع 45${sign} نقدا`)).toMatchObject([{ value: 45, unit }]);
});

test.each(CURRENCY_LETTERS)("«%s» is %s", (letters, unit) => {
  expect(find(`بيعت بـ45 ${letters} للقطعة`)).toMatchObject([
    { value: 45, unit, text: `45 ${letters}` },
  ]);
});

test.each(
  TWO_WORD_UNITS.flatMap(([first, second, name]) =>
    second.split(" ").map((form) => [`${first} ${form}`, name] as const),
  ),
)("«%s» is the unit %s", (words, unit) => {
  expect(find(`بلغ 45 ${words} في المساء`)).toMatchObject([{ unit, text: `45 ${words}` }]);
});

test.each(
  COUNTED_NOUNS.flatMap(({ of, forms }) => forms.split(" ").map((form) => [form, of] as const)),
)("«%s» is counted as %s", (form, of) => {
  expect(find(`سجلت 45 ${form}`)).toMatchObject([{ value: 45, of }]);
});

test.each(
  COUNTED_NOUNS.flatMap(({ of, dual }) =>
    (dual ?? "").split(" ").flatMap((form) => (form === "" ? [] : [[form, of] as const])),
  ),
)("«%s» is two of %s", (form, of) => {
  expect(find(`سقط ${form} في الحادث`)).toMatchObject([{ value: 2, of, text: form }]);
});

test("figures are in order, apart, and are the text at their offsets", () => {
  const piece = fc.constantFrom(
    ..."3 خمسة عشر مئة ألف مليون و نصف 12.5 10.000 % في المئة من إلى على بين - / . ، قتيل قتيلان دولار نحو ( ) فاصلة جزء \n 5ر0 ^ e".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom("", " "), (pieces, space) => {
      const text = pieces.join(space);
      let end = 0;
      for (const figure of find(text)) {
        expect(figure.start).toBeGreaterThanOrEqual(end);
        expect(figure.end).toBeGreaterThan(figure.start);
        expect(text.slice(figure.start, figure.end)).toBe(figure.text);
        expect(Number.isFinite(figure.value)).toBe(true);
        end = figure.end;
      }
    }),
  );
});

test.each(NUMBERED)("after «%s» a bare number names, and counts nothing", (label) => {
  expect(find(`جاء في ${label} 12 من ذلك`)).toEqual([]);
  expect(find(`جاء في ${label} (12) من ذلك`)).toEqual([]);
  expect(find(`جاء كذلك و${label} 12 من ذلك`)).toEqual([]);
});

test.each(["للقرار 2231", "للمادة 50", "والمادة 12", "بالمادة 5", "بالدقيقة 40", "برقم 8"])(
  "«%s» counts nothing",
  (text) => {
    expect(find(`جاء ذلك وفقا ${text} من ذلك`)).toEqual([]);
  },
);

test.each([...LAM_NOUNS, ...YEH_NOUNS])("«%s» begins with a letter of its own", (noun) => {
  const [figure] = find(`ذكر منها 4 ${noun}`);
  expect(figure?.of ?? figure?.unit).toBeDefined();
});

test.each([...BEH_PHRASES, "لأسهم", "يقيمون", "بالفندق"])("«7 %s» counts none of that", (word) => {
  expect(values(`ذكر منها 7 ${word} كذلك`)).toEqual([[7, undefined]]);
});

test.each(
  MANY.flatMap(([forms, least, most]) =>
    forms.split(" ").map((form) => [form, least, most] as const),
  ),
)("«%s» are at least %d and at most %d", (form, low, high) => {
  expect(find(`شارك ${form} الأشخاص`)).toMatchObject([
    { text: `${form} الأشخاص`, value: low, low, high, approximate: true, of: "شخص" },
  ]);
  for (const few of MANY_FEW)
    expect(find(`شارك ${few} ${form}`)).toMatchObject([{ low: low * 1.5, high }]);
});

test.each([
  ["نزح عشرات الآلاف من المدنيين", 20_000, 99_999, "مدني"],
  ["خسر مئات المليارات من الدولارات", 2e11, 999_999_999_999, "دولار"],
  ["تضرر العشرات من المحال", 20, 99, "محال"],
])("«%s» has a scale and what it counts", (text, low, high, what) => {
  const [figure] = find(text);
  expect(figure).toMatchObject({ low, high });
  expect(figure?.of ?? figure?.unit).toBe(what);
});

test.each([
  ["جائزة قدرها (20) ألف ريال", [[20_000, "ريال"]]],
  ["بين خمسة مليارات وستة مليارات يورو", [[5e9, "يورو"]]],
  [
    "بلغ سكانها ألفا وخمسة آلاف نخلة",
    [
      [1000, undefined],
      [5000, "نخلة"],
    ],
  ],
  ["اقتنى 2000 كاميرا", [[2000, "كاميرا"]]],
  ["ركبت الشركة 300 لوح شمسي", [[300, "لوح"]]],
  ["وزعت البلدية 500 لحاف", [[500, "لحاف"]]],
  ["أعدت 20 لحما", [[20, "لحم"]]],
  ["جمعت 20 لبدا", [[20, "لبد"]]],
  ["أعيدت 3000 يزيدية", [[3000, "يزيدية"]]],
  ["أعيد 200 يزيدي", [[200, "يزيدي"]]],
  ["رسمت 40 يمامة", [[40, "يمامة"]]],
  ["اعتقل 15 ليبيريا", [[15, "ليبيري"]]],
  ["وصل 50 ليتوانيا", [[50, "ليتواني"]]],
  ["منها 20 لهذا الغرض", [[20, undefined]]],
  ["منها 20 لمدرسة القرية", [[20, undefined]]],
  ["منها 20 لروما", [[20, undefined]]],
  ["ومنهم 20 يقوده سالم", [[20, undefined]]],
  ["كلف ألف وخمسمئة مليون دولار", [[1_500_000_000, "دولار"]]],
  ["كلف ألفا ومئتين وخمسين مليون دولار", [[1_250_000_000, "دولار"]]],
  [
    "كلف خمسة آلاف ومئة مليون دولار",
    [
      [5000, undefined],
      [100_000_000, "دولار"],
    ],
  ],
  ["تخرج 1960 متدربا", [[1960, "متدرب"]]],
  ["يصل عمر الثاني إلى 21", [[21, undefined]]],
])("«%s» says what it says", (text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each(UNCOUNTED_WORDS)("«أصيب عشرون %s» counts none of that", (word) => {
  expect(find(`أصيب عشرون ${word}`)).toMatchObject([{ text: "عشرون", value: 20 }]);
  expect(values(`أصيب عشرون ${word}`)).toEqual([[20, undefined]]);
});
