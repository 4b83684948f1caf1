/**
 * Arabic text as matching sees it: folding, tokens, light stems, stop words, sentences, language.
 * Invariants: display text is never altered, every token and sentence maps to UTF-16 offsets of the text as written,
 * and nothing here knows of articles, files or time. Knowledge of the language is in `tables/`, one row a fact.
 */

export { type Folded, fold, foldText, foldWord } from "./fold.ts";
export { type Met, metWord, numberOfMet, wordOf } from "./known-words.ts";
export { guessLanguage } from "./language.ts";
export type { Figure, Span } from "./number/figure.ts";
export { findFigures } from "./number/find-figures.ts";
export { type ReadNumber, readNumber, type Source } from "./number/read-number.ts";
export { rememberByWord } from "./remember.ts";
export { type Sentence, splitSentences } from "./sentences.ts";
export { skeleton } from "./skeleton.ts";
export { stem } from "./stem.ts";
export { isFunctionWord, isStopWord } from "./stop-words.ts";
export { ALIASES } from "./tables/aliases.ts";
export { GREGORIAN_MONTHS, HIJRI_MONTHS, SOLAR_HIJRI_MONTHS } from "./tables/months.ts";
export { findTimes } from "./time/find-times.ts";
export type { Grain, Time } from "./time/time.ts";
export { tokensFrom, wordsOf } from "./token-words.ts";
export { eachWord, type Take, type Token, type TokenKind, tokenize } from "./tokens.ts";
export { factOf, type Word } from "./word.ts";
