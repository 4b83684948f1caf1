/** A kind of victim that the press counts under several nouns and verbs. */
export interface TollRow {
  readonly toll: "dead" | "injured" | "missing" | "displaced" | "arrested" | "kidnapped";
  /** Counted nouns that name it by themselves, as `text` names them. */
  readonly nouns: string;
  /** How a report calls all of them before their number: «عدد القتلى إلى N». */
  readonly counted: string;
  /** Words before «N أشخاص» that make them so; «و», «ف», «ب», «ل» may be joined to them. */
  readonly verbs: string;
}

/** By our own reading of the Arabic press. */
export const TOLLS: readonly TollRow[] = [
  {
    toll: "dead",
    nouns: "قتيل شهيد ضحية وفاة",
    counted: "القتلى الضحايا الوفيات الشهداء ضحايا قتلى وفيات",
    verbs:
      "قتل قتلت قتلوا يقتل مقتل مصرع لقي لقوا حتفه حتفهم استشهد استشهاد وفاة توفي توفيت قضى قضت قضوا أودى أودت بحياة حصد حصدت اغتيال إعدام أعدم أعدمت",
  },
  {
    toll: "injured",
    nouns: "جريح مصاب إصابة",
    counted: "الجرحى المصابين الإصابات المصابون جرحى",
    verbs: "أصيب أصيبت أصيبوا إصابة جرح جرحت جرحوا إصابات",
  },
  { toll: "missing", nouns: "مفقود", counted: "المفقودين", verbs: "فقد فقدان اختفاء" },
  {
    toll: "displaced",
    nouns: "نازح لاجئ",
    counted: "النازحين اللاجئين",
    verbs: "نزح نزحوا نزوح تشريد شرد تهجير إجلاء أجلي أجلت",
  },
  {
    toll: "arrested",
    nouns: "معتقل أسير",
    counted: "المعتقلين الموقوفين",
    verbs: "اعتقل اعتقال اعتقلت توقيف أوقف أوقفت احتجاز احتجز القبض ضبط",
  },
  {
    toll: "kidnapped",
    nouns: "رهينة مخطوف",
    counted: "الرهائن المخطوفين المختطفين",
    verbs: "خطف خطفت اختطف اختطاف",
  },
];

/** Nouns that a verb before them makes victims of. */
export const PERSONS =
  "شخص فرد مدني عسكري جندي شرطي ضابط مسلح مقاتل عنصر متظاهر طفل امرأة رجل طالب عامل موظف صحفي مواطن راكب مهاجر حاج سائح مريض آخر";

/** After these a number is a part of the toll, not the toll. */
export const PART_MARKS = "بينهم بينهن منهم منهن بينها منها ضمنهم";

/** After these comes what a count has reached. */
export const UP_TO = "إلى بلغ بلغت وصل وصلت يبلغ تبلغ";

/** What a report of sport or of a day counts again and again, each time of something else. */
export const COUNTED_OFTEN =
  "هدف مرة مباراة نقطة دقيقة ساعة يوم أسبوع شهر سنة عام مركز لقب فوز بطولة جولة شوط ركلة";
