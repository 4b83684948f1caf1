import { FOLDED_LETTERS } from "./tables/letters.ts";

const FOLD_OF: ReadonlyMap<string, string> = new Map(
  FOLDED_LETTERS.map(({ written, matched }) => [written, matched]),
);

const ZERO_CODES = [0x06_60, 0x06_f0] as const; // ARABIC-INDIC, EXTENDED ARABIC-INDIC

/** The letter or digit that matching sees for one written code point, whatever stands beside it. */
export function foldLetter(letter: string): string {
  const folded = FOLD_OF.get(letter);
  if (folded !== undefined) return folded;
  const code = letter.codePointAt(0) ?? 0;
  for (const zero of ZERO_CODES) {
    if (code >= zero && code < zero + 10) return String(code - zero);
  }
  return letter;
}

const WAW = "و";
const YEH = "ي";
const LETTER = /\p{L}/u;
const HAMZAS_LEVELED_BEFORE_WAW: ReadonlySet<string> = new Set(["ئ", "ؤ", "ء"]);

/**
 * Folds a run of composed, lower-case letters without marks; what each became, at the same place. From the end, because two
 * spellings depend on what follows: «شئون», «رءوس» are «شؤون», «رؤوس», and a last hamza after YEH is written or left out («شيء», «شئ»).
 */
export function foldLetters(letters: readonly string[]): string[] {
  const folded = letters.map(foldLetter);
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const letter = letters[at] ?? "";
    if (!HAMZAS_LEVELED_BEFORE_WAW.has(letter)) continue;
    if (folded[at + 1] === WAW) folded[at] = WAW;
    else if (letter === "ء" && folded[at - 1] === YEH && !LETTER.test(letters[at + 1] ?? ""))
      folded[at] = "";
  }
  return folded;
}
