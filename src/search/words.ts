import {
  factOf,
  fold,
  rememberByWord,
  stem,
  type Token,
  tokenize,
  type Word,
  wordOf,
  wordsOf,
} from "../text/index.ts";

/** A word as search sees it. `start` and `end` are UTF-16 offsets into the text as written. */
export interface SearchWord {
  readonly start: number;
  readonly end: number;
  readonly word: Word;
  /** The index's token for it: what a query's word and a text's word must have in common to match. */
  readonly term: string;
}

/** The article, as folded words have it. */
export const ARTICLE = "ال";
const DIGITS = /^\d+$/u;
const ONE_ARABIC_LETTER = /^[ء-ي]$/u;
const BETWEEN_INITIALS = /^[ \u00A0.]{1,2}$/u;
const DETACHED_WAW = "و";
/** «عبدالله» and «عبد الله» are one name written two ways; so are all names of this pattern. */
export const SERVANT: string = "عبدال";
const SERVANT_OF = /^(?<servant>[وفبلك]?عبد)ال..+$/u;

/** The index's token for a folded word. */
export const toTerm: (folded: string) => string = rememberByWord((folded) =>
  DIGITS.test(folded) ? folded : stem(folded),
);

const termOf = factOf(toTerm);
/** What must be looked at with what stands beside it, or inside it; the rest are words as they are. */
const isPlain = factOf((folded): boolean => folded.length > 1 && !folded.includes(SERVANT));

/**
 * The words of a text in reading order: particles left alone are none, the initials of an agency («أ ف ب», «أ.ف.ب») are one word,
 * a name with عبد written together is two.
 */
export function readWords(text: string, tokens: readonly Token[] = tokenize(text)): SearchWord[] {
  const known = wordsOf(tokens);
  const words: SearchWord[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === "clitic") continue;
    const word = known[at] as Word;
    if (isPlain(word)) {
      words.push({ start: token.start, end: token.end, word, term: termOf(word) });
      continue;
    }
    const initials = word.folded.length === 1 ? findInitials(text, tokens, at) : NO_TOKENS;
    if (initials.length > 1) {
      const [first, last] = [initials[0] as Token, initials.at(-1) as Token];
      words.push(toWord(first.start, last.end, initials.map(({ folded }) => folded).join("")));
      at = tokens.indexOf(last, at);
    } else words.push(...splitToken(text, token));
  }
  return words;
}

const NO_TOKENS: readonly Token[] = [];

function toWord(start: number, end: number, folded: string): SearchWord {
  const word = wordOf(folded);
  return { start, end, word, term: termOf(word) };
}

/** The folded words of a text, in reading order. */
export function foldedWords(text: string): string[] {
  return readWords(text).map(({ word }) => word.folded);
}

/** Folded words given one by one, with initials joined as they are in running text. */
export function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; ) {
    let to = at;
    while (ONE_ARABIC_LETTER.test(words[to] ?? "")) to += 1;
    if (words[to - 1] === DETACHED_WAW) to -= 1;
    to = Math.max(to, at + 1);
    joined.push(words.slice(at, to).join(""));
    at = to;
  }
  return joined;
}

/** The letters that stand beside each other from here on, as an agency's initials do. */
function findInitials(text: string, tokens: readonly Token[], from: number): readonly Token[] {
  const letters: Token[] = [];
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === "clitic") continue;
    if (!ONE_ARABIC_LETTER.test(token.folded)) break;
    const before = letters.at(-1);
    const between = before === undefined ? " " : text.slice(before.end, token.start);
    if (!BETWEEN_INITIALS.test(between)) break;
    letters.push(token);
  }
  return letters.at(-1)?.folded === DETACHED_WAW ? letters.slice(0, -1) : letters;
}

function splitToken(text: string, { start, end, folded }: Token): SearchWord[] {
  const servant = SERVANT_OF.exec(folded)?.groups?.["servant"];
  if (servant === undefined) return [toWord(start, end, folded)];
  const cut = start + (fold(text.slice(start, end)).offsets[servant.length] ?? 0);
  return [toWord(start, cut, servant), toWord(cut, end, folded.slice(servant.length))];
}
