/** What a body that speaks for itself is called before its name, each with the kind it is: «البنك» and «المصرف» are one. */
export const BODY_WORDS: readonly (readonly [word: string, kind: string])[] = [
  ["وزارة", "ministry"],
  ["بنك", "bank"],
  ["مصرف", "bank"],
  ["هيئة", "commission"],
  ["مفوضية", "commission"],
  ["لجنة", "committee"],
  ["مجلس", "council"],
  ["رئاسة", "presidency"],
  ["ديوان", "presidency"],
  ["حكومة", "government"],
  ["مديرية", "directorate"],
  ["إدارة", "directorate"],
  ["مصلحة", "directorate"],
  ["سلطة", "authority"],
  ["جهاز", "authority"],
  ["نيابة", "prosecution"],
  ["محكمة", "court"],
  ["بلدية", "municipality"],
  ["منظمة", "organisation"],
  ["اتحاد", "union"],
  ["نقابة", "union"],
  ["شركة", "company"],
  ["مجموعة", "company"],
  ["جامعة", "university"],
  ["نادي", "club"],
  ["جمعية", "association"],
  ["مؤسسة", "institution"],
];

/** A body by its byname alone, with the kind and the word it is short for; never after a noun that it may describe. */
export const BODY_BYNAMES: readonly (readonly [byname: string, kind: string])[] = [
  ["المركزي", "bank"],
];

/** What a body publishes for all outlets at once. Possessives («بيانها») are told by the word. */
export const OCCASION_WORDS: readonly string[] = ["بيان", "بلاغ"];

/** The same in two words. */
export const OCCASION_PAIRS: readonly (readonly [string, string])[] = [
  ["مؤتمر", "صحفي"],
  ["مؤتمر", "صحافي"],
  ["ندوة", "صحفية"],
  ["ندوة", "صحافية"],
];

/** Definite words after a body's name that are no part of it. */
export const WORDS_AFTER_BODIES: readonly string[] = [
  "السبت",
  "الأحد",
  "الاثنين",
  "الإثنين",
  "الثلاثاء",
  "الأربعاء",
  "الخميس",
  "الجمعة",
  "اليوم",
  "الآن",
  "التالي",
  "الماضي",
  "المقبل",
  "التي",
  "الذي",
  "الذين",
];
