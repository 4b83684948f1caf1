import { factOf, stem, type Word } from "../text/index.ts";

/** The light stem of a word of a text, found once for the word. */
export const stemOf: (word: Word) => string = factOf(stem);
