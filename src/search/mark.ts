import type { Marked } from "./types.ts";
import { readWords, type SearchWord } from "./words.ts";

type Word = SearchWord & { hit: boolean };

/** The words of a text with those that answer the wanted runs marked as hits. */
function findHits(text: string, wanted: readonly (readonly string[])[]): Word[] {
  const words: Word[] = readWords(text).map((word) => ({ ...word, hit: false }));
  for (const run of wanted) {
    for (let at = 0; at + run.length <= words.length; at += 1) {
      if (!run.every((term, k) => words[at + k]?.term === term)) continue;
      for (let k = 0; k < run.length; k += 1) {
        const word = words[at + k];
        if (word !== undefined) word.hit = true;
      }
    }
  }
  return words;
}

function toMarked(text: string, words: readonly Word[], from: number, to: number): Marked[] {
  const pieces: Marked[] = [];
  let at = from;
  for (const word of words) {
    if (!word.hit || word.start < from || word.end > to) continue;
    if (word.start > at) pieces.push({ text: text.slice(at, word.start), hit: false });
    pieces.push({ text: text.slice(word.start, word.end), hit: true });
    at = word.end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
}

/** The whole text with the wanted words marked; the pieces joined are the text. */
export function markText(text: string, wanted: readonly (readonly string[])[]): Marked[] {
  return toMarked(text, findHits(text, wanted), 0, text.length);
}

/** A passage of a text with the wanted words marked. */
export interface Snippet {
  readonly marked: readonly Marked[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const SNIPPET_WORDS = 40;
const SPACE = /\s/u;
/** Words shown before the first hit, so that it does not stand without its sentence. */
const WORDS_BEFORE = 6;

/** The passage with the most different wanted words, the earliest of equals; the beginning when there is none. */
export function toSnippet(text: string, wanted: readonly (readonly string[])[]): Snippet {
  const words = findHits(text, wanted);
  const start = bestStart(words);
  const end = Math.min(words.length, start + SNIPPET_WORDS);
  const from = start === 0 ? 0 : toSpaceBefore(text, words[start]?.start ?? 0);
  const to = end === words.length ? text.length : toSpaceAfter(text, words[end - 1]?.end ?? 0);
  return {
    marked: toMarked(text, words, from, to),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}

/** A passage begins and ends at white space: what is glued to a word stays with it. */
function toSpaceBefore(text: string, from: number): number {
  let at = from;
  while (at > 0 && !SPACE.test(text.charAt(at - 1))) at -= 1;
  return at;
}

function toSpaceAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && !SPACE.test(text.charAt(at))) at += 1;
  return at;
}

function bestStart(words: readonly Word[]): number {
  let best = 0;
  let most = 0;
  words.forEach((word, at) => {
    if (!word.hit) return;
    const start = Math.max(0, at - WORDS_BEFORE);
    const passage = words.slice(start, start + SNIPPET_WORDS).filter(({ hit }) => hit);
    const different = new Set(passage.map(({ term }) => term)).size;
    if (different <= most) return;
    most = different;
    best = start;
  });
  return best;
}
