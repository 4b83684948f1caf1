/**
 * A word as texts write it again and again, with what has been found out about it. Each step of reading asks much about every word of every
 * text; an answer that stays with the word costs one look instead of a search in a table as large as the language.
 */
export interface Word {
  readonly folded: string;
  /** Answers by the number of the question; a memory, not a state. */
  facts: unknown[];
  /** A bit for each question whose answer is the usual one: most answers are, and are told here without a list. */
  usual: number;
}

let questions = 0;
/** Questions with a bit; the engine keeps no greater number in place. */
const MOST_BITS = 30;
/** Most words are met once and asked nothing. */
const NONE: unknown[] = [];

/** A word of which nothing is known yet. */
export function newWord(folded: string): Word {
  return { folded, facts: NONE, usual: 0 };
}

/**
 * The same function of a folded word, with its answers kept at the words. What it gives must not be changed by who gets it. An answer that
 * most words share takes no place at them, and is told without a look into their lists.
 */
export function factOf<Fact>(
  read: (folded: string) => Exclude<Fact, undefined>,
  usual?: Exclude<Fact, undefined>,
): (word: Word) => Exclude<Fact, undefined> {
  // Numbered when first asked: what a program never asks takes no place at its words.
  let question = -1;
  let bit = 0;
  const ask = (word: Word): Exclude<Fact, undefined> => {
    if (question === -1) {
      question = questions;
      questions += 1;
      if (usual !== undefined && question < MOST_BITS) bit = 1 << question;
    }
    const made = read(word.folded);
    if (bit !== 0 && made === usual) word.usual |= bit;
    else factsOf(word)[question] = made;
    return made;
  };
  return (word) => {
    if ((word.usual & bit) !== 0) return usual as Exclude<Fact, undefined>;
    const { facts } = word;
    const isAsked = question !== -1 && facts !== NONE;
    const known = isAsked ? (facts[question] as Exclude<Fact, undefined> | undefined) : undefined;
    return known === undefined ? ask(word) : known;
  };
}

/** The list of a word's facts, made when there is something to put into it, and as long as it will be: one that grows is copied again and again. */
function factsOf(word: Word): unknown[] {
  if (word.facts === NONE) word.facts = new Array(questions);
  return word.facts;
}
