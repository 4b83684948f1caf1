/** A day or month of one year that the press names without the year, by the event that made it known. */
export interface KnownDay {
  /** Words right before it that name the event. */
  readonly events: string;
  readonly year: number;
  readonly month: number;
  /** Null where the month alone names it. */
  readonly day: number | null;
}

/** Facts of history, our own choice. */
export const KNOWN_DAYS: readonly KnownDay[] = [
  { events: "هجمات اعتداءات أحداث تفجيرات", year: 2001, month: 9, day: 11 },
  { events: "هجوم هجمات أحداث عملية", year: 2023, month: 10, day: 7 },
  { events: "ثورة أحداث", year: 2011, month: 1, day: 25 },
  { events: "ثورة تظاهرات مظاهرات أحداث", year: 2013, month: 6, day: 30 },
  { events: "ثورة", year: 1952, month: 7, day: 23 },
  { events: "ثورة", year: 2011, month: 2, day: 17 },
  { events: "ثورة", year: 2011, month: 2, day: 11 },
  { events: "ثورة", year: 2011, month: 1, day: 14 },
  { events: "ثورة انتفاضة", year: 2019, month: 10, day: 17 },
  { events: "ثورة", year: 1962, month: 9, day: 26 },
  { events: "ثورة", year: 1963, month: 10, day: 14 },
  { events: "انقلاب", year: 2014, month: 9, day: 21 },
  { events: "انقلاب", year: 2016, month: 7, day: 15 },
  { events: "انقلاب", year: 2021, month: 10, day: 25 },
  { events: "حدود", year: 1967, month: 6, day: 4 },
  { events: "حرب نكسة هزيمة عدوان", year: 1967, month: 6, day: 5 },
  { events: "حرب", year: 1973, month: 10, day: 6 },
  { events: "حرب انتصارات", year: 1973, month: 10, day: null },
  { events: "نكسة هزيمة", year: 1967, month: 6, day: null },
  { events: "حرب عدوان", year: 2006, month: 7, day: null },
  { events: "ثورة", year: 2011, month: 1, day: null },
  { events: "ثورة", year: 1952, month: 7, day: null },
];

/** Words before a day of a month that are named by it, and date nothing: «قوى 14 آذار», «مدينة 6 أكتوبر». */
export const NAMED_BY_DAY: readonly string[] =
  "قوى تحالف فريق تكتل حركة حزب شارع ميدان ساحة جسر كوبري محور مدينة بمدينة جامعة مدرسة ملعب مستشفى صحيفة جريدة موقع لواء كتيبة محافظة".split(
    " ",
  );
