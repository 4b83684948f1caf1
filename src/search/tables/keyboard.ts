/** A key of a keyboard with its Latin and its Arabic letter. */
export interface Key {
  readonly latin: string;
  readonly arabic: string;
}

/** The Arabic keyboard of most computers («Arabic 101», by its keys' places on a US one); with shift only what writes a letter. */
export const KEYS: readonly Key[] = [
  { latin: "`", arabic: "ذ" },
  { latin: "q", arabic: "ض" },
  { latin: "w", arabic: "ص" },
  { latin: "e", arabic: "ث" },
  { latin: "r", arabic: "ق" },
  { latin: "t", arabic: "ف" },
  { latin: "y", arabic: "غ" },
  { latin: "u", arabic: "ع" },
  { latin: "i", arabic: "ه" },
  { latin: "o", arabic: "خ" },
  { latin: "p", arabic: "ح" },
  { latin: "[", arabic: "ج" },
  { latin: "]", arabic: "د" },
  { latin: "a", arabic: "ش" },
  { latin: "s", arabic: "س" },
  { latin: "d", arabic: "ي" },
  { latin: "f", arabic: "ب" },
  { latin: "g", arabic: "ل" },
  { latin: "h", arabic: "ا" },
  { latin: "j", arabic: "ت" },
  { latin: "k", arabic: "ن" },
  { latin: "l", arabic: "م" },
  { latin: ";", arabic: "ك" },
  { latin: "'", arabic: "ط" },
  { latin: "z", arabic: "ئ" },
  { latin: "x", arabic: "ء" },
  { latin: "c", arabic: "ؤ" },
  { latin: "v", arabic: "ر" },
  { latin: "b", arabic: "لا" },
  { latin: "n", arabic: "ى" },
  { latin: "m", arabic: "ة" },
  { latin: ",", arabic: "و" },
  { latin: ".", arabic: "ز" },
  { latin: "/", arabic: "ظ" },
  { latin: "H", arabic: "أ" },
  { latin: "Y", arabic: "إ" },
  { latin: "N", arabic: "آ" },
  { latin: "G", arabic: "لأ" },
  { latin: "T", arabic: "لإ" },
  { latin: "B", arabic: "لآ" },
];
