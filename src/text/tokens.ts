import { foldWord } from "./fold.ts";

/** What a token is written in. A "clitic" is a particle left alone by a tatweel, as ال in «الـ24». */
export type TokenKind = "word" | "number" | "clitic";

/** A word or number of a text. `start` and `end` are UTF-16 offsets into the text as written. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** The word folded for matching: letters and digits only. */
  readonly folded: string;
}

const DIGIT = "[0-9\\u0660-\\u0669\\u06F0-\\u06F9]";
const ARABIC =
  "[\\u0621-\\u063A\\u0640-\\u065F\\u066E-\\u06D3\\u06D5-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06EF\\u06FA-\\u06FF" +
  "\\u0750-\\u077F\\u08A0-\\u08FF\\uFB50-\\uFD3D\\uFD50-\\uFDFB\\uFE70-\\uFEFC\\u200C\\u200D]";

/**
 * Numbers before words, so that «13ألف» is two tokens and «1,049,328» one; words of one script at a time, so that
 * «الـ24» is ال and 24. ZERO WIDTH NON-JOINER stays inside a word: in Persian it is a spelling, not a boundary.
 */
const TOKEN = new RegExp(
  `(${DIGIT}{1,3}(?:[,\\u066C]${DIGIT}{3})+(?!${DIGIT})|${DIGIT}+(?!\\p{Script=Latin}))|${ARABIC}+|(?:(?!${ARABIC})[\\p{L}\\p{M}\\p{N}])+`,
  "gu",
);

const THOUSANDS = /[,\u066C]/gu;
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;
const PROCLITIC_ALONE = /^[وف]?(?:ال|لل|[بلكو])$/u;
const TATWEEL = "\u0640";

/** The words and numbers of a text in order. Punctuation, emoji and lone marks are in none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const written = match[0];
    const number = match[1] !== undefined;
    const folded = foldWord(number ? written.replace(THOUSANDS, "") : written).replace(
      NOT_LETTER_OR_DIGIT,
      "",
    );
    if (folded === "") continue;
    const alone = written.endsWith(TATWEEL) && PROCLITIC_ALONE.test(folded);
    const kind = number ? "number" : alone ? "clitic" : "word";
    tokens.push({ start: match.index, end: match.index + written.length, kind, folded });
  }
  return tokens;
}
