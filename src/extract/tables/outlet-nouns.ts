/** Words that open the name of a newspaper, an agency, a station, a site. */
export const OUTLET_NOUNS: readonly string[] = [
  "جريدة",
  "صحيفة",
  "وكالة",
  "موقع",
  "شبكة",
  "بوابة",
  "قناة",
  "مجلة",
  "إذاعة",
  "تلفزيون",
  "خبرگزاری",
  "روزنامه",
];
