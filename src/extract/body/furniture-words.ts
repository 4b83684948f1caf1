import { fold } from "../../text/index.ts";
import { FURNITURE_WORDS } from "./tables/furniture-words.ts";

/** How many themes of furniture there are. */
export const THEMES: number = FURNITURE_WORDS.length;

const THEME_OF_WORD: ReadonlyMap<string, number> = new Map(
  FURNITURE_WORDS.flatMap(([, words], theme) => words.map((word) => [word, theme] as const)),
);
const WORD = /[\p{L}\p{M}©]+/gu;
const ARABIC = /[\u0600-\u06FF]/u;
const LOOKED_AT = 240;

/** Counts the words of each theme in the first part of a text, into `counts`. */
export function countThemes(text: string, counts: Float32Array): void {
  const start = text.slice(0, LOOKED_AT).toLowerCase();
  const folded = ARABIC.test(start) ? fold(start).text : start;
  for (const [word] of folded.matchAll(WORD)) {
    const theme = THEME_OF_WORD.get(word);
    if (theme !== undefined) counts[theme] = (counts[theme] ?? 0) + 1;
  }
}
