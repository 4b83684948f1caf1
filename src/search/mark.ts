import { type Sieve, type SiftedWord, siftWords, toSieve } from "./sift.ts";
import type { Marked } from "./types.ts";

/** The words of a text, and at which of them a wanted run is. */
interface Reading {
  readonly words: readonly SiftedWord[];
  readonly hits: ReadonlySet<number>;
}

type Runs = readonly (readonly string[])[];

/** Runs of terms to be marked, ready to be looked for in any number of texts. */
export interface Sought {
  readonly byFirst: ReadonlyMap<string, Runs>;
  readonly sieve: Sieve;
}

/** Makes runs of terms ready to be looked for. */
export function toSought(wanted: Runs): Sought {
  return { byFirst: byFirstTerm(wanted), sieve: toSieve(wanted.flat()) };
}

function byFirstTerm(wanted: Runs): ReadonlyMap<string, Runs> {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const run of wanted) {
    const [first] = run;
    if (first === undefined) continue;
    const runs = byFirst.get(first);
    if (runs === undefined) byFirst.set(first, [run]);
    else runs.push(run);
  }
  return byFirst;
}

function findHits(text: string, { byFirst, sieve }: Sought): Reading {
  const words = siftWords(text, sieve);
  const hits = new Set<number>();
  words.forEach(({ term }, at) => {
    const runs = term === "" ? undefined : byFirst.get(term);
    if (runs === undefined) return;
    for (const run of runs) {
      if (run.every((each, k) => words[at + k]?.term === each))
        run.forEach((_, k) => {
          hits.add(at + k);
        });
    }
  });
  return { words, hits };
}

function toMarked(text: string, { words, hits }: Reading, from: number, to: number): Marked[] {
  const pieces: Marked[] = [];
  let at = from;
  for (const place of [...hits].sort((a, b) => a - b)) {
    const { start, end } = words[place] ?? { start: 0, end: 0 };
    if (start < from || end > to) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
}

/** The whole text with the wanted words marked; the pieces joined are the text. */
export function markText(text: string, sought: Sought): Marked[] {
  return toMarked(text, findHits(text, sought), 0, text.length);
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

/** How far into a text a passage is looked for: some thousand words. */
const LOOKED_INTO = 8000;

/** The passage with the most different wanted words, the earliest of equals; the beginning when there is none. */
export function toSnippet(text: string, sought: Sought): Snippet {
  const reading = findHits(text.slice(0, LOOKED_INTO), sought);
  const { words } = reading;
  const start = bestStart(reading);
  const end = Math.min(words.length, start + SNIPPET_WORDS);
  const from = start === 0 ? 0 : toSpaceBefore(text, words[start]?.start ?? 0);
  const to = end === words.length ? text.length : toSpaceAfter(text, words[end - 1]?.end ?? 0);
  return {
    marked: toMarked(text, reading, from, to),
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

function bestStart({ words, hits }: Reading): number {
  const places = [...hits].sort((a, b) => a - b);
  let best = 0;
  let most = 0;
  places.forEach((place, first) => {
    const start = Math.max(0, place - WORDS_BEFORE);
    const terms = new Set<string>();
    for (let k = first; (places[k] ?? Number.POSITIVE_INFINITY) < start + SNIPPET_WORDS; k += 1) {
      terms.add(words[places[k] ?? 0]?.term ?? "");
    }
    if (terms.size <= most) return;
    most = terms.size;
    best = start;
  });
  return best;
}
