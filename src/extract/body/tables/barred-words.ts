/** What stands above the comments of readers and is all that stands there, but for their number; one word of each is in the theme of comments. */
export const COMMENT_HEADINGS: readonly string[] = [
  "التعليقات",
  "تعليقات",
  "تعليقات القراء",
  "تعليقات الزوار",
  "تعليقات المتابعين",
  "نظرات",
  "نظرات کاربران",
  "دیدگاه ها",
  "comments",
  "reader comments",
  "readers' comments",
  "commentaires",
  "kommentare",
  "comentarios",
  "comentários",
  "commenti",
  "yorumlar",
];

/** Beginnings or parts of words, in small letters, without which nothing asks for consent. */
export const CONSENT_STEMS: readonly string[] = [
  "cookie",
  "gdpr",
  "privacy",
  "consent",
  "datenschutz",
  "einwillig",
  "confidentialit",
  "privacidad",
  "consenso",
  "gizlilik",
  "çerez",
  "تعريف الارتباط",
  "الكوكيز",
  "خصوصي",
  "کوکی",
];
