/** A news agency with the ways Arabic pages write it. `key` is the same for all of them. */
export interface Agency {
  readonly key: string;
  readonly name: string;
  /** As written; initials are matched with or without dots and spaces. */
  readonly forms: readonly string[];
}

export const AGENCIES: readonly Agency[] = [
  { key: "reuters", name: "رويترز", forms: ["رويترز", "Reuters"] },
  { key: "afp", name: "فرانس برس", forms: ["فرانس برس", "فرانس بريس", "أ ف ب", "ا ف ب", "AFP"] },
  {
    key: "ap",
    name: "أسوشيتد برس",
    forms: [
      "أسوشيتد برس",
      "أسوشييتد برس",
      "اسوشيتدبرس",
      "أسوشيتدبرس",
      "الأسوشيتد برس",
      "أ ب",
      "ا ب",
    ],
  },
  {
    key: "dpa",
    name: "د ب أ",
    forms: ["د ب أ", "د ب ا", "الألمانية للأنباء", "وكالة الأنباء الألمانية", "DPA"],
  },
  { key: "upi", name: "يو بي آي", forms: ["يو بي آي", "يو بي أي", "يونايتد برس", "UPI"] },
  { key: "anadolu", name: "الأناضول", forms: ["الأناضول", "وكالة الأناضول"] },
  { key: "spa", name: "واس", forms: ["واس", "وكالة الأنباء السعودية", "SPA"] },
  { key: "wam", name: "وام", forms: ["وام", "وكالة أنباء الإمارات"] },
  { key: "kuna", name: "كونا", forms: ["كونا", "وكالة الأنباء الكويتية", "KUNA"] },
  { key: "qna", name: "قنا", forms: ["قنا", "وكالة الأنباء القطرية"] },
  { key: "bna", name: "بنا", forms: ["وكالة أنباء البحرين"] },
  { key: "ona", name: "العمانية", forms: ["العمانية", "وكالة الأنباء العمانية", "أونا"] },
  { key: "petra", name: "بترا", forms: ["بترا", "وكالة الأنباء الأردنية"] },
  { key: "sana", name: "سانا", forms: ["سانا", "وكالة الأنباء السورية"] },
  { key: "nna", name: "الوكالة الوطنية", forms: ["الوكالة الوطنية للإعلام"] },
  { key: "ina", name: "واع", forms: ["واع", "وكالة الأنباء العراقية"] },
  { key: "saba", name: "سبأ", forms: ["سبأ", "وكالة الأنباء اليمنية"] },
  { key: "wafa", name: "وفا", forms: ["وكالة وفا", "وفا", "وكالة الأنباء الفلسطينية"] },
  { key: "mena", name: "أ ش أ", forms: ["أ ش أ", "ا ش ا", "وكالة أنباء الشرق الأوسط"] },
  { key: "suna", name: "سونا", forms: ["سونا", "وكالة السودان للأنباء"] },
  { key: "lana", name: "وال", forms: ["وكالة الأنباء الليبية"] },
  { key: "tap", name: "وات", forms: ["وكالة تونس أفريقيا للأنباء"] },
  { key: "aps", name: "واج", forms: ["واج", "وكالة الأنباء الجزائرية"] },
  { key: "map", name: "و م ع", forms: ["و م ع", "وكالة المغرب العربي للأنباء"] },
  { key: "ami", name: "الموريتانية للأنباء", forms: ["الوكالة الموريتانية للأنباء"] },
  { key: "xinhua", name: "شينخوا", forms: ["شينخوا", "وكالة أنباء الصين الجديدة", "Xinhua"] },
  { key: "tass", name: "تاس", forms: ["تاس", "إيتار تاس"] },
  { key: "interfax", name: "إنترفاكس", forms: ["إنترفاكس", "انترفاكس"] },
  { key: "sputnik", name: "سبوتنيك", forms: ["سبوتنيك", "Sputnik"] },
  { key: "irna", name: "إرنا", forms: ["إرنا", "وكالة الجمهورية الإسلامية للأنباء"] },
  { key: "fars", name: "فارس", forms: ["وكالة فارس", "وكالة أنباء فارس"] },
  { key: "tasnim", name: "تسنيم", forms: ["وكالة تسنيم", "تسنيم"] },
  { key: "mehr", name: "مهر", forms: ["وكالة مهر", "وكالة أنباء مهر"] },
  { key: "bloomberg", name: "بلومبرغ", forms: ["بلومبرغ", "بلومبيرغ", "بلومبرج"] },
  { key: "azertac", name: "أذرتاج", forms: ["أذرتاج", "وكالة أنباء أذربيجان الحكومية"] },
  // great outlets that others credit as they credit agencies
  { key: "cnn", name: "سي إن إن", forms: ["سي إن إن", "سي ان ان", "CNN"] },
  { key: "bbc", name: "بي بي سي", forms: ["بي بي سي", "هيئة الإذاعة البريطانية", "BBC"] },
  { key: "kyodo", name: "كيودو", forms: ["كيودو"] },
  { key: "yonhap", name: "يونهاب", forms: ["يونهاب"] },
  { key: "ansa", name: "أنسا", forms: ["وكالة أنسا", "وكالة الأنباء الإيطالية"] },
  { key: "efe", name: "إفي", forms: ["وكالة إفي", "وكالة الأنباء الإسبانية"] },
];

/** Credits that name nobody: some agencies, somewhere. Never a source. */
export const UNNAMED_WIRES: readonly string[] = [
  "وكالات",
  "الوكالات",
  "وكالات أنباء",
  "وكالات الأنباء",
  "متابعات",
  "متابعة",
  "agencies",
];
