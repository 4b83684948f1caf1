import { KEYS } from "./tables/keyboard.ts";

const ARABIC_OF: ReadonlyMap<string, string> = new Map(
  KEYS.map(({ latin, arabic }) => [latin, arabic]),
);
const LATIN_OF: ReadonlyMap<string, string> = new Map(
  KEYS.map(({ latin, arabic }) => [arabic, latin.toLowerCase()]),
);
const ARABIC_LETTER = /\p{Script=Arabic}/u;
const LATIN_LETTER = /\p{Script=Latin}/u;
/** One key writes LAM with ALEF. */
const STROKES = /ل[اأإآ]|./gsu;

const strike = (text: string, letterOf: (stroke: string) => string | undefined): string =>
  text.replace(STROKES, (stroke) => letterOf(stroke) ?? stroke);

/** What the same keys write on the other keyboard: for who typed a query without changing it. Null for a text of both scripts, or of neither. */
export function onOtherKeyboard(text: string): string | null {
  const [arabic, latin] = [ARABIC_LETTER.test(text), LATIN_LETTER.test(text)];
  if (arabic === latin) return null;
  return arabic
    ? strike(text, (stroke) => LATIN_OF.get(stroke))
    : strike(text, (key) => ARABIC_OF.get(key) ?? ARABIC_OF.get(key.toLowerCase()));
}
