import { ARABIC_LETTERS, RUSSIAN_LETTERS, WESTERN_LETTERS } from "./letter-frequencies.ts";

/** A charset of one byte a letter that undeclared text may be in, and what its script looks like. */
export interface Candidate {
  /** The name the Encoding Standard gives it. */
  readonly charset: string;
  readonly letters: readonly (readonly [letter: string, of10000: number])[];
  readonly script: RegExp;
  /** A word's letters stand beside ASCII letters in Western text, among their like in Arabic and Russian. */
  readonly besideAscii: boolean;
}

const ARABIC = { letters: ARABIC_LETTERS, script: /\p{Script=Arabic}/u, besideAscii: false };
const CYRILLIC = { letters: RUSSIAN_LETTERS, script: /\p{Script=Cyrillic}/u, besideAscii: false };
const WESTERN = { letters: WESTERN_LETTERS, script: /\p{Script=Latin}/u, besideAscii: true };

export const CANDIDATES: readonly Candidate[] = [
  { charset: "windows-1256", ...ARABIC },
  { charset: "iso-8859-6", ...ARABIC },
  { charset: "windows-1251", ...CYRILLIC },
  { charset: "koi8-r", ...CYRILLIC },
  { charset: "windows-1252", ...WESTERN },
];

/** What the Encoding Standard falls back to where nothing is known. */
export const FALLBACK = "windows-1252";
