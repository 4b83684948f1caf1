/** Words that outlets choose between for one thing. Counted as they stand: the engine does not say which is right. */
export interface TermChoice {
  /** What is named, for the page to translate. */
  readonly thing:
    | "the-dead"
    | "the-armed"
    | "the-act"
    | "the-rulers"
    | "the-protest"
    | "the-incomers";
  /** The word as shown. */
  readonly term: string;
  /** Its forms, space-separated. */
  readonly forms: string;
}

/** By our own reading of the Arabic press; forms without attached particles and without the article, which matching takes off. */
export const TERM_CHOICES: readonly TermChoice[] = [
  { thing: "the-dead", term: "قتيل", forms: "قتيل قتيلا قتيلان قتيلين قتلى مقتل" },
  { thing: "the-dead", term: "شهيد", forms: "شهيد شهيدا شهيدان شهيدين شهداء استشهاد استشهد" },
  { thing: "the-dead", term: "ضحية", forms: "ضحية ضحايا" },
  { thing: "the-dead", term: "وفاة", forms: "وفاة وفيات متوفى" },
  { thing: "the-armed", term: "إرهابي", forms: "إرهابي إرهابيا إرهابيون إرهابيين إرهابية" },
  { thing: "the-armed", term: "مسلح", forms: "مسلح مسلحا مسلحون مسلحين" },
  { thing: "the-armed", term: "مقاتل", forms: "مقاتل مقاتلا مقاتلون مقاتلين" },
  { thing: "the-armed", term: "متمرد", forms: "متمرد متمردا متمردون متمردين" },
  { thing: "the-armed", term: "مجاهد", forms: "مجاهد مجاهدا مجاهدون مجاهدين" },
  { thing: "the-armed", term: "ميليشيا", forms: "ميليشيا ميليشيات مليشيا مليشيات" },
  { thing: "the-act", term: "هجوم", forms: "هجوم هجوما هجمات" },
  { thing: "the-act", term: "عدوان", forms: "عدوان عدوانا اعتداء اعتداءات" },
  { thing: "the-act", term: "غارة", forms: "غارة غارات" },
  { thing: "the-act", term: "ضربة", forms: "ضربة ضربات" },
  { thing: "the-act", term: "عملية", forms: "عملية عمليات" },
  { thing: "the-act", term: "مجزرة", forms: "مجزرة مجازر مذبحة مذابح" },
  { thing: "the-rulers", term: "نظام", forms: "نظام نظاما أنظمة" },
  { thing: "the-rulers", term: "حكومة", forms: "حكومة حكومات" },
  { thing: "the-rulers", term: "سلطات", forms: "سلطات سلطة" },
  {
    thing: "the-protest",
    term: "متظاهر",
    forms: "متظاهر متظاهرا متظاهرون متظاهرين مظاهرة مظاهرات تظاهرة تظاهرات",
  },
  { thing: "the-protest", term: "محتج", forms: "محتج محتجا محتجون محتجين احتجاج احتجاجات" },
  { thing: "the-protest", term: "مشاغب", forms: "مشاغب مشاغبون مشاغبين شغب مخرب مخربون مخربين" },
  { thing: "the-incomers", term: "لاجئ", forms: "لاجئ لاجئا لاجئون لاجئين" },
  { thing: "the-incomers", term: "نازح", forms: "نازح نازحا نازحون نازحين" },
  { thing: "the-incomers", term: "مهاجر", forms: "مهاجر مهاجرا مهاجرون مهاجرين" },
];
