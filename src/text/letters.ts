/**
 * The letters matching is blind to, by their Unicode names. Writers swap these freely; readers do not notice.
 * گ پ چ ڤ ڨ stay letters of their own: they tell names apart.
 */
const FOLDED_LETTERS: readonly (readonly [written: string, matched: string])[] = [
  ["أ", "ا"], // ALEF WITH HAMZA ABOVE
  ["إ", "ا"], // ALEF WITH HAMZA BELOW
  ["آ", "ا"], // ALEF WITH MADDA ABOVE
  ["ٱ", "ا"], // ALEF WASLA
  ["ى", "ي"], // ALEF MAKSURA
  ["ی", "ي"], // FARSI YEH
  ["ې", "ي"], // E
  ["ے", "ي"], // YEH BARREE
  ["ئ", "ي"], // YEH WITH HAMZA ABOVE
  ["ؤ", "و"], // WAW WITH HAMZA ABOVE
  ["ک", "ك"], // KEHEH
  ["ڪ", "ك"], // SWASH KAF
  ["ة", "ه"], // TEH MARBUTA
  ["ۀ", "ه"], // HEH WITH YEH ABOVE
  ["ە", "ه"], // AE
  ["ہ", "ه"], // HEH GOAL
  ["ھ", "ه"], // HEH DOACHASHMEE
  ["ۃ", "ه"], // TEH MARBUTA GOAL
];

const FOLD_OF: ReadonlyMap<string, string> = new Map(FOLDED_LETTERS);

const ZERO_CODES = [0x06_60, 0x06_f0] as const; // ARABIC-INDIC, EXTENDED ARABIC-INDIC

/** The letter or digit that matching sees for one written code point; "" for what it does not see. */
export function foldLetter(letter: string): string {
  const folded = FOLD_OF.get(letter);
  if (folded !== undefined) return folded;
  const code = letter.codePointAt(0) ?? 0;
  for (const zero of ZERO_CODES) {
    if (code >= zero && code < zero + 10) return String(code - zero);
  }
  return letter;
}
