/**
 * Words that stand behind an office and begin no name, counted where the reading of news took them for one. Written without the
 * article.
 */
const words = (list: string): readonly string[] => list.split(" ");

/** An office is over before these: what is said, asked or done, when and how. */
export const TITLE_ENDS: readonly string[] = [
  ...words(
    "طلب رفض أهمية نفسه نفسها ذاته ذاتها عشية غداة أواخر أوائل حينها حينئذ وقتها وقتذاك آنذاك مرارا شخصيا ليلا سريعا علنا ضمنا يوميا جانبا مجددا حاليا سابقا لاحقا",
  ),
  ...words(
    "طالبا رافضا مرتديا ضاحكا ساخرا مازحا قرارا عروضا مرسوما عقدا اجتماعا اهتماما مقالا تصريحا بيانا كتابا موقفا غضبا تعقيبا إذنا صورا مواد معلومات مزاعم اتهامات",
  ),
  ...words(
    "سعي قرار قرارات موقف موعد حجم دور تحذيرات تفاصيل خطوات تحيات شكره كل جميع بعض عدد مجرد مدى ضرورة نتائج نتيجة أسباب سبب احتمال احتمالات إمكانية حملة جلسة مرة كائنا",
  ),
  ...words(
    "مازال ربما يجب يمكن كان فكان عز جل قتل أصدر قدم عثر شارك أصاب تدخل لخصت خسرت تسببت أقيمت أتاح أصبح أعطى ظل بات حل مضى إلا معهم بهم لكل بعنف اسم نداء قرب مفاتيح كلمات طلبات نؤكد أود هؤلاء هذا فهذا بما مما عندها فيما",
  ),
];

/** An office goes on with these: what kind it is, and where. */
export const TITLE_ADJECTIVES: readonly string[] = [
  ...words("بارز بارزة رفيع رفيعة مشترك مشتركة معروف معروفة مختلف مختلفة مختص مختصة مزدوج"),
  ...words("أول ثان ثاني ثالث آخر أخرى شبه وحيد محلي شرقي غربي شمالي جنوبي شرق غرب شمال جنوب وسط"),
];

/** What a person of rank is called by before an office or a name; with a pronoun it is who spoke last. */
export const HONORIFICS: readonly string[] = words(
  "معالي سمو سعادة فضيلة سماحة فخامة جلالة نيافة غبطة",
);

/** With a pronoun only: «سيادته». */
export const HONORIFIC_NOUNS: readonly string[] = words("سيادة حضرة");

/** Titles of a letter before a name: «د. سالم», «م. فهد»; with a stroke too. */
export const TITLE_LETTERS: readonly string[] = words("د م أ ا");

/** Nouns before a name that say nothing of an office: what stands behind the name does. */
export const TITLES_ONLY: readonly string[] = words(
  "دكتور دكتورة بروفيسور بروفسور مهندس مهندسة أستاذ أستاذة سيد سيدة شيخ شيخة أمير أميرة",
);
