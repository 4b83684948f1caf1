/** What a medium is called before its name. */
export const MEDIUM_WORDS: readonly string[] = [
  "صحيفة",
  "جريدة",
  "مجلة",
  "موقع",
  "قناة",
  "إذاعة",
  "شبكة",
];

/** Verbs whose subject is the medium that published something. */
export const PUBLISHING_VERBS: readonly string[] = [
  "نشرته",
  "نشرتها",
  "نشرها",
  "أوردته",
  "أوردتها",
  "بثته",
  "بثتها",
];
