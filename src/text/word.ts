/**
 * A word as texts write it again and again, with what has been found out about it. Each step of reading asks much about every word of every
 * text; an answer that stays with the word costs one look instead of a search in a table as large as the language.
 */
export interface Word {
  readonly folded: string;
  /** Answers by the number of the question; a memory, not a state. */
  facts: unknown[];
}

let questions = 0;
/** Most words are met once and asked nothing. */
const NONE: unknown[] = [];

/** A word of which nothing is known yet. */
export function newWord(folded: string): Word {
  return { folded, facts: NONE };
}

/** The same function of a folded word, with its answers kept at the words. What it gives must not be changed by who gets it. */
export function factOf<Fact>(
  read: (folded: string) => Exclude<Fact, undefined>,
): (word: Word) => Exclude<Fact, undefined> {
  // Numbered when first asked: what a program never asks takes no place at its words.
  let question = -1;
  return (word) => {
    if (question === -1) {
      question = questions;
      questions += 1;
    }
    const { facts } = word;
    if (facts !== NONE) {
      const known = facts[question] as Exclude<Fact, undefined> | undefined;
      if (known !== undefined) return known;
    }
    const made = read(word.folded);
    factsOf(word)[question] = made;
    return made;
  };
}

/** The list of a word's facts, made when there is something to put into it, and as long as it will be: one that grows is copied again and again. */
function factsOf(word: Word): unknown[] {
  if (word.facts === NONE) word.facts = new Array(questions);
  return word.facts;
}
