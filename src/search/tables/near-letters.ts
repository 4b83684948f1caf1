/** Folded letters that are easily written for each other, and why. */
export interface NearLetters {
  readonly letters: string;
  readonly why: "sound" | "shape" | "hamza";
  /** A word of each of two of the letters: the right one, and the slip. */
  readonly right: string;
  readonly slip: string;
}

/** Letters that stand for each other where sounds are written by ear, differ by dots alone, or carry a hamza. */
export const NEAR_LETTERS: readonly NearLetters[] = [
  { letters: "غجقكگ", why: "sound", right: "ناجورنو", slip: "ناغورنو" },
  { letters: "اويه", why: "sound", right: "مدينه", slip: "مدينا" },
  { letters: "سصث", why: "sound", right: "مصرف", slip: "مسرف" },
  { letters: "تط", why: "sound", right: "طريق", slip: "تريق" },
  { letters: "دضذظز", why: "sound", right: "نظام", slip: "نضام" },
  { letters: "حهخ", why: "sound", right: "حاسوب", slip: "هاسوب" },
  { letters: "ءاوي", why: "hamza", right: "قراءه", slip: "قرايه" },
  { letters: "بتثني", why: "shape", right: "اكتوبر", slip: "اكتوير" },
  { letters: "جحخ", why: "shape", right: "مجلس", slip: "محلس" },
  { letters: "رز", why: "shape", right: "وزير", slip: "ورير" },
  { letters: "سش", why: "shape", right: "شركه", slip: "سركه" },
  { letters: "صض", why: "shape", right: "قضيه", slip: "قصيه" },
  { letters: "طظ", why: "shape", right: "منطقه", slip: "منظقه" },
  { letters: "عغ", why: "shape", right: "بغداد", slip: "بعداد" },
  { letters: "فق", why: "shape", right: "فريق", slip: "قريق" },
];
