/** Words that say what kind of outlet a name belongs to and not which one; a name made of nothing else keeps them. */
export const OUTLET_KIND_WORDS: readonly string[] = [
  "وكالة",
  "الوكالة",
  "وكاله",
  "أنباء",
  "الأنباء",
  "للأنباء",
  "أخبار",
  "الأخبار",
  "للأخبار",
  "الإخبارية",
  "إخبارية",
  "الإخباري",
  "صحيفة",
  "جريدة",
  "مجلة",
  "قناة",
  "إذاعة",
  "راديو",
  "موقع",
  "شبكة",
  "منصة",
  "بوابة",
  "الرسمية",
  "الحكومية",
  "اليومية",
  "news",
  "agency",
];

/** Words by which an outlet says that it is a news agency. */
export const AGENCY_WORDS: readonly string[] = ["وكالة", "الوكالة", "agency"];
