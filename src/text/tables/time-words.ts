/** Calendar and clock units, smallest first. */
export type TimeUnit =
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "night"
  | "week"
  | "weekend"
  | "month"
  | "quarter"
  | "season"
  | "year"
  | "decade"
  | "century";

/** A part of the day that news writes, with the clock it spans. */
export type DayPart = "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night";

/** Which end of a span is meant: «مطلع», «منتصف», «أواخر». */
export type Edge = "start" | "middle" | "end" | "close";

/** What a word says about time. */
export type TimeWord =
  | { readonly is: "unit"; readonly unit: TimeUnit; readonly count: "one" | "two" | "many" }
  | {
      readonly is: "month";
      readonly month: number;
      readonly hijri: boolean;
      readonly doubtful: boolean;
    }
  | { readonly is: "weekday"; readonly weekday: number }
  | { readonly is: "day"; readonly offset: number }
  | { readonly is: "tonight" }
  | { readonly is: "now" }
  | { readonly is: "then" }
  | { readonly is: "part"; readonly part: DayPart; readonly adverb: boolean }
  | { readonly is: "season"; readonly season: number; readonly adverb: boolean }
  | { readonly is: "shift"; readonly by: number }
  | { readonly is: "later" }
  | { readonly is: "this" }
  | { readonly is: "last" }
  | { readonly is: "edge"; readonly edge: Edge }
  | { readonly is: "rest" }
  | { readonly is: "half" }
  | { readonly is: "quarter" }
  | { readonly is: "weekend-lead" }
  | { readonly is: "season-lead" }
  | { readonly is: "zone" }
  | { readonly is: "decade"; readonly decade: number }
  | { readonly is: "each" }
  | { readonly is: "times" }
  | { readonly is: "recurring"; readonly unit: TimeUnit; readonly adverb: boolean }
  | { readonly is: "clock" }
  | { readonly is: "meridiem"; readonly half: "am" | "pm" }
  | { readonly is: "era"; readonly calendar: "gregorian" | "hijri" }
  | { readonly is: "few" }
  | { readonly is: "before" }
  | { readonly is: "after" }
  | { readonly is: "since" }
  | { readonly is: "within" }
  | { readonly is: "until" }
  | { readonly is: "between" }
  | { readonly is: "from" }
  | { readonly is: "corresponding" };

/** Rows: spellings with spaces between, what they say, and whether only و may be joined. Written as printed, folded when indexed. */
export type TimeRow = readonly [forms: string, word: TimeWord, alone?: "alone"];

const unit = (name: TimeUnit, one: string, two: string, many: string): TimeRow[] => [
  [one, { is: "unit", unit: name, count: "one" }],
  [two, { is: "unit", unit: name, count: "two" }],
  [many, { is: "unit", unit: name, count: "many" }],
];

/** Units with their duals and plurals; «عام» is also «general», which its reader minds. */
const UNIT_ROWS: readonly TimeRow[] = [
  ...unit("second", "ثانية", "ثانيتان ثانيتين", "ثواني ثوان ثواني"),
  ...unit("minute", "دقيقة", "دقيقتان دقيقتين دقيقتي", "دقائق"),
  ...unit("hour", "ساعة", "ساعتان ساعتين ساعتي", "ساعات"),
  ...unit("day", "يوم يوما", "يومان يومين", "أيام أياما"),
  ...unit("night", "ليلة", "ليلتان ليلتين", "ليالي ليال"),
  ...unit("week", "أسبوع أسبوعا اسبوع", "أسبوعان أسبوعين", "أسابيع"),
  ...unit("month", "شهر شهرا", "شهران شهرين", "أشهر شهور"),
  ...unit("year", "عام عاما سنة", "عامان عامين سنتان سنتين عامي سنتي", "أعوام سنوات سنين سنون"),
  ...unit("decade", "عقد عقدا", "عقدان عقدين", "عقود"),
  ...unit("century", "قرن قرنا", "قرنان قرنين", "قرون"),
];

const DAY_ROWS: readonly TimeRow[] = [
  ["الساعة", { is: "clock" }],
  ["اليوم", { is: "day", offset: 0 }],
  ["أمس الأمس امبارح البارحة", { is: "day", offset: -1 }],
  ["غدا غد الغد بكرة بكرا بكره الغداة", { is: "day", offset: 1 }, "alone"],
  ["الليلة", { is: "tonight" }],
  ["الآن الان حاليا راهنا", { is: "now" }],
  ["آنذاك حينذاك حينئذ وقتذاك وقتئذ آنئذ يومئذ", { is: "then" }],
  ["الأحد", { is: "weekday", weekday: 0 }],
  ["الاثنين الإثنين", { is: "weekday", weekday: 1 }],
  ["الثلاثاء الثلاثا", { is: "weekday", weekday: 2 }],
  ["الأربعاء الأربعا", { is: "weekday", weekday: 3 }],
  ["الخميس", { is: "weekday", weekday: 4 }],
  ["الجمعة", { is: "weekday", weekday: 5 }],
  ["السبت", { is: "weekday", weekday: 6 }],
  ["صباح", { is: "part", part: "morning", adverb: false }],
  ["صباحا الصبح", { is: "part", part: "morning", adverb: true }],
  ["فجر", { is: "part", part: "dawn", adverb: false }],
  ["فجرا", { is: "part", part: "dawn", adverb: true }],
  ["ضحى", { is: "part", part: "morning", adverb: true }],
  ["ظهر ظهيرة", { is: "part", part: "noon", adverb: false }],
  ["ظهرا", { is: "part", part: "noon", adverb: true }],
  ["عصر", { is: "part", part: "afternoon", adverb: false }],
  ["عصرا", { is: "part", part: "afternoon", adverb: true }],
  ["مساء عشية", { is: "part", part: "evening", adverb: false }],
  ["مساءا", { is: "part", part: "evening", adverb: true }],
  ["المغرب العشاء العشا", { is: "part", part: "evening", adverb: true }],
  ["ليل", { is: "part", part: "night", adverb: false }],
  ["ليلا", { is: "part", part: "night", adverb: true }],
];

const SHIFT_ROWS: readonly TimeRow[] = [
  [
    "الماضي الماضية الماض الماضيين الماضيتين المنصرم المنصرمة المنصرمين الفائت الفائتة الفارط الفارطة المنقضي المنقضية الخالي المنصرمتين",
    { is: "shift", by: -1 },
  ],
  ["السابق السابقة السابقين السابقتين", { is: "shift", by: -1 }],
  [
    "المقبل المقبلة المقبلين المقبلتين القادم القادمة القادمين القادمتين الآتي الآتية الجاي الجاية",
    { is: "shift", by: 1 },
  ],
  ["التالي التالية اللاحق اللاحقة التاليين", { is: "shift", by: 1 }],
  ["الجاري الجارية الحالي الحالية الراهن الراهنة", { is: "shift", by: 0 }],
  ["هذا هذه بهذا بهذه لهذا لهذه", { is: "this" }],
  ["آخر الأخير الأخيرة الأخيرين الأخيرتين", { is: "last" }],
  ["لاحق لاحقا", { is: "later" }],
];

const EDGE_ROWS: readonly TimeRow[] = [
  ["مطلع بداية بدايات أوائل مستهل بدء", { is: "edge", edge: "start" }],
  ["منتصف أواسط وسط", { is: "edge", edge: "middle" }],
  ["أواخر", { is: "edge", edge: "end" }],
  ["نهاية نهايات ختام", { is: "edge", edge: "close" }],
  ["بقية باقي", { is: "rest" }],
  ["نصف نص", { is: "half" }],
  ["ربع", { is: "quarter" }],
  ["عطلة", { is: "weekend-lead" }],
  ["فصل", { is: "season-lead" }],
];

const DECADE_ROWS: readonly TimeRow[] = [
  ["العشرينيات العشرينات", { is: "decade", decade: 20 }],
  ["الثلاثينيات الثلاثينات", { is: "decade", decade: 30 }],
  ["الأربعينيات الأربعينات", { is: "decade", decade: 40 }],
  ["الخمسينيات الخمسينات", { is: "decade", decade: 50 }],
  ["الستينيات الستينات", { is: "decade", decade: 60 }],
  ["السبعينيات السبعينات", { is: "decade", decade: 70 }],
  ["الثمانينيات الثمانينات", { is: "decade", decade: 80 }],
  ["التسعينيات التسعينات", { is: "decade", decade: 90 }],
  ["عشرينيات عشرينات", { is: "decade", decade: 20 }],
  ["ثلاثينيات ثلاثينات", { is: "decade", decade: 30 }],
  ["أربعينيات أربعينات", { is: "decade", decade: 40 }],
  ["خمسينيات خمسينات", { is: "decade", decade: 50 }],
  ["ستينيات ستينات", { is: "decade", decade: 60 }],
  ["سبعينيات سبعينات", { is: "decade", decade: 70 }],
  ["ثمانينيات ثمانينات", { is: "decade", decade: 80 }],
  ["تسعينيات تسعينات", { is: "decade", decade: 90 }],
];

const SEASON_ROWS: readonly TimeRow[] = [
  ["ربيع", { is: "season", season: 1, adverb: false }],
  ["صيف", { is: "season", season: 2, adverb: false }],
  ["صيفا", { is: "season", season: 2, adverb: true }],
  ["خريف", { is: "season", season: 3, adverb: false }],
  ["شتاء", { is: "season", season: 4, adverb: false }],
];

const OTHER_ROWS: readonly TimeRow[] = [
  ["كل", { is: "each" }, "alone"],
  ["مرة مرتين مرتان مرات", { is: "times" }, "alone"],
  ["يوميا", { is: "recurring", unit: "day", adverb: true }],
  ["أسبوعيا", { is: "recurring", unit: "week", adverb: true }],
  ["شهريا", { is: "recurring", unit: "month", adverb: true }],
  ["سنويا", { is: "recurring", unit: "year", adverb: true }],
  ["يومي يومية", { is: "recurring", unit: "day", adverb: false }],
  ["أسبوعي أسبوعية", { is: "recurring", unit: "week", adverb: false }],
  ["شهري شهرية", { is: "recurring", unit: "month", adverb: false }],
  ["سنوي سنوية", { is: "recurring", unit: "year", adverb: false }],
  ["ص am", { is: "meridiem", half: "am" }, "alone"],
  ["pm", { is: "meridiem", half: "pm" }, "alone"],
  ["م ميلادي ميلادية الميلادي الميلادية للميلاد", { is: "era", calendar: "gregorian" }, "alone"],
  ["ه هجري هجرية الهجري الهجرية للهجرة", { is: "era", calendar: "hijri" }, "alone"],
  ["بضع بضعة عدة", { is: "few" }],
  ["قبل القبل", { is: "before" }, "alone"],
  ["بعد", { is: "after" }, "alone"],
  ["منذ", { is: "since" }, "alone"],
  ["خلال غضون", { is: "within" }],
  ["حتى لغاية", { is: "until" }, "alone"],
  ["بين مابين", { is: "between" }, "alone"],
  ["من", { is: "from" }, "alone"],
  ["الموافق", { is: "corresponding" }],
  ["توقيت", { is: "zone" }],
];

/** Every word that may begin or go on a time expression. Earlier rows win. */
export const TIME_ROWS: readonly TimeRow[] = [
  ...DAY_ROWS,
  ...UNIT_ROWS,
  ...SHIFT_ROWS,
  ...EDGE_ROWS,
  ...DECADE_ROWS,
  ...SEASON_ROWS,
  ...OTHER_ROWS,
];

/** Ordinals in both genders. Above ten they are a first word and a number word: «الحادي عشر», «الثالث والعشرون». */
export const ORDINALS: readonly (readonly [value: number, forms: string])[] = [
  [1, "أول أولى غرة"],
  [2, "ثان ثاني ثانية"],
  [3, "ثالث ثالثة"],
  [4, "رابع رابعة"],
  [5, "خامس خامسة"],
  [6, "سادس سادسة"],
  [7, "سابع سابعة"],
  [8, "ثامن ثامنة"],
  [9, "تاسع تاسعة"],
  [10, "عاشر عاشرة"],
  [1, "حادي حادية"],
];

/** Clock hours [from, to) of each part of the day; night runs into the next day. By our own reading of news usage. */
export const DAY_PARTS: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  dawn: [3, 6],
  morning: [6, 12],
  noon: [12, 15],
  afternoon: [12, 18],
  evening: [18, 24],
  night: [18, 30],
};
