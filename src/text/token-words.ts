import { wordOf } from "./known-words.ts";
import type { Token } from "./tokens.ts";
import type { Word } from "./word.ts";

/** Where a list of tokens keeps its words: with the list, unseen by who walks, compares or copies it. */
const WORDS: unique symbol = Symbol("words");

interface Kept {
  [WORDS]?: readonly Word[];
}

/** The words of so few tokens are found again sooner than kept. */
const FEW = 12;

/** Notes the words of tokens that have just been cut. */
export function keepWords(tokens: readonly Token[], words: readonly Word[]): void {
  if (tokens.length <= FEW) return;
  Object.defineProperty(tokens, WORDS, { value: words, configurable: true });
}

/** The tokens of a text from a place on, with their words. */
export function tokensFrom(tokens: readonly Token[], start: number): readonly Token[] {
  const first = tokens.findIndex((token) => token.start >= start);
  if (first === 0) return tokens;
  const rest = first === -1 ? [] : tokens.slice(first);
  keepWords(rest, first === -1 ? [] : wordsOf(tokens).slice(first));
  return rest;
}

/** The words of a text's tokens, in order. */
export function wordsOf(tokens: readonly Token[]): readonly Word[] {
  const known = (tokens as Kept)[WORDS];
  if (known !== undefined && known.length === tokens.length) return known;
  const words = tokens.map(({ folded }) => wordOf(folded));
  keepWords(tokens, words);
  return words;
}
