/** Labels of Arabic news pages as written; matched folded, with or without a colon. */

/** What follows is another article, or a list of links to others. */
export const READ_ALSO_LABELS: readonly string[] = [
  "إقرأ أيضاً",
  "اقرأ أيضا",
  "أقرأ ايضا",
  "اقرا ايضا",
  "قد يهمك أيضا",
  "قد يهمك",
  "إقرأ المزيد",
  "اقرأ المزيد",
  "المزيد من الأخبار",
  "أخبار ذات صلة",
  "أخبار متعلقة",
  "مقالات ذات صلة",
  "مواضيع ذات صلة",
  "مواد ذات صلة",
  "ذات صلة",
  "أخبار أخرى",
  "اخترنا لك",
  "آخر الأخبار",
  "أهم الاخبار",
  "شاهد أيضا",
  "طالع أيضا",
  "Read More",
  "Read also",
];

/** The value that follows is the publication date. */
export const DATE_LABELS: readonly string[] = [
  "تاريخ النشر",
  "نشر في",
  "نُشر في",
  "نشر بتاريخ",
  "تم النشر في",
  "تم النشر",
  "نشر",
  "التاريخ",
  "Published",
];

/** The value that follows is whom the page credits. */
export const SOURCE_LABELS: readonly string[] = ["المصدر", "مصدر الخبر", "نقلا عن", "Source"];

export const KEYWORD_LABELS: readonly string[] = [
  "كلمات دلالية",
  "كلمات مفتاحية",
  "الكلمات الدلالية",
  "الكلمات المفتاحية",
  "وسوم",
  "الوسوم",
  "تاجات",
  "Tags",
  "Keywords",
];

export const AUTHOR_LABELS: readonly string[] = ["كتب", "كتبت", "بقلم", "تحرير", "إعداد"];

/** A line that begins so is the page's furniture. */
export const FURNITURE_STARTS: readonly (readonly [reason: string, start: string])[] = [
  ["follow", "انضم إلى قناتنا"],
  ["follow", "انضموا إلى قناتنا"],
  ["follow", "اشترك في قناتنا"],
  ["follow", "اشتركوا في قناتنا"],
  ["follow", "اشترك في نشرتنا"],
  ["follow", "تابعنا على"],
  ["follow", "تابعونا على"],
  ["follow", "تابع أحدث الأخبار"],
  ["follow", "تابعوا آخر الأخبار"],
  ["follow", "لمتابعة آخر الأخبار"],
  ["follow", "حمل التطبيق"],
  ["follow", "حمّل تطبيق"],
  ["share", "شارك الخبر"],
  ["share", "شاركها"],
  ["share", "شارك هذا"],
  ["share", "مشاركة"],
  ["share", "الرابط المختصر"],
  ["share", "نسخ الرابط"],
  ["share", "طباعة"],
  ["comments", "اترك تعليقا"],
  ["comments", "أضف تعليق"],
  ["comments", "اضف تعليقا"],
  ["comments", "لن يتم نشر عنوان بريدك"],
  ["comments", "التعليقات مغلقة"],
  ["comments", "Comments are closed"],
  ["continue", "لمواصلة القراءة"],
  ["continue", "للاطلاع على التقرير الكامل"],
  ["continue", "لقراءة الخبر كاملا"],
  ["continue", "تابع قراءة"],
  ["navigation", "الرجوع الى أعلى"],
  ["navigation", "زر الذهاب إلى الأعلى"],
  ["counter", "عدد القراءات"],
  ["counter", "عدد المشاهدات"],
  ["copyright", "جميع الحقوق محفوظة"],
  ["copyright", "©"],
  ["advertisement", "[ad_"],
  ["advertisement", "اضافة اعلان"],
  ["advertisement", "Advertisement"],
];

/** A line that is this and nothing else is the page's furniture. */
export const FURNITURE_LINES: readonly (readonly [reason: string, line: string])[] = [
  ["advertisement", "إعلان"],
  ["advertisement", "اعلان"],
  ["share", "شارك"],
  ["share", "+A -A"],
  ["share", "-A +A"],
  ["navigation", "الرئيسية"],
];
