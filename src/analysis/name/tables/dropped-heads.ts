/**
 * Words before an organisation's name that say what kind it is and may be left out: «منظمة العفو الدولية» is «العفو الدولية».
 * Not كتائب, نادي, جامعة, حزب: with them it is another thing.
 */
export const DROPPED_HEADS: readonly string[] = [
  "منظمة",
  "شركة",
  "صحيفة",
  "جريدة",
  "قناة",
  "شبكة",
  "مجلة",
  "موقع",
  "حركة",
  "جماعة",
  "تنظيم",
  "تطبيق",
  "منصة",
];
