import { findMonth, type NamedMonth, opensMonth } from "./months.ts";

/** A piece of a folded text in which a date may be. */
export interface DateToken {
  readonly kind: "number" | "word" | "mark";
  readonly text: string;
  readonly value: number;
  /** White space stands before it. */
  readonly spaced: boolean;
  readonly start: number;
  readonly end: number;
}

const PIECE = /\d+|[\p{L}\p{M}]+|[^\s\d\p{L}\p{M}]/gu;
const DIGIT = /^\d/u;
const LETTER = /^[\p{L}\p{M}]/u;
const LONGEST_MINUTES = 2;

/** The numbers, words and marks of a folded text. */
export function toDateTokens(folded: string): DateToken[] {
  const tokens: DateToken[] = [];
  let before = 0;
  for (const { 0: text, index } of folded.matchAll(PIECE)) {
    const spaced = index > before || index === 0;
    before = index + text.length;
    if (isMinutesAndMore(text, tokens)) {
      // «14:058/11/2024»: the minutes and the day stand glued.
      tokens.push(toToken(text.slice(0, LONGEST_MINUTES), index, spaced));
      tokens.push(toToken(text.slice(LONGEST_MINUTES), index + LONGEST_MINUTES, true));
    } else tokens.push(toToken(text, index, spaced));
  }
  return tokens;
}

function isMinutesAndMore(text: string, tokens: readonly DateToken[]): boolean {
  const minutes = text.length > LONGEST_MINUTES && text.length <= LONGEST_MINUTES * 2;
  if (!minutes || !DIGIT.test(text)) return false;
  return tokens.at(-1)?.text === ":" && tokens.at(-2)?.kind === "number";
}

function toToken(text: string, start: number, spaced: boolean): DateToken {
  const end = start + text.length;
  if (DIGIT.test(text)) return { kind: "number", text, value: Number(text), spaced, start, end };
  const kind = LETTER.test(text) ? "word" : "mark";
  return { kind, text, value: Number.NaN, spaced, start, end };
}

/** The month whose name begins at a token, and the token after the name. */
export function monthAt(
  tokens: readonly DateToken[],
  at: number,
): { readonly month: NamedMonth; readonly next: number } | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind !== "word") return null;
  if (second !== undefined && opensMonth(first.text)) {
    const two = findMonth(`${first.text} ${second.text}`);
    if (two !== null) return { month: two, next: at + 2 };
  }
  const one = findMonth(first.text);
  return one === null ? null : { month: one, next: at + 1 };
}
