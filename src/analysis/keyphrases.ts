import { isStopWord, stem, type Token, tokenize } from "../text/index.ts";

const MOST_KEYPHRASES = 8;
const MOST_WORDS = 3;
const LOOKED_AT_WORDS = 400;
const SHORTEST_WORD = 3;
const TITLE_COUNTS = 3;
/** A phrase of several words says more than its words apart. */
const LENGTH_BONUS = [0, 1, 1.8, 2.4] as const;
const LEAST_COUNT = 2;
const SPACE = 0x20;

interface Phrase {
  readonly written: string;
  readonly words: number;
  readonly stems: readonly string[];
  count: number;
}

/** What an article is about, in its own words: runs of one to three words that recur, title words first. At most eight. */
export function findKeyphrases(title: string, text: string, tokens: readonly Token[]): string[] {
  const phrases = new Map<string, Phrase>();
  countRuns(title, tokenize(title), TITLE_COUNTS, phrases);
  countRuns(text, tokens.slice(0, LOOKED_AT_WORDS), 1, phrases);
  const ranked = [...phrases.values()]
    .filter(({ count }) => count >= LEAST_COUNT)
    .sort((a, b) => toScore(b) - toScore(a) || (a.written < b.written ? -1 : 1));
  const chosen: Phrase[] = [];
  for (const phrase of ranked) {
    if (chosen.length === MOST_KEYPHRASES) break;
    if (!chosen.some((other) => overlaps(other, phrase))) chosen.push(phrase);
  }
  return chosen.map(({ written }) => written);
}

function toScore({ count, words }: Phrase): number {
  return count * (LENGTH_BONUS[words] ?? 1);
}

function overlaps(a: Phrase, b: Phrase): boolean {
  return b.stems.some((word) => a.stems.includes(word));
}

function countRuns(
  text: string,
  tokens: readonly Token[],
  weight: number,
  phrases: Map<string, Phrase>,
): void {
  const stems = tokens.map((token) => (isTelling(token) ? stem(token.folded) : null));
  for (let at = 0; at < tokens.length; at += 1) {
    for (let length = 1; length <= MOST_WORDS; length += 1) {
      const run = stems.slice(at, at + length);
      if (run.length < length || run[length - 1] === null) break;
      if (length > 1 && !isAdjacent(text, tokens[at + length - 2], tokens[at + length - 1])) break;
      const written = text.slice(tokens[at]?.start, tokens[at + length - 1]?.end);
      count(
        phrases,
        run.flatMap((word) => word ?? []),
        written,
        weight,
      );
    }
  }
}

function count(
  phrases: Map<string, Phrase>,
  stems: readonly string[],
  written: string,
  weight: number,
): void {
  const key = stems.join(" ");
  const known = phrases.get(key);
  if (known !== undefined) known.count += weight;
  else phrases.set(key, { written, words: stems.length, stems, count: weight });
}

/** Nothing but one space between two words: a phrase does not run over a mark. */
function isAdjacent(text: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return after.start - before.end === 1 && text.charCodeAt(before.end) === SPACE;
}

function isTelling({ kind, folded }: Token): boolean {
  return kind === "word" && folded.length >= SHORTEST_WORD && !isStopWord(folded);
}
