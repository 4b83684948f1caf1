/** Words that stand between the parts of a date and say nothing: ordinal endings, prepositions, "year", "hour". */
export const DATE_FILLERS: readonly (readonly [word: string, written: string])[] = [
  ["st", "1st May 2024"],
  ["nd", "2nd May 2024"],
  ["rd", "3rd May 2024"],
  ["th", "4th May 2024"],
  ["of", "4th of May 2024"],
  ["er", "1er mai 2024"],
  ["de", "4 de mayo de 2024"],
  ["del", "4 de mayo del 2024"],
  ["d", "4 d'abril de 2024"],
  ["a", "4 maja a 2024"],
  ["من", "4 من مايو 2024"],
  ["عام", "4 مايو عام 2024"],
  ["سنة", "4 مايو سنة 2024"],
  ["لعام", "4 مايو لعام 2024"],
  ["لسنة", "4 مايو لسنة 2024"],
  ["ماه", "4 مه ماه 2024"],
  ["m", "2024 m. gegužės 4 d."],
];

/** Weekdays, Sunday first: they settle whether 5/4 is the fourth of May or the fifth of April. Source: CLDR 48. */
export const WEEKDAYS: readonly (readonly [day: number, names: readonly string[]])[] = [
  [0, ["الأحد", "أحد", "sunday", "sun", "dimanche", "domingo", "sonntag", "pazar", "воскресенье"]],
  [1, ["الاثنين", "الإثنين", "اثنين", "monday", "mon", "lundi", "lunes", "montag", "понедельник"]],
  [2, ["الثلاثاء", "ثلاثاء", "tuesday", "tue", "tues", "mardi", "martes", "dienstag", "вторник"]],
  [3, ["الأربعاء", "أربعاء", "wednesday", "wed", "mercredi", "mittwoch", "çarşamba", "среда"]],
  [4, ["الخميس", "خميس", "thursday", "thu", "thurs", "jeudi", "jueves", "donnerstag", "четверг"]],
  [5, ["الجمعة", "جمعة", "friday", "fri", "vendredi", "viernes", "freitag", "cuma", "пятница"]],
  [6, ["السبت", "سبت", "saturday", "sat", "samedi", "sábado", "samstag", "суббота"]],
];

/** Marks of the half of the day that stand after a time. */
export const DAY_HALVES: readonly (readonly [half: "am" | "pm", names: readonly string[]])[] = [
  ["am", ["am", "a.m.", "ص", "صباحا", "فجرا", "ق.ظ"]],
  ["pm", ["pm", "p.m.", "م", "مساء", "ظهرا", "عصرا", "ليلا", "ب.ظ"]],
];

/** Time zones as the press names them, where their offset is the same all year. */
export const ZONES: readonly (readonly [name: string, offset: string])[] = [
  ["gmt", "Z"],
  ["utc", "Z"],
  ["غرينتش", "Z"],
  ["غرينيتش", "Z"],
  ["جرينتش", "Z"],
  ["جرينيتش", "Z"],
  ["ت.غ", "Z"],
  ["ت غ", "Z"],
  ["مكة المكرمة", "+03:00"],
  ["بتوقيت مكة", "+03:00"],
  ["بتوقيت السعودية", "+03:00"],
  ["بتوقيت الرياض", "+03:00"],
  ["بتوقيت الكويت", "+03:00"],
  ["بتوقيت الدوحة", "+03:00"],
  ["بتوقيت بغداد", "+03:00"],
  ["بتوقيت اليمن", "+03:00"],
  ["بتوقيت صنعاء", "+03:00"],
  ["بتوقيت عدن", "+03:00"],
  ["بتوقيت موسكو", "+03:00"],
  ["بتوقيت الإمارات", "+04:00"],
  ["بتوقيت أبوظبي", "+04:00"],
  ["بتوقيت دبي", "+04:00"],
  ["بتوقيت مسقط", "+04:00"],
  ["بتوقيت تونس", "+01:00"],
  ["بتوقيت الجزائر", "+01:00"],
  ["est", "-05:00"],
  ["edt", "-04:00"],
  ["cst", "-06:00"],
  ["cdt", "-05:00"],
  ["pst", "-08:00"],
  ["pdt", "-07:00"],
  ["cet", "+01:00"],
  ["cest", "+02:00"],
  ["msk", "+03:00"],
];

export type AgeUnit = "minute" | "hour" | "day" | "month" | "year";

/** Units of a relative age: the unit, how many of it the word itself says (a dual says two), and the words. */
export const AGE_UNITS: readonly (readonly [
  unit: AgeUnit,
  said: number,
  names: readonly string[],
])[] = [
  [
    "minute",
    1,
    [
      "دقيقة",
      "دقائق",
      "minute",
      "minutes",
      "min",
      "mins",
      "minuten",
      "minutos",
      "dakika",
      "минут",
      "دقیقه",
    ],
  ],
  ["minute", 2, ["دقيقتين", "دقيقتان"]],
  [
    "hour",
    1,
    [
      "ساعة",
      "ساعات",
      "hour",
      "hours",
      "hr",
      "hrs",
      "heure",
      "heures",
      "stunde",
      "stunden",
      "hora",
      "horas",
      "saat",
      "часов",
      "часа",
      "ساعت",
    ],
  ],
  ["hour", 2, ["ساعتين", "ساعتان"]],
  [
    "day",
    1,
    [
      "يوم",
      "أيام",
      "يوما",
      "day",
      "days",
      "jour",
      "jours",
      "tag",
      "tage",
      "tagen",
      "día",
      "días",
      "dia",
      "dias",
      "gün",
      "дней",
      "дня",
      "روز",
    ],
  ],
  ["day", 2, ["يومين", "يومان"]],
  [
    "month",
    1,
    [
      "شهر",
      "أشهر",
      "شهور",
      "شهرا",
      "month",
      "months",
      "mois",
      "monat",
      "monaten",
      "mes",
      "meses",
      "ay",
      "месяцев",
      "ماه",
    ],
  ],
  ["month", 2, ["شهرين", "شهران"]],
  [
    "year",
    1,
    [
      "سنة",
      "سنوات",
      "عام",
      "أعوام",
      "عاما",
      "year",
      "years",
      "an",
      "ans",
      "jahr",
      "jahren",
      "año",
      "años",
      "ano",
      "anos",
      "yıl",
      "лет",
      "سال",
    ],
  ],
  ["year", 2, ["سنتين", "سنتان", "عامين", "عامان"]],
];

/** What stands before a relative age. */
export const AGO_BEFORE: readonly string[] = ["منذ", "قبل", "vor", "il y a", "hace", "há"];
/** What stands after one. */
export const AGO_AFTER: readonly string[] = ["ago", "önce", "назад", "پیش", "atrás", "fa"];

/** Words for a whole day, counted back from the day the page was fetched. */
export const NEAR_DAYS: readonly (readonly [back: number, names: readonly string[]])[] = [
  [0, ["اليوم", "today", "aujourd'hui", "heute", "hoy", "hoje", "bugün", "сегодня", "امروز"]],
  [1, ["أمس", "البارحة", "yesterday", "hier", "gestern", "ayer", "ontem", "dün", "вчера", "دیروز"]],
];

/** Words that stand beside a date on a line of its own and say nothing more than it. */
export const DATE_COMPANIONS: readonly (readonly [word: string, written: string])[] = [
  ["الساعة", "18 شباط 2026 الساعة 09:10"],
  ["الموافق", "الأربعاء 14 رمضان 1447 الموافق 4 مارس 2026"],
  ["بتوقيت", "3 مارس 2026 10:15 بتوقيت غرينتش"],
  ["غرينتش", "3 مارس 2026 10:15 بتوقيت غرينتش"],
  ["مكة", "3 مارس 2026 10:15 بتوقيت مكة المكرمة"],
  ["المكرمة", "3 مارس 2026 10:15 بتوقيت مكة المكرمة"],
  ["القدس", "3 مارس 2026 10:15 بتوقيت القدس"],
  ["القاهرة", "3 مارس 2026 10:15 بتوقيت القاهرة"],
  ["العدد", "الأربعاء 14 رمضان 1447هـ - العدد 8122"],
  ["يوم", "يوم الأحد 3 مارس 2026"],
  ["في", "في 3 مارس 2026"],
  ["هـ", "14 رمضان 1447 هـ"],
  ["م", "3 مارس 2026 م"],
];
