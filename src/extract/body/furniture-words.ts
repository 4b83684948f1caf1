import { foldWord } from "../../text/index.ts";
import { FURNITURE_WORDS } from "./tables/furniture-words.ts";

/** How many themes of furniture there are. */
export const THEMES: number = FURNITURE_WORDS.length;

const THEME_OF_WORD: ReadonlyMap<string, number> = new Map(
  FURNITURE_WORDS.flatMap(([, words], theme) =>
    words.flatMap((word) => [[word, theme] as const, [foldWord(word), theme] as const]),
  ),
);
const WORD = /[\p{L}\p{M}©]+/gu;
const LOOKED_AT = 240;
const FIRST_ARABIC = 0x600;

/** Counts the words of each theme in the first part of a text, into `counts`. */
export function countThemes(text: string, counts: Float32Array): void {
  for (const [word] of text.slice(0, LOOKED_AT).toLowerCase().matchAll(WORD)) {
    // Only Arabic letters fold into others; the rest of the table is written as it is looked for.
    const theme = THEME_OF_WORD.get(word.charCodeAt(0) >= FIRST_ARABIC ? foldWord(word) : word);
    if (theme !== undefined) counts[theme] = (counts[theme] ?? 0) + 1;
  }
}
