import { AGENCIES } from "../extract/index.ts";
import type { Name } from "../model/index.ts";
import { stem, type Token, tokenize } from "../text/index.ts";
import { isPhrase, type PhraseWord, toPhraseWord } from "./phrase-words.ts";

const MOST_KEYPHRASES = 8;
const MOST_NAMES = 5;
const MOST_WORDS = 3;
const LOOKED_AT_WORDS = 400;
const TITLE_COUNTS = 3;
const OPENING_COUNTS = 1;
/** Whom or what a report is of, it names in its first lines. */
const OPENING_UNITS = 300;
/** A phrase of several words says more than its words apart. */
const LENGTH_BONUS = [0, 0.6, 1.8, 2.4] as const;
const LEAST_COUNT = 2;
const LEAST_COUNT_ALONE = 3;
const SPACE = 0x20;
const AGENCY_KEYS: ReadonlySet<string> = new Set(AGENCIES.map(({ key }) => key));

interface Candidate {
  readonly written: string;
  readonly stems: readonly string[];
  readonly score: number;
}

/**
 * What an article is about, as an editor would tag it: the names that matter in it by their fullest form, then noun phrases that recur.
 * At most eight; none overlaps another.
 */
export function findKeyphrases(
  title: string,
  text: string,
  tokens: readonly Token[],
  names: readonly Name[],
): string[] {
  const chosen: Candidate[] = [];
  const choose = (candidates: readonly Candidate[], most: number) => {
    for (const candidate of candidates) {
      if (chosen.length >= most) break;
      if (!chosen.some((other) => overlaps(other, candidate))) chosen.push(candidate);
    }
  };
  choose(byScore(toNamed(title, names)), MOST_NAMES);
  choose(byScore(toPhrases(title, text, tokens)), MOST_KEYPHRASES);
  return chosen.map(({ written }) => written);
}

function byScore(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score || (a.written < b.written ? -1 : 1));
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return b.stems.some((word) => a.stems.includes(word));
}

/** Each name once, by the longest way it is written. Agencies are who tells it, not what it is about. */
function toNamed(title: string, names: readonly Name[]): Candidate[] {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    const group = groups.get(name.key);
    if (group === undefined) groups.set(name.key, [name]);
    else group.push(name);
  }
  return [...groups].flatMap(([key, group]) => toCandidate(title, key, group) ?? []);
}

function toCandidate(title: string, key: string, group: readonly Name[]): Candidate | null {
  const inTitle = group.some(({ text }) => title.includes(text));
  const opens = group.some(({ start }) => start < OPENING_UNITS);
  const known = (inTitle ? TITLE_COUNTS : 0) + (opens ? OPENING_COUNTS : 0);
  // Mentioned once in passing, or as whom the report is taken from.
  if (!inTitle && (AGENCY_KEYS.has(key) || group.length < LEAST_COUNT)) return null;
  const written = group.reduce((a, b) => (b.text.length > a.text.length ? b : a)).text;
  return { written, stems: stemsOf(written), score: group.length + known };
}

function stemsOf(written: string): string[] {
  return tokenize(written).map(({ folded }) => stem(folded));
}

interface Counted {
  readonly written: string;
  readonly stems: readonly string[];
  count: number;
}

function toPhrases(title: string, text: string, tokens: readonly Token[]): Candidate[] {
  const looked = tokens.slice(0, LOOKED_AT_WORDS);
  const words = new Set(looked.map(({ folded }) => folded));
  const counted = new Map<string, Counted>();
  countPhrases(text, looked, 1, words, counted);
  countPhrases(title, tokenize(title), TITLE_COUNTS, words, counted);
  return [...counted.values()]
    .filter(({ count, stems }) => count >= (stems.length === 1 ? LEAST_COUNT_ALONE : LEAST_COUNT))
    .map(({ written, stems, count }) => ({
      written,
      stems,
      score: count * (LENGTH_BONUS[stems.length] ?? 1),
    }));
}

function countPhrases(
  text: string,
  tokens: readonly Token[],
  weight: number,
  words: ReadonlySet<string>,
  counted: Map<string, Counted>,
): void {
  const isWritten = (word: string) => words.has(word);
  const kinds = tokens.map(({ kind, folded }) =>
    kind === "word" ? toPhraseWord(folded, isWritten) : null,
  );
  for (let at = 0; at < tokens.length; at += 1) {
    for (let length = 1; length <= MOST_WORDS; length += 1) {
      const end = at + length - 1;
      if ((kinds[end] ?? null) === null) break;
      if (length > 1 && !isAdjacent(text, tokens[end - 1], tokens[end])) break;
      addPhrase(text, tokens.slice(at, end + 1), kinds.slice(at, end + 1), weight, counted);
    }
  }
}

function addPhrase(
  text: string,
  run: readonly Token[],
  kinds: readonly PhraseWord[],
  weight: number,
  counted: Map<string, Counted>,
): void {
  const folded = run.map((token) => token.folded);
  if (!isPhrase(folded, kinds)) return;
  const stems = folded.map(stem);
  const key = stems.join(" ");
  const known = counted.get(key);
  if (known !== undefined) known.count += weight;
  else
    counted.set(key, { written: text.slice(run[0]?.start, run.at(-1)?.end), stems, count: weight });
}

/** Nothing but one space between two words: a phrase does not run over a mark. */
function isAdjacent(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return after.start - before.end === 1 && text.charCodeAt(before.end) === SPACE;
}
