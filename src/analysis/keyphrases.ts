import { AGENCIES } from "../extract/index.ts";
import type { Name } from "../model/index.ts";
import { stem, type Token, tokenize, type Word, wordsOf } from "../text/index.ts";
import { isPhrase, toPhraseWord } from "./phrase-words.ts";
import { stemOf } from "./word-stem.ts";

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
  const looked = wordsOf(tokens).slice(0, LOOKED_AT_WORDS);
  const written = new Set(looked.map(({ folded }) => folded));
  const counted = new Map<string, Counted>();
  countPhrases({ text, tokens, words: looked, weight: 1 }, written, counted);
  const inTitle = tokenize(title);
  const opening = { text: title, tokens: inTitle, words: wordsOf(inTitle), weight: TITLE_COUNTS };
  countPhrases(opening, written, counted);
  const candidates: Candidate[] = [];
  for (const { written, stems, count } of counted.values())
    if (count >= (stems.length === 1 ? LEAST_COUNT_ALONE : LEAST_COUNT))
      candidates.push({ written, stems, score: count * (LENGTH_BONUS[stems.length] ?? 1) });
  return candidates;
}

/** A text whose phrases are counted, and what each counts; `words` may be fewer than its tokens. */
interface Part {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly weight: number;
}

function countPhrases(
  part: Part,
  written: ReadonlySet<string>,
  counted: Map<string, Counted>,
): void {
  const { text, tokens, words } = part;
  const isWritten = (word: string) => written.has(word);
  const kinds = words.map((word, at) =>
    tokens[at]?.kind === "word" ? toPhraseWord(word, isWritten) : null,
  );
  for (let at = 0; at < words.length; at += 1) {
    for (let end = at; end < at + MOST_WORDS; end += 1) {
      if ((kinds[end] ?? null) === null) break;
      if (end > at && !isAdjacent(text, tokens[end - 1], tokens[end])) break;
      if (isPhrase(words, kinds, at, end + 1)) addPhrase(part, at, end + 1, counted);
    }
  }
}

function addPhrase(
  { text, tokens, words, weight }: Part,
  from: number,
  to: number,
  counted: Map<string, Counted>,
): void {
  const stems: string[] = [];
  for (let at = from; at < to; at += 1) stems.push(stemOf(words[at] as Word));
  const key = stems.length === 1 ? (stems[0] as string) : stems.join(" ");
  const known = counted.get(key);
  if (known !== undefined) known.count += weight;
  else
    counted.set(key, {
      written: text.slice(tokens[from]?.start, tokens[to - 1]?.end),
      stems,
      count: weight,
    });
}

/** Nothing but one space between two words: a phrase does not run over a mark. */
function isAdjacent(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return after.start - before.end === 1 && text.charCodeAt(before.end) === SPACE;
}
