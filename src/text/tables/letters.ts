/** A letter that writers swap for another and readers do not notice. */
export interface FoldedLetter {
  readonly written: string;
  readonly matched: string;
  /** The letter's Unicode name, without ARABIC LETTER. */
  readonly name: string;
}

/** Letters matching is blind to. گ پ چ ڤ ڨ stay letters of their own: they tell names apart. */
export const FOLDED_LETTERS: readonly FoldedLetter[] = [
  { written: "أ", matched: "ا", name: "ALEF WITH HAMZA ABOVE" },
  { written: "إ", matched: "ا", name: "ALEF WITH HAMZA BELOW" },
  { written: "آ", matched: "ا", name: "ALEF WITH MADDA ABOVE" },
  { written: "ٱ", matched: "ا", name: "ALEF WASLA" },
  { written: "ٲ", matched: "ا", name: "ALEF WITH WAVY HAMZA ABOVE" },
  { written: "ٳ", matched: "ا", name: "ALEF WITH WAVY HAMZA BELOW" },
  { written: "ى", matched: "ي", name: "ALEF MAKSURA" },
  { written: "ی", matched: "ي", name: "FARSI YEH" },
  { written: "ې", matched: "ي", name: "E" },
  { written: "ۍ", matched: "ي", name: "YEH WITH TAIL" },
  { written: "ؠ", matched: "ي", name: "KASHMIRI YEH" },
  { written: "ے", matched: "ي", name: "YEH BARREE" },
  { written: "ۓ", matched: "ي", name: "YEH BARREE WITH HAMZA ABOVE" },
  { written: "ئ", matched: "ي", name: "YEH WITH HAMZA ABOVE" },
  { written: "ؤ", matched: "و", name: "WAW WITH HAMZA ABOVE" },
  { written: "ک", matched: "ك", name: "KEHEH" },
  { written: "ڪ", matched: "ك", name: "SWASH KAF" },
  { written: "ة", matched: "ه", name: "TEH MARBUTA" },
  { written: "ۀ", matched: "ه", name: "HEH WITH YEH ABOVE" },
  { written: "ە", matched: "ه", name: "AE" },
  { written: "ہ", matched: "ه", name: "HEH GOAL" },
  { written: "ۂ", matched: "ه", name: "HEH GOAL WITH HAMZA ABOVE" },
  { written: "ھ", matched: "ه", name: "HEH DOACHASHMEE" },
  { written: "ۃ", matched: "ه", name: "TEH MARBUTA GOAL" },
];
