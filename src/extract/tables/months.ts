/** Names of the months in the systems Arabic news writes, as written; the number is the Gregorian month. Sources: CLDR 48 ar locales. */
export const MONTHS: readonly (readonly [month: number, names: readonly string[]])[] = [
  [1, ["يناير", "كانون الثاني", "كانون 2", "جانفي", "ينير", "January", "Jan"]],
  [2, ["فبراير", "شباط", "فيفري", "فبرير", "February", "Feb"]],
  [3, ["مارس", "آذار", "March", "Mar"]],
  [4, ["أبريل", "إبريل", "نيسان", "أفريل", "April", "Apr"]],
  [5, ["مايو", "أيار", "ماي", "May"]],
  [6, ["يونيو", "يونية", "حزيران", "جوان", "June", "Jun"]],
  [7, ["يوليو", "يوليوز", "يولية", "تموز", "جويلية", "July", "Jul"]],
  [8, ["أغسطس", "آب", "أوت", "غشت", "August", "Aug"]],
  [9, ["سبتمبر", "أيلول", "شتنبر", "شتمبر", "September", "Sep", "Sept"]],
  [10, ["أكتوبر", "تشرين الأول", "تشرين 1", "October", "Oct"]],
  [11, ["نوفمبر", "تشرين الثاني", "تشرين 2", "نونبر", "November", "Nov"]],
  [12, ["ديسمبر", "كانون الأول", "كانون 1", "دجنبر", "دجمبر", "December", "Dec"]],
];
