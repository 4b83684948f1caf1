import { rememberByWord } from "./remember.ts";
import type { Token } from "./tokens.ts";

/**
 * A word as texts write it again and again, with what has been found out about it. Each step of reading asks much about every word of every
 * text; an answer that stays with the word costs one look instead of a search in a table as large as the language.
 */
export interface Word {
  readonly folded: string;
  /** Answers by the number of the question; a memory, not a state. */
  readonly facts: unknown[];
}

let questions = 0;

/** A word of which nothing is known yet. */
export function newWord(folded: string): Word {
  const facts: unknown[] = [];
  for (let k = 0; k < questions; k += 1) facts.push(undefined);
  return { folded, facts };
}

/** The same function of a folded word, with its answers kept at the words. What it gives must not be changed by who gets it. */
export function factOf<Fact>(
  read: (folded: string) => Exclude<Fact, undefined>,
): (word: Word) => Exclude<Fact, undefined> {
  const question = questions;
  questions += 1;
  return ({ folded, facts }) => {
    const known = facts[question] as Exclude<Fact, undefined> | undefined;
    if (known !== undefined) return known;
    const made = read(folded);
    facts[question] = made;
    return made;
  };
}

/** The word that a folded form is. */
export const wordOf: (folded: string) => Word = rememberByWord(newWord);
const wordsByTokens = new WeakMap<readonly Token[], readonly Word[]>();

/** Notes the words of tokens that have just been cut. */
export function keepWords(tokens: readonly Token[], words: readonly Word[]): void {
  wordsByTokens.set(tokens, words);
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
  const known = wordsByTokens.get(tokens);
  if (known !== undefined && known.length === tokens.length) return known;
  const words = tokens.map(({ folded }) => wordOf(folded));
  wordsByTokens.set(tokens, words);
  return words;
}
