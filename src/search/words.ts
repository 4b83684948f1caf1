import { fold, rememberByWord, stem, type Token, tokenize } from "../text/index.ts";

/** A word as search sees it. `start` and `end` are UTF-16 offsets into the text as written. */
export interface SearchWord {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** The index's token for it: what a query's word and a text's word must have in common to match. */
  readonly term: string;
}

const DIGITS = /^\d+$/u;
const ONE_ARABIC_LETTER = /^[ء-ي]$/u;
const BETWEEN_INITIALS = /^[ \u00A0.]{1,2}$/u;
const DETACHED_WAW = "و";
/** «عبدالله» and «عبد الله» are one name written two ways; so are all names of this pattern. */
const SERVANT = "عبدال";
const SERVANT_OF = /^(?<servant>[وفبلك]?عبد)ال..+$/u;

/** The index's token for a folded word. */
export const toTerm: (folded: string) => string = rememberByWord((folded) =>
  DIGITS.test(folded) ? folded : stem(folded),
);

/**
 * The words of a text in reading order: particles left alone are none, the initials of an agency («أ ف ب», «أ.ف.ب») are one word,
 * a name with عبد written together is two.
 */
export function readWords(text: string, cut: readonly Token[] = tokenize(text)): SearchWord[] {
  const tokens = cut.filter(({ kind }) => kind !== "clitic");
  const words: SearchWord[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const { start, end, folded } = token;
    const initials = folded.length === 1 ? countInitials(text, tokens, at) : 1;
    if (initials > 1) {
      words.push(joinTokens(tokens.slice(at, at + initials)));
      at += initials - 1;
    } else if (folded.includes(SERVANT)) words.push(...splitToken(text, token));
    else words.push({ start, end, folded, term: toTerm(folded) });
  }
  return words;
}

/** The folded words of a text, in reading order. */
export function foldedWords(text: string): string[] {
  return readWords(text).map(({ folded }) => folded);
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

function countInitials(text: string, tokens: readonly Token[], from: number): number {
  let to = from;
  while (ONE_ARABIC_LETTER.test(tokens[to]?.folded ?? "")) {
    const [before, token] = [tokens[to - 1], tokens[to]];
    if (to > from && !BETWEEN_INITIALS.test(text.slice(before?.end, token?.start))) break;
    to += 1;
  }
  if (tokens[to - 1]?.folded === DETACHED_WAW) to -= 1;
  return to - from;
}

function joinTokens(tokens: readonly Token[]): SearchWord {
  const folded = tokens.map((token) => token.folded).join("");
  return {
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
    folded,
    term: toTerm(folded),
  };
}

function splitToken(text: string, { start, end, folded }: Token): SearchWord[] {
  const servant = SERVANT_OF.exec(folded)?.groups?.["servant"];
  if (servant === undefined) return [{ start, end, folded, term: toTerm(folded) }];
  const cut = start + (fold(text.slice(start, end)).offsets[servant.length] ?? 0);
  const rest = folded.slice(servant.length);
  return [
    { start, end: cut, folded: servant, term: toTerm(servant) },
    { start: cut, end, folded: rest, term: toTerm(rest) },
  ];
}
