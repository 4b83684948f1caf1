/** Words of founding and of law, which lands that reckon by the Hijra date by it («صدر النظام عام 1435»); with and without what is joined to them. Our own list. */
export const HIJRI_SUBJECTS: readonly string[] =
  "تأسس تأسست أسس أسست أنشئ أنشئت صدر صدرت نظام مرسوم لائحة قرار ميزانية حج".split(" ");
