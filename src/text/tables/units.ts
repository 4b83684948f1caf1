/** What a figure measures. `name` is what all forms of one unit share. */
export interface UnitRow {
  readonly name: string;
  readonly kind: "money" | "measure" | "time";
  readonly forms: string;
  /** Two of it without a number word: «هكتارين». */
  readonly dual?: string;
}

const row = (name: string, kind: UnitRow["kind"], forms: string, dual?: string): UnitRow =>
  dual === undefined ? { name, kind, forms } : { name, kind, forms, dual };

/** Units and currencies of the Arabic press in number and case. Currencies: CLDR 48, ar; measures: SI and customary. */
export const UNITS: readonly UnitRow[] = [
  row("دولار", "money", "دولار دولارا دولارات", "دولاران دولارين"),
  row("يورو", "money", "يورو"),
  row("ريال", "money", "ريال ريالا ريالات", "ريالان ريالين"),
  row("درهم", "money", "درهم درهما دراهم", "درهمان درهمين"),
  row("دينار", "money", "دينار دينارا دنانير", "ديناران دينارين"),
  row("جنيه", "money", "جنيه جنيها جنيهات", "جنيهان جنيهين"),
  row("ليرة", "money", "ليرة ليرات", "ليرتان ليرتين"),
  row("شيكل", "money", "شيكل شيقل شيكلا شواكل شيكلات"),
  row("روبل", "money", "روبل روبلا روبلات"),
  row("ين", "money", "ين"),
  row("يوان", "money", "يوان يوانا يوانات"),
  row("روبية", "money", "روبية روبيات"),
  row("فرنك", "money", "فرنك فرنكا فرنكات"),
  row("أوقية", "money", "أوقية أواق"),
  row("سنت", "money", "سنت سنتا سنتات"),
  row("سنتيم", "money", "سنتيم سنتيما سنتيمات"),
  row("هللة", "money", "هللة هللات"),
  row("فلس", "money", "فلس فلسا فلوس"),
  row("كيلومتر", "measure", "كيلومتر كيلومترا كيلومترات كلم كم", "كيلومتران كيلومترين"),
  row("متر", "measure", "متر مترا أمتار", "متران مترين"),
  row("سنتيمتر", "measure", "سنتيمتر سنتيمترا سنتيمترات سنتمتر سنتمترا سم"),
  row("مليمتر", "measure", "مليمتر مليمترا مليمترات ملم مم"),
  row("ميل", "measure", "ميل ميلا أميال", "ميلان ميلين"),
  row("قدم", "measure", "قدم قدما أقدام"),
  row(
    "كيلوغرام",
    "measure",
    "كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كغ كغم كجم كلغ كيلو",
  ),
  row("غرام", "measure", "غرام غراما غرامات جرام جراما جرامات"),
  row("طن", "measure", "طن طنا أطنان", "طنان طنين"),
  row("قنطار", "measure", "قنطار قنطارا قناطير", "قنطاران قنطارين"),
  row("لتر", "measure", "لتر لترا لترات ليتر ليترا", "لتران لترين"),
  row("مليلتر", "measure", "مليلتر ملليلتر مل"),
  row("برميل", "measure", "برميل برميلا براميل", "برميلان برميلين"),
  row("أونصة", "measure", "أونصة أونصات"),
  row("هكتار", "measure", "هكتار هكتارا هكتارات", "هكتاران هكتارين"),
  row("فدان", "measure", "فدان فدانا أفدنة", "فدانان فدانين"),
  row("دونم", "measure", "دونم دونما دونمات", "دونمان دونمين"),
  row("درجة", "measure", "درجة درجات", "درجتان درجتين"),
  row("نقطة", "measure", "نقطة نقاط نقطتين نقطتان"),
  row("واط", "measure", "واط وات"),
  row("كيلوواط", "measure", "كيلوواط كيلووات"),
  row("ميغاواط", "measure", "ميغاواط ميجاواط ميغاوات ميجاوات"),
  row("غيغابايت", "measure", "غيغابايت جيجابايت غيغابايتا"),
  row("ميغابكسل", "measure", "ميغابكسل ميجابكسل ميغابيكسل"),
  row("عقدة", "measure", "عقدة عقد"),
  row("قيراط", "measure", "قيراط قيراطا قراريط"),
  row("بوصة", "measure", "بوصة بوصات إنش"),
  row("ثانية", "time", "ثانية ثواني ثوان ثانيتين ثانيتان"),
  row("دقيقة", "time", "دقيقة دقائق دقيقتين دقيقتان"),
  row("ساعة", "time", "ساعة ساعات ساعتين ساعتان"),
  row("يوم", "time", "يوم يوما أيام يومين يومان"),
  row("أسبوع", "time", "أسبوع أسبوعا أسابيع أسبوعين أسبوعان"),
  row("شهر", "time", "شهر شهرا أشهر شهور شهرين شهران"),
  row("سنة", "time", "سنة سنوات سنين سنتين سنتان عام عاما أعوام عامين عامان"),
];

/** Currency signs that stand before or after a number. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
  $: "دولار",
  "€": "يورو",
  "£": "جنيه إسترليني",
  "¥": "ين",
  "₪": "شيكل",
};

/** Whose money it is, where the name alone does not say: «ريال سعودي». */
export const CURRENCY_NATIONS: readonly string[] =
  "أميركي أمريكي كندي أسترالي سعودي قطري عماني يمني إيراني كويتي أردني بحريني عراقي ليبي تونسي جزائري صربي مصري سوداني إسترليني لبنانية سورية تركية إماراتي مغربي سويسري هندية باكستانية صيني ياباني روسي إسرائيلي".split(
    " ",
  );
