import fc from "fast-check";
import { expect, test } from "vitest";
import { NOT_PRESENT, SCHEDULED_VERBS } from "../tables/future-words.ts";
import { HIJRI_SUBJECTS } from "../tables/hijri-signs.ts";
import { HOLIDAYS } from "../tables/holidays.ts";
import { KNOWN_DAYS, NAMED_BY_DAY } from "../tables/known-days.ts";
import { GREGORIAN_MONTHS, HIJRI_MONTHS } from "../tables/months.ts";
import { NOW_PHRASES } from "../tables/now-phrases.ts";
import {
  CLAUSE_OPENERS,
  EVENTS_AHEAD,
  LIKE_VERBS,
  PAST_VERBS,
  TOLD_VERBS,
  TREND_VERBS,
  VERBS_OF_EVENTS,
} from "../tables/past-verbs.ts";
import { DAY_PARTS, ORDINALS, TIME_ROWS } from "../tables/time-words.ts";
import { LOCAL_ZONES, TIME_ZONES } from "../tables/time-zones.ts";
import {
  BEFORE_SURNAME,
  MEDIA_OF_TODAY,
  MEDIA_OF_TODAY_LED,
  NAMED_BY_EVENT,
  NOT_A_DAY,
  VAGUE_ADVERBS,
  VAGUE_PARTS,
  VAGUE_PHRASES,
} from "../tables/vague-times.ts";
import { tokenize } from "../tokens.ts";
import { findTimes } from "./find-times.ts";

/** A Thursday. */
const PUBLISHED = "2024-04-18T10:30:00+03:00";
const find = (text: string, published: string | null = PUBLISHED) =>
  findTimes({ text, tokens: tokenize(text) }, published);
const spans = (text: string) => find(text).map(({ from, to }) => [from, to]);

test.each(["تقدم فريق السواعد 3-صفر ثم تعادل.", "فاز النجم 2 - صفر على ضيفه."])(
  "«%s» tells a score, not a month",
  (text) => {
    expect(find(text)).toEqual([]);
  },
);

test("a day of صفر with its year is a date, whatever mark stands between", () => {
  expect(spans("توفي في 3-صفر-1440")).toEqual([["2018-10-12", "2018-10-13"]]);
});

test("a month whose year the text has told is of that year where it would lie ahead", () => {
  const told = "قتل تسعة في أغسطس الماضي.";
  expect(spans(`${told} وهاجم المسلحون القرية في 26 أغسطس.`).at(-1)).toEqual([
    "2023-08-26",
    "2023-08-27",
  ]);
  expect(spans(`${told} وسيجتمعون في 26 أغسطس.`).at(-1)).toEqual(["2024-08-26", "2024-08-27"]);
  expect(spans("وقعت في أغسطس 1998. وهاجموها في 26 أغسطس.").at(-1)?.[0]).not.toBe("1998-08-26");
});

test.each([
  ["أعيد الرجل إلى بلاده في يونيو وهو مريض.", "2023-06-01"],
  ["المؤتمر الذي استضافته الرملاء في أكتوبر بعنوان الماء.", "2023-10-01"],
  ["قال الوزير في أكتوبر «سنرد» إن حدث ذلك.", "2023-10-01"],
  ["تستضيف الرملاء المؤتمر في يونيو.", "2024-06-01"],
  ["اتفق الوفدان على عقد اجتماع في يونيو.", "2024-06-01"],
  ["حضر الوفد للمشاركة في مؤتمر يعقد في يونيو.", "2024-06-01"],
])(
  "«%s»: a verb of what was done sets a month behind, other verbs leave the nearest",
  (text, from) => {
    expect(find(text)[0]?.from).toBe(from);
  },
);

test.each(PAST_VERBS)("«%s في أكتوبر» is over", (verb) => {
  expect(find(`وقد ${verb} المدينة في أكتوبر`)[0]?.from).toBe("2023-10-01");
});

test.each(TREND_VERBS)("«%s» in October is over right before it, and not further on", (verb) => {
  expect(find(`${verb} المدينة في أكتوبر`)[0]?.from).toBe("2023-10-01");
  expect(find(`${verb} الأسعار بخفض الفائدة في يونيو`)[0]?.from).toBe("2024-06-01");
});

test.each(LIKE_VERBS)("«%s» is a noun with its pronoun", (noun) => {
  expect(find(`يناقش المجلس ${noun} هناك في يونيو`)[0]?.from).toBe("2024-06-01");
});

test.each(EVENTS_AHEAD)("«زادت فرصه في ال%s في يونيو» may lie ahead", (event) => {
  expect(find(`سيطرت المخاوف على ${event} في يونيو`)[0]?.from).toBe("2024-06-01");
  expect(find(`وصلت الفرق لل${event} في يونيو`)[0]?.from).toBe("2024-06-01");
});

test.each(VERBS_OF_EVENTS)("«%s بالانتخابات في يونيو» is over when they are", (verb) => {
  expect(find(`${verb} بالانتخابات الأخيرة في يونيو`)[0]?.from).toBe("2023-06-01");
});

test.each([
  "اتفق الفريقان على تولي المدير المنصب في أكتوبر",
  "قرر القاضي تنحّي الحارس في أكتوبر",
  "يبحث قادة الحلف الملف في سبتمبر",
  "تنظر المحكمة في قضية الجسر في نوفمبر",
  "تنشط الأعاصير عادة في سبتمبر",
  "تسلم الشركة القطارات للمدينة في نوفمبر",
  "يجمع باعة الكتب في سبتمبر",
  "يبدو وكأن المعرض في سبتمبر",
  "بلغة الضاد يقام الحفل في سبتمبر",
  "تناقش وزارته الخطة في نوفمبر",
  "تراجعت فرص المرشح في انتخابات الرئاسة في نوفمبر",
  "انسحب المرشح من السباق إلى المجلس في نوفمبر",
  "ارتفعت التوقعات بخفض الفائدة في سبتمبر",
  "ارتفعت أسعار النحاس للتسليم في سبتمبر",
  "وصل الوفد لمناقشة الخطة في سبتمبر",
  "انطلقت التحضيرات للقمة في سبتمبر",
  "فتحت اللجنة باب الترشح للانتخابات في نوفمبر",
])("«%s» is no month that is over", (text) => {
  expect(find(text, "2024-07-18T10:30:00+03:00")[0]?.from?.slice(0, 4)).toBe("2024");
});

test.each([
  "وقد قاده المدرب في أكتوبر",
  "ثم زارها الوفد في أكتوبر",
  "فازت في انتخابات الرئاسة في أكتوبر",
  "ارتفعت أسعار النحاس في أكتوبر",
  "بعد التصريح الذي أجرته القناة في أكتوبر",
])("«%s» is over", (text) => {
  expect(find(text, "2024-07-18T10:30:00+03:00")[0]?.from).toBe("2023-10-01");
});

test.each(TOLD_VERBS)("«%s الوزير في أكتوبر» is over", (verb) => {
  expect(find(`${verb} الوزير في أكتوبر «سنرد»`)[0]?.from).toBe("2023-10-01");
});

test.each(CLAUSE_OPENERS)("«زارها … %s … في يونيو» may lie ahead", (opener) => {
  expect(find(`زارها الوفد ${opener} لقاء في يونيو`)[0]?.from).not.toBe("2023-06-01");
});

test.each(KNOWN_DAYS)("«$events» of $day/$month are of $year", ({ events, year, month, day }) => {
  const names = GREGORIAN_MONTHS.find(([each]) => each === month)?.[1] ?? [];
  const from = `${year}-${String(month).padStart(2, "0")}-${String(day ?? 1).padStart(2, "0")}`;
  for (const event of events.split(" "))
    for (const name of names) {
      const phrase = `${event} ${day ?? ""} ${name}`.replace("  ", " ");
      expect([phrase, find(`منذ ${phrase}`)[0]?.from]).toEqual([phrase, from]);
    }
});

test("what is told before a known day happened is not that day", () => {
  expect(find("هجوم 7 أكتوبر", "2018-05-01").at(0)?.from?.slice(0, 4)).not.toBe("2023");
});

test.each(NAMED_BY_DAY)("«%s 14 آذار» dates nothing", (noun) => {
  expect(find(`زار الوفد ${noun} 14 آذار أمس`).map(({ text }) => text)).toEqual(["أمس"]);
});

test.each(["مباريات جامعة 12 أغسطس المقبل", "مباريات جامعة الخميس 12 أغسطس"])(
  "«%s» says more than a name does",
  (text) => {
    expect(find(text)).toHaveLength(1);
  },
);

test.each(
  "قبل بعد وقبل وبعد قبيل خلال وخلال طوال طيلة ليالي أيام صيام هلال مسلسلات دراما".split(" "),
)("«%s رمضان» is the month", (before) => {
  expect(find(`تحدث عن ${before} رمضان`).map(({ grain }) => grain)).toEqual(["month"]);
});

test("«رمضان هذا العام» is of our year also when that of the Hijra is another", () => {
  const ofSummer = (text: string) => find(text, "2024-07-18")[0]?.from;
  expect(ofSummer("في ليالي رمضان هذا العام")).toBe("2024-03-11");
  expect(ofSummer("في رمضان العام الماضي")).toBe("2023-03-23");
});

test.each(["رمضان هذا العام", "رمضان المبارك", "رمضان الكريم"])("«%s» is the month", (phrase) => {
  expect(find(`استقبل الناس ${phrase}`).map(({ from }) => from)).toEqual(["2024-03-11"]);
});

test.each(["اتهمت السيدة رمضان بالكذب.", "ودفع رمضان مبلغاً."])(
  "«%s»: a surname is no month",
  (text) => {
    expect(find(text)).toEqual([]);
  },
);

test("a year before a colon opens what happened then", () => {
  expect(spans("31 أغسطس 2014: إسقاط طائرة.")).toEqual([["2014-08-31", "2014-09-01"]]);
});

test("a verb of the future in a clause behind «أن» says nothing of when that was said", () => {
  expect(spans("أبلغ الوزير نظيره في مارس أنه سيتمسك بموقفه.")).toEqual([
    ["2024-03-01", "2024-04-01"],
  ]);
  expect(spans("سيبلغ الوزير نظيره في مارس أنه متمسك بموقفه.")).toEqual([
    ["2025-03-01", "2025-04-01"],
  ]);
});

test.each([
  ["توفي في 3 مايو 2019", "2019-05-03", "2019-05-04"],
  ["توفي في 3 أيار/مايو 2019", "2019-05-03", "2019-05-04"],
  ["توفي في 3 مايو (أيار) 2019", "2019-05-03", "2019-05-04"],
  ["توفي في 12 تشرين الثاني/ نوفمبر 2019", "2019-11-12", "2019-11-13"],
  ["توفي في 12 كانون الثاني 2019", "2019-01-12", "2019-01-13"],
  ["توفي في 9 شتنبر 2023", "2023-09-09", "2023-09-10"],
  ["توفي في 5 جوان 2021", "2021-06-05", "2021-06-06"],
  ["توفي في العاشر من مارس الماضي", "2024-03-10", "2024-03-11"],
  ["توفي في السابع والعشرين من أبريل 2011", "2011-04-27", "2011-04-28"],
  ["توفي يوم 2023/02/08", "2023-02-08", "2023-02-09"],
  ["توفي يوم 08-02-2023", "2023-02-08", "2023-02-09"],
  ["توفي يوم 12.08.2019", "2019-08-12", "2019-08-13"],
  ["توفي يوم 8 شباط ٢٠٢٣", "2023-02-08", "2023-02-09"],
  ["توفي يوم ٨ / ٢ / ٢٠٢٣", "2023-02-08", "2023-02-09"],
  ["توفي يوم 2023 - 2 - 8", "2023-02-08", "2023-02-09"],
  ["توفي سنة 1440 للهجرة", "2018-09-11", "2019-08-31"],
  ["توفي عام 750 للميلاد", "0750-01-01", "0751-01-01"],
  ["توفي في غرة رمضان 1440 هـ", "2019-05-06", "2019-05-07"],
  ["توفي في مايو 2019", "2019-05-01", "2019-06-01"],
  ["توفي عام 1987", "1987-01-01", "1988-01-01"],
  ["توفي عام ألفين وسبعة عشر", "2017-01-01", "2018-01-01"],
  ["رواية «الظل» (1952) هي أولى أعماله", "1952-01-01", "1953-01-01"],
  ["قرأ رواية (الظل - 1952) مرتين", "1952-01-01", "1953-01-01"],
  ["لاعب من مواليد 1998 في الفريق", "1998-01-01", "1999-01-01"],
  ["توفي في 15 رمضان 1440 هـ", "2019-05-20", "2019-05-21"],
  ["توفي في 9 فبراير 2019 الموافق 4 جمادى الآخرة 1440 هـ", "2019-02-09", "2019-02-10"],
  ["خلال القرن التاسع عشر", "1800-01-01", "1900-01-01"],
  ["في الربع الثالث من 2016", "2016-07-01", "2016-10-01"],
  ["في النصف الأول من عام 2016", "2016-01-01", "2016-07-01"],
  ["في خريف عام 2020", "2020-09-01", "2020-12-01"],
  ["بين عامي 2014 و2018", "2014-01-01", "2019-01-01"],
  ["من 4 إلى 22 يناير 1995", "1995-01-04", "1995-01-23"],
  ["في أواخر مارس 2015", "2015-03-21", "2015-04-01"],
  ["ثاني أربعاء من أكتوبر 2014", "2014-10-08", "2014-10-09"],
  ["في شتاء 2021-2022", "2021-12-01", "2022-03-01"],
  ["من الأول إلى الخامس من مايو 2019", "2019-05-01", "2019-05-06"],
  ["منذ حرب 1967", "1967-01-01", "1968-01-01"],
  ["بعد انتخابات 2014", "2014-01-01", "2015-01-01"],
  ["مرشحون لموسم 2015", "2015-01-01", "2016-01-01"],
  ["في موسم 2017/2018", "2017-01-01", "2019-01-01"],
  ["في عام 300 قبل الميلاد", "-0299-01-01", "-0298-01-01"],
  ["في القرن الخامس قبل الميلاد", "-0500-01-01", "-0400-01-01"],
  ["في القرن الثالث الهجري", "0816-08-03", "0913-08-12"],
  ["في القرن الثالث عشر للميلاد", "1200-01-01", "1300-01-01"],
  ["توفي في رمضان 2018", "2018-05-16", "2018-06-15"],
  ["صدر القرار في 2 – 5 – 2015", "2015-05-02", "2015-05-03"],
  ["في الأشهر التسعة الأولى من 2017", "2017-01-01", "2017-10-01"],
  ["في الأيام العشرة الأخيرة من رمضان 1436 هـ", "2015-07-07", "2015-07-17"],
  ["في أول شهرين من عام 2018", "2018-01-01", "2018-03-01"],
  ["ضرب الطاعون المدينة عام 1348", "1348-01-01", "1349-01-01"],
  ["ظهرت الطباعة عام 1440", "1440-01-01", "1441-01-01"],
  ["عقد الاجتماع في 5 ديسمبر 1391", "1391-12-05", "1391-12-06"],
])("«%s» is absolute, with and without a publication time", (text, from, to) => {
  expect(spans(text)).toEqual([[from, to]]);
  expect(find(text, null)).toMatchObject([
    { from: text.includes("الماضي") && !text.includes("القرن") ? null : from },
  ]);
});

test("a year without its era is of the Hijra near one that has it", () => {
  expect(find("نقلت المكتبة سنة 1430 هـ ثم هدمت سنة 1435", null).at(-1)?.from).toBe("2013-11-04");
});

test.each(HIJRI_SUBJECTS)("«%s عام 1435» is of the Hijra where that is the calendar", (word) => {
  const text = `وفيه ${word} عام 1435`;
  expect(spans(text)).toEqual([["2013-11-04", "2014-10-25"]]);
  expect(find(text, "2024-04-18T10:30:00+01:00")[0]?.from).toBe("1435-01-01");
});

test.each([
  ["أعلنت الوزارة اليوم الخميس", "2024-04-18"],
  ["أعلنت الوزارة أمس", "2024-04-17"],
  ["أعلنت الوزارة أمس الأول", "2024-04-16"],
  ["أعلنت الوزارة أول من أمس", "2024-04-16"],
  ["تبدأ الدورة غدا الجمعة", "2024-04-19"],
  ["تبدأ الدورة بعد غد", "2024-04-20"],
  ["أعلنت الوزارة الثلاثاء", "2024-04-16"],
  ["أعلنت الوزارة الخميس", "2024-04-18"],
  ["أعلنت الوزارة الثلاثاء الماضي", "2024-04-16"],
  ["أعلنت الوزارة الخميس الماضي", "2024-04-11"],
  ["سيعقد الاجتماع الثلاثاء", "2024-04-23"],
  ["من المقرر أن يعقد الاجتماع يوم الأحد", "2024-04-21"],
  ["يعقد الاجتماع الثلاثاء المقبل", "2024-04-23"],
  ["سيعقد الاجتماع الخميس", "2024-04-18"],
  ["نقلت وسائل إعلام محلية الثلاثاء", "2024-04-16"],
  ["يستمر المعرض حتى يوم الأحد", "2024-04-21"],
  ["الأحد", "2024-04-21"],
  ["وقع الحادث قبل ثلاثة أيام", "2024-04-15"],
  ["وقع الحادث قبل عامين", "2022-04-18"],
  ["سيعود بعد أسبوعين", "2024-05-02"],
  ["ويواجه الفريق ضيفه بعد ثلاثة أيام", "2024-04-21"],
  ["سيعود بعد أسبوع على الأقل", "2024-04-25"],
  ["تعقد الجلسة في 25 الجاري", "2024-04-25"],
  ["سيعود قبل عيد الأضحى المقبل", "2024-06-16"],
  ["وقع الحادث في عيد الميلاد الماضي", "2023-12-25"],
  ["وقع الحادث قبل 7 أشهر", "2023-09-18"],
  ["وقع الحادث منذ شهر", "2024-03-18"],
  ["وقع الحادث في الشهر الجاري", "2024-04-01"],
  ["وقع الحادث الشهر الماضي", "2024-03-01"],
  ["وقع الحادث العام الماضي", "2023-01-01"],
  ["وقع الحادث هذا الأسبوع", "2024-04-15"],
  ["وقع الحادث في سبتمبر الماضي", "2023-09-01"],
  ["سيعقد الاجتماع في يونيو المقبل", "2024-06-01"],
  ["سيعقد الاجتماع في 12 مايو", "2024-05-12"],
  ["وقع الحادث في 2 أبريل", "2024-04-02"],
  ["وقع الحادث في الأيام الثلاثة الماضية", "2024-04-15"],
  ["في العقدين الماضيين", "2000-01-01"],
  ["في ستينيات القرن الماضي", "1960-01-01"],
  ["وقع الحادث مطلع العام الجاري", "2024-01-01"],
  ["وقع الحادث في مطلع مارس الماضي", "2024-03-01"],
  ["سيعقد الاجتماع نهاية الأسبوع", "2024-04-20"],
  ["سيعقد الاجتماع الثلاثاء بعد المقبل", "2024-04-30"],
  ["سيعقد الاجتماع في الربع الأخير من العام الجاري", "2024-10-01"],
  ["سيستمر المعرض من الأحد إلى الثلاثاء", "2024-04-21"],
  ["سيعود في وقت لاحق من الشهر الجاري", "2024-04-19"],
  ["انتهى العمل في 11 أبريل الجاري", "2024-04-11"],
  ["وقع الحادث في رمضان الماضي", "2024-03-11"],
  ["وقع الحادث العام قبل الماضي", "2022-01-01"],
  ["وقع الحادث الشهر قبل الماضي", "2024-02-01"],
  ["وقع الحادث الأسبوع قبل الماضي", "2024-04-01"],
  ["وقع الحادث الأحد قبل الماضي", "2024-04-07"],
  ["سيعقد الاجتماع العام بعد المقبل", "2026-01-01"],
  ["جدول المباريات: الثلاثاء (16 أبريل)", "2024-04-16"],
  ["ربحت الشركة في الربع الأول من العام", "2024-01-01"],
  ["ربحت الشركة في النصف الثاني من العام", "2023-07-01"],
  ["ستربح الشركة في النصف الثاني من العام", "2024-07-01"],
  ["ربحت الشركة في الأشهر الثلاثة الأولى من العام الجاري", "2024-01-01"],
  ["شهد العقد الأخير نموا", "2014-04-18"],
  ["سيتقاعد المدير آخر الشهر", "2024-04-21"],
  ["اعتقل في يناير (كانون الثاني) الماضي", "2024-01-01"],
  ["ستفتتح في سبتمبر (أيلول) المقبل", "2024-09-01"],
  ["يغيب عن الملاعب منذ ديسمبر", "2023-12-01"],
  ["اعتقل في ديسمبر", "2023-12-01"],
  ["انتهى العمل في الشهر الثاني من العام الجاري", "2024-02-01"],
  ["سيفتتح المعرض آخر جمعة من الشهر", "2024-04-26"],
  ["سيغلق المعرض في اليوم الأخير من السنة", "2024-12-31"],
  ["وصل الوفد بعد يومين من أول من أمس", "2024-04-18"],
  ["زار الوفد المدينة قبل أيام", "2024-04-15"],
  ["زار الوفد المدينة قبل أسابيع عدة", "2024-03-28"],
  ["يرتفع النهر منذ أيام", "2024-04-15"],
  ["وقع الحادث آخر الأسبوع الماضي", "2024-04-13"],
  ["ولد في مثل هذا اليوم من عام 1967", "1967-04-18"],
  ["بلغت المبيعات في شعبان 1063 صفقة وفي شهر شعبان 1063 صفقة", "2024-02-11"],
])("«%s» counts from the publication: %s", (text, from) => {
  expect(find(text).map((time) => time.from)).toEqual([from]);
});

test.each([
  ["وقع الانفجار الساعة 16:25 بتوقيت غرينتش", "2024-04-18T19:25:00+03:00"],
  ["وقع الانفجار الساعة 16:25 بتوقيت مكة المكرمة", "2024-04-18T16:25:00+03:00"],
  ["وقع الانفجار عند الثالثة فجرا", "2024-04-18T03:00:00+03:00"],
  ["وقع الانفجار أمس الساعة الثامنة وخمس دقائق مساء", "2024-04-17T20:05:00+03:00"],
  ["وقع الانفجار الساعة السابعة إلا الربع صباحا", "2024-04-18T06:45:00+03:00"],
  ["وقع الانفجار الساعة 9.40 صباحا", "2024-04-18T09:40:00+03:00"],
  ["وقع الانفجار الساعة 9:40 م", "2024-04-18T21:40:00+03:00"],
  ["وقع الانفجار مساء أمس", "2024-04-17T18:00:00+03:00"],
  ["وقع الانفجار بعد ظهر الأربعاء", "2024-04-17T12:00:00+03:00"],
  ["وقع الانفجار الثالثة بعد ظهر أمس", "2024-04-17T15:00:00+03:00"],
  ["وقع الانفجار قبل ظهر أمس", "2024-04-17T06:00:00+03:00"],
  ["وقع الانفجار فجر الأربعاء", "2024-04-17T03:00:00+03:00"],
  ["وقع الانفجار الليلة الماضية", "2024-04-17T18:00:00+03:00"],
  ["وقع الانفجار ليل الثلاثاء الأربعاء", "2024-04-16T18:00:00+03:00"],
  ["يبقى مفتوحا من 3 إلى 5 مساء", "2024-04-18T15:00:00+03:00"],
  ["وقع الانفجار قبل ساعتين", "2024-04-18T08:30:00+03:00"],
  ["وقع الانفجار الساعة 05:20 ت.غ", "2024-04-18T08:20:00+03:00"],
  ["وقع الانفجار نحو (0530 ت غ)", "2024-04-18T08:30:00+03:00"],
  ["وقع الانفجار نحو 1500 بتوقيت غرينتش", "2024-04-18T18:00:00+03:00"],
  ["وقع الانفجار الساعة الواحدة بعد منتصف الليل", "2024-04-18T01:00:00+03:00"],
  ["وقع الانفجار الساعة الحادية عشرة قبل منتصف الليل", "2024-04-18T23:00:00+03:00"],
  ["وقع الانفجار منتصف ليل الثلاثاء الأربعاء", "2024-04-17T00:00:00+03:00"],
  ["وقع الانفجار منتصف ليل الأحد/الاثنين", "2024-04-15T00:00:00+03:00"],
  ["وقع الانفجار منتصف النهار", "2024-04-18T12:00:00+03:00"],
  ["وقع الانفجار خلال الـ24 ساعة الماضية", "2024-04-17T10:30:00+03:00"],
])("«%s» is on the clock of the publication: %s", (text, from) => {
  expect(find(text).map((time) => time.from)).toEqual([from]);
});

test.each([
  ["أقيمت المباريات أيام 3 و4 و5 يونيو 2023", ["2023-06-03", "2023-06-04", "2023-06-05"]],
  ["عقدت الجلسة يومي 12 و13 مارس الماضي", ["2024-03-12", "2024-03-13"]],
  ["التقيا خلال عامي 2021 و2022", ["2021-01-01", "2022-01-01"]],
  ["التقيا عام 2019 و2020", ["2019-01-01", "2020-01-01"]],
  ["يعود في شهري مايو ويونيو", ["2024-05-01", "2024-06-01"]],
  ["زارها خلال فبراير ومارس", ["2024-02-01", "2024-03-01"]],
  ["فاز أعوام 2014، 2015، و2018", ["2014-01-01", "2015-01-01", "2018-01-01"]],
  ["شارك في 2006 و2010 و2014", ["2006-01-01", "2010-01-01", "2014-01-01"]],
  ["يلعب في 2 يونيو ثم في 8 منه", ["2024-06-02", "2024-06-08"]],
  ["فاز في العقد الأخير من القرن التاسع عشر", ["1890-01-01", "1800-01-01"]],
  ["يعود يومي الاثنين والثلاثاء المقبلين", ["2024-04-22", "2024-04-23"]],
] as const)("«%s» is several times", (text, from) => {
  expect(find(text).flatMap((time) => time.from ?? [])).toEqual(from);
  expect(find(text).some(({ recurring }) => recurring)).toBe(false);
});

test.each(["تذكر أيام الدراسة منذ أيام الطفولة", "زارها قبل أيام العيد", "يعمل منذ سنوات"])(
  "«%s» is not so long ago",
  (text) => {
    expect(find(text).filter(({ from }) => from !== null)).toEqual([]);
  },
);

test("what has been since a weekday is past", () => {
  expect(find("منذ فجر الأحد")[0]?.from).toBe("2024-04-14T03:00:00+03:00");
});

test("a thousand and two are no years without a word that says so", () => {
  expect(find("حضر بين ألف وألفي شخص")).toEqual([]);
});

test.each([
  ["كل عام", "P1Y"],
  ["كل عامين", "P2Y"],
  ["يوميا", "P1D"],
  ["كل يوم جمعة", "P1W"],
  ["كل يوم الجمعة", "P1W"],
  ["مرتين في الأسبوع", "P1W"],
  ["مرة واحدة في السنة", "P1Y"],
  ["ثلاث مرات كل شهر", "P1M"],
  ["أربع مرات في اليوم", "P1D"],
  ["كل نهاية شهر", "P1M"],
  ["كل آخر أسبوع", "P1W"],
])("«يقام %s» recurs", (text, duration) => {
  expect(find(`يقام ${text} حفل`)).toMatchObject([{ recurring: true, duration }]);
});

test.each([
  ["استمرت المعارك خمسة أيام", "P5D"],
  ["استمرت المعارك 24 ساعة", "PT24H"],
  ["استمرت المعارك عامين", "P2Y"],
  ["استمرت المعارك ربع قرن", "P25Y"],
  ["استمرت المعارك أكثر من قرن", "P100Y"],
  ["وتوفي بعد يومين متأثرا بجروحه", "P2D"],
  ["عاد بعد أسبوع على رحيله", "P1W"],
  ["سيفتتح بعد شهرين من اكتمال البناء", "P2M"],
  ["صدر القرار قبل أن يعود بعد ثلاثة أيام", "P3D"],
  ["تأسست قبل الميلاد بنحو 300 عام", "P300Y"],
  ["زار الوفد المدينة قبل أيام من رحيله", "P3D"],
  ["زار الوفد المدينة قبل أيام على الافتتاح", "P3D"],
])("«%s» has a length and no place", (text, duration) => {
  expect(find(text)).toMatchObject([{ duration, from: null, to: null }]);
});

test.each([
  ["10 و11 أبريل الجاري", ["2024-04-10", "2024-04-11"]],
  ["طوال عامي 2002 و2003", ["2002-01-01", "2003-01-01"]],
  ["العقد الأول من القرن العشرين", ["1900-01-01", "1900-01-01"]],
  ["الجمعة والسبت الماضيين", ["2024-04-12", "2024-04-13"]],
])("«%s» are two times", (text, from) => {
  expect(find(text).map((time) => time.from)).toEqual(from);
});

test.each([...SCHEDULED_VERBS])(
  "«%s» in the present sets «بعد يومين» ahead, and nothing else does",
  (verb) => {
    expect(find(`${verb} في المدينة بعد يومين`)).toMatchObject([{ from: "2024-04-20" }]);
    for (const before of NOT_PRESENT)
      expect(find(`${before} ${verb} في المدينة بعد يومين`)).toMatchObject([{ from: null }]);
  },
);

test.each(["يتغير يوما بعد يوم", "تقع المدينة على بعد ساعتين إلى الشمال"])(
  "«%s» tells no time after another",
  (text) => {
    expect(find(text).filter(({ text: found }) => found.includes("بعد"))).toEqual([]);
  },
);

const VAGUE = [
  ...VAGUE_ADVERBS,
  ...[...VAGUE_PHRASES, ...VAGUE_PARTS].flatMap(([heads, tails]) =>
    heads.split(" ").flatMap((head) => tails.split(" ").map((tail) => `${head} ${tail}`)),
  ),
  ...NAMED_BY_EVENT.split(" ").map((day) => `${day} الافتتاح`),
];

test.each(VAGUE)("«%s» is a time that the text places elsewhere", (phrase) => {
  expect(find(`أقيم المعرض في ${phrase} هناك`)).toMatchObject([{ text: phrase, from: null }]);
});

test("a part is placed by the year after it, and a phrase is found without what is joined to it", () => {
  expect(spans("في الربع الثالث 2016")).toEqual([["2016-07-01", "2016-10-01"]]);
  expect(find("وفي نهاية المعرض وذلك اليوم").map(({ text }) => text)).toEqual(["ذلك اليوم"]);
});

test.each(
  Object.entries(NOT_A_DAY).flatMap(([day, others]) =>
    others.split(" ").map((other) => `${day} ${other}`),
  ),
)("«%s» is no day of the calendar", (phrase) => {
  expect(find(`نتطلع إلى ${phrase} للمكتبات`)).toEqual([]);
});

const MEDIA = [
  ...MEDIA_OF_TODAY.map((name) => `${name} اليوم`),
  ...MEDIA_OF_TODAY_LED.leads.map((lead) => `${lead} روسيا اليوم`),
  ...MEDIA_OF_TODAY_LED.names.flatMap((name) => [`صحيفة ${name} اليوم`, `«${name} اليوم»`]),
  "صحيفة «اليوم»",
];

test.each(MEDIA)("«%s» is a medium and no day", (name) => {
  expect(find(`ذكرت ${name} أن المعرض افتتح`)).toEqual([]);
});

test("a land before «اليوم» that is no medium's name leaves the day", () => {
  for (const text of ["يفتتح الأمير (اليوم) المعرض", "قال «اليوم» إنه سيغادر"])
    expect(find(text).map(({ text }) => text)).toEqual(["اليوم"]);
  expect(find("وصل إلى روسيا اليوم").map(({ text }) => text)).toEqual(["اليوم"]);
  expect(find("التقى الوزير المصري اليوم نظيره").map(({ text }) => text)).toEqual(["اليوم"]);
});

test.each([
  ["يقام المعرض في 30 مارس من كل عام", "30 مارس من كل عام"],
  ["يفتح المتحف الجمعة من كل أسبوع", "الجمعة من كل أسبوع"],
])("«%s» is a date that comes again", (text, phrase) => {
  expect(find(text)).toMatchObject([{ text: phrase, grain: "day", recurring: true }]);
});

test("«27 منه» without a date before it, or after a month of the Hijra, is no day", () => {
  expect(find("أخذ 27 منه")).toEqual([]);
  for (const text of ["الجزء الثاني منه", "المادة الخامسة منه", "في المادة 15 منه", "البند 3 منه"])
    expect(find(`صدر النظام في 2 يونيو 2023 ويعرض ${text} حقوقهم`)).toHaveLength(1);
  expect(find("أقيم في 2 يونيو 2023 وفي السابع منه وحتى 9 منه")).toHaveLength(3);
  expect(find("في 2 رمضان 1445 هـ ثم في 8 منه")).toHaveLength(1);
});

test("an adjective that is a surname too comes every month only after a noun", () => {
  expect(find("يتقاضى راتبه الشهري")).toMatchObject([{ text: "الشهري", recurring: true }]);
  expect(find("سجل سعد الشهري هدفا")).toEqual([]);
});

test.each([...BEFORE_SURNAME])("«%s الشهري» is somebody", (title) => {
  expect(find(`تحدث ${title} الشهري طويلا`)).toEqual([]);
});

test("a month in brackets is of the date with its bracket", () => {
  expect(find("وصل في 3 مايو (أيار) ثم غادر")[0]?.text).toBe("3 مايو (أيار)");
  expect(find("وصل (3 أيار/مايو) ثم غادر")[0]?.text).toBe("3 أيار/مايو");
});

test.each(["بدء العام الدراسي", "نهاية السنة المالية", "خلال الشهر الأول كنموذج", "مدته شهر واحد"])(
  "«%s» is not of the calendar",
  (text) => {
    for (const { from } of find(text)) expect(from).toBeNull();
  },
);

test.each(["اليوم الثاني", "لليوم الثالث على التوالي"])(
  "«%s» is not counted from the year",
  (day) => {
    for (const { from } of find(`تواصل المعرض في ${day}`)) expect(from).toBeNull();
  },
);

test("«يومي» before weekdays is two days and nothing that recurs", () => {
  expect(find("يقام المعرض يومي السبت والأحد").map(({ text }) => text)).toEqual(["السبت", "الأحد"]);
});

test.each([
  ["قالت تيريزا ماي إن الوقت حان"],
  ["المدير العام للشركة بشكل عام"],
  ["ارتفع العدد إلى 27"],
  ["انتهت المباراة 3/4"],
  ["الربيع العربي"],
  ["من خلال عقد اللقاءات"],
  ["مارس الضغط على الحكومة"],
  ["سجل محمد شعبان هدفا"],
  ["بلغت النسبة 4.22"],
])("«%s» speaks of no time", (text) => {
  expect(find(text)).toEqual([]);
});

test("without a publication time what is relative is found and left open", () => {
  expect(find("أعلنت الوزارة أمس", null)).toMatchObject([{ text: "أمس", from: null, to: null }]);
  expect(find("أعلنت الوزارة أمس", "ليس تاريخا")).toMatchObject([{ from: null }]);
});

test("a choice among readings is less sure than what is said", () => {
  expect(find("أعلنت الوزارة الثلاثاء")[0]?.confidence).toBeLessThan(1);
  expect(find("أعلنت الوزارة أمس")[0]?.confidence).toBeUndefined();
});

test("joined particles are not of the expression", () => {
  expect(find("ووفاته في المشفى وأمس").map(({ text }) => text)).toEqual(["أمس"]);
});

const MONTH_ROWS = [...GREGORIAN_MONTHS, ...HIJRI_MONTHS].flatMap(([month, names]) =>
  names.map((name) => [name, month] as const),
);

test.each(MONTH_ROWS)("«%s» is month %d", (name, month) => {
  const hijri = HIJRI_MONTHS.some(([, names]) => names.includes(name));
  const [time] = find(hijri ? `وقع في 3 ${name} 1445 هـ` : `وقع في 3 ${name} 2015`);
  expect(time?.grain).toBe("day");
  if (!hijri) expect(time?.from).toBe(`2015-${String(month).padStart(2, "0")}-03`);
});

test.each(HOLIDAYS.flatMap(([names, rule]) => names.map((name) => [name, rule] as const)))(
  "«%s» is a day of the year",
  (name) => {
    const [time] = find(`احتفلوا بحلول ${name} 2023`);
    expect(time?.text).toContain(name);
    expect(time?.from).toMatch(/^2023-/u);
  },
);

test.each(TIME_ZONES.flatMap(([names, minutes]) => names.map((name) => [name, minutes] as const)))(
  "«بتوقيت %s» is %d minutes east",
  (name, minutes) => {
    const [time] = find(`وقع أمس الساعة 15:00 بتوقيت ${name}`, "2024-04-18T10:00:00Z");
    const hour = String(15 - Math.ceil(minutes / 60)).padStart(2, "0");
    expect(time?.from).toBe(`2024-04-17T${hour}:${minutes % 60 === 0 ? "00" : "30"}:00+00:00`);
  },
);

test.each([...LOCAL_ZONES])("«بالتوقيت %s» is the place's own clock", (name) => {
  expect(find(`وقع أمس الساعة 15:00 بتوقيت ${name}`)[0]?.from).toBe("2024-04-17T15:00:00+03:00");
});

test.each([...NOW_PHRASES])("«%s» is %s", (phrase, means) => {
  const [time] = find(`يعمل في ${phrase} هناك`);
  expect(time?.from ?? "then").toBe(means === "now" ? "2024-04-18T10:30:00+03:00" : "then");
});

test.each(
  ORDINALS.flatMap(([value, forms]) => forms.split(" ").map((form) => [form, value] as const)),
)("«%s» is ordinal %d", (form, value) => {
  const isFirstOfEleven = form.startsWith("حادي");
  const [time] = find(`وقع في ال${form}${isFirstOfEleven ? " عشر" : ""} من مايو 2019`);
  const day = String(isFirstOfEleven ? 11 : value).padStart(2, "0");
  expect(time?.from).toBe(`2019-05-${day}`);
});

test.each(Object.entries(DAY_PARTS))("%s spans a part of the clock", (_part, [from, to]) => {
  expect(from).toBeLessThan(to);
});

test("every form of the table of time words is read with others around it, without a fault", () => {
  for (const [forms] of TIME_ROWS)
    for (const form of forms.split(" ")) {
      for (const text of [form, `يوم ${form} 3 مايو`, `قبل ${form} الماضي`, `${form} 2015`])
        for (const time of find(text)) expect(text.slice(time.start, time.end)).toBe(time.text);
    }
});

test("times are in order, apart, the text at their offsets, and begin before they end", () => {
  const words = [
    ...TIME_ROWS.flatMap(([forms]) => forms.split(" ")),
    ..."3 15 2015 31/12 2016/02/22 16:25 مايو تشرين الأول ثاني خمسة إلى و - ، ( ) سيعقد قال غرينتش بتوقيت إلا عيد الفطر 1440 هـ الحادي عشر".split(
      " ",
    ),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...words), { maxLength: 14 }),
      fc.constantFrom(PUBLISHED, "2013-02-12", null),
      (pieces, published) => {
        const text = pieces.join(" ");
        let end = 0;
        for (const time of find(text, published)) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          expect(text.slice(time.start, time.end)).toBe(time.text);
          if (time.from !== null && time.to !== null) expect(time.from < time.to).toBe(true);
          expect(time.from === null).toBe(time.to === null);
          end = time.end;
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test("two years after «في» are two times", () => {
  expect(spans("في 2011 و2012")).toEqual([
    ["2011-01-01", "2012-01-01"],
    ["2012-01-01", "2013-01-01"],
  ]);
});

test("a zone that ends the text is in the expression", () => {
  expect(find("الساعة 16:25 بتوقيت غرينتش")).toMatchObject([
    { text: "الساعة 16:25 بتوقيت غرينتش" },
  ]);
});

test("a unit named once more is of the length", () => {
  expect(find("استغرقت ساعة ونصف الساعة")).toMatchObject([
    { text: "ساعة ونصف الساعة", duration: "PT1.5H" },
  ]);
});

test("«أقل من 48 ساعة» is a length, and not so long ago", () => {
  expect(find("في أقل من 48 ساعة")).toMatchObject([{ text: "48 ساعة", from: null }]);
});

test("an hour in words needs no more than its zone", () => {
  const text = "يبدأ اللقاء الساعة السابعة بتوقيت موسكو (الرابعة بتوقيت غرينتش)";
  expect(spans(text)[1]).toEqual(spans("يبدأ اللقاء الساعة الرابعة بتوقيت غرينتش")[0]);
});

test("«11.30 مساء» is a clock, «11.75 مساء» none", () => {
  expect(spans("بدأ اللقاء 11.30 مساء أمس")).toEqual([
    ["2024-04-17T23:30:00+03:00", "2024-04-17T23:31:00+03:00"],
  ]);
  expect(find("ارتفع المؤشر 11.75 مساء أمس")[0]?.text).toBe("مساء أمس");
});
