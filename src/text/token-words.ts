import { wordOf } from "./known-words.ts";
import type { Token } from "./tokens.ts";
import type { Word } from "./word.ts";

/** The words of lists of tokens, beside the lists: with a part of their own lists would be of two shapes to every reader. */
const WORDS = new WeakMap<readonly Token[], readonly Word[]>();

/** The words of so few tokens are found again sooner than kept. */
const FEW = 12;

/** Notes the words of tokens that have just been cut. */
export function keepWords(tokens: readonly Token[], words: readonly Word[]): void {
  if (tokens.length > FEW) WORDS.set(tokens, words);
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
  const known = tokens.length > FEW ? WORDS.get(tokens) : undefined;
  if (known !== undefined && known.length === tokens.length) return known;
  const words = tokens.map(({ folded }) => wordOf(folded));
  keepWords(tokens, words);
  return words;
}
