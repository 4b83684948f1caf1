export { type Folded, fold, foldWord } from "./fold.ts";
export { stem } from "./stem.ts";
export { isStopWord } from "./stop-words.ts";
export { type Token, type TokenKind, tokenize } from "./tokens.ts";
