import type { Topic } from "../../model/index.ts";
import {
  factOf,
  foldWord,
  stem,
  type Token,
  tokenize,
  type Word,
  wordsOf,
} from "../../text/index.ts";
import { stemOf } from "../word-stem.ts";
import { TOPIC_WORDS } from "./tables/topic-words.ts";

const TELLING = 3;
const COMMON = 1;
/** The title says it shortest. */
const TITLE_COUNTS = 3;
/** What comes later in a long article is often about other things. */
const LOOKED_AT_WORDS = 400;
/** Less than this, and the words are there by chance. */
const LEAST_SCORE = 2;
/** How far the first topic must be before the second. */
const LEAST_LEAD = 1.01;

const TOPICS = Object.keys(TOPIC_WORDS) as Topic[];

interface Vote {
  readonly topic: number;
  readonly weight: number;
}

/** What a term of the table is called when counted: two words in a row by their stems, a word by its stem, a word matched as written by itself. */
const VOTES = new Map<string, Vote[]>();
/** The stems that some pair begins with. */
const OPENS_PAIR = new Set<string>();
const AS_WRITTEN = "=";
TOPICS.forEach((topic, at) => {
  const { telling, common } = TOPIC_WORDS[topic];
  for (const [words, weight] of [
    [telling, TELLING],
    [common, COMMON],
  ] as const)
    for (const term of words.split(" ")) addVote(term, { topic: at, weight });
});

function addVote(term: string, vote: Vote): void {
  const key = toKey(term);
  const votes = VOTES.get(key) ?? [];
  if (!votes.some(({ topic }) => topic === vote.topic)) votes.push(vote);
  VOTES.set(key, votes);
  const space = key.indexOf(" ");
  if (space > 0) OPENS_PAIR.add(key.slice(0, space));
}

function toKey(term: string): string {
  if (term.startsWith(AS_WRITTEN)) return term;
  return term
    .split("_")
    .map((word) => stem(foldWord(word)))
    .join(" ");
}

const PARTICLES = ["", "و", "ف", "ب", "ك", "وب", "ل", "ول"] as const;

/** The terms that are matched as written, with particles and the article joined. */
const WRITTEN: ReadonlyMap<string, string> = new Map(
  [...VOTES.keys()]
    .filter((key) => key.startsWith(AS_WRITTEN))
    .flatMap((key) => joined(foldWord(key.slice(AS_WRITTEN.length))).map((form) => [form, key])),
);

function joined(word: string): string[] {
  return PARTICLES.flatMap((particle) =>
    particle.endsWith("ل")
      ? [`${particle}${word}`, `${particle}ل${word}`]
      : [`${particle}${word}`, `${particle}ال${word}`],
  );
}

/** What a word says by itself, and whether it may say more with the next. */
interface Counted {
  readonly terms: readonly string[];
  readonly opensPair: boolean;
}

/** What nearly every word says. */
const NOTHING: Counted = { terms: [], opensPair: false };

const look = factOf((folded): Counted => {
  const stemmed = stem(folded);
  const written = WRITTEN.get(folded);
  const isVote = VOTES.has(stemmed);
  const opensPair = OPENS_PAIR.has(stemmed);
  if (!isVote && !opensPair && written === undefined) return NOTHING;
  const terms = isVote ? [stemmed] : [];
  if (written !== undefined) terms.push(written);
  return { terms, opensPair };
}, NOTHING);

/** What an article is about, by the words of each topic in its title and opening; null where no topic stands out. */
export function findTopic(title: string, tokens: readonly Token[]): Topic | null {
  const scores = toScores(title, tokens);
  let [best, second] = [0, 0];
  let found = 0;
  scores.forEach((score, at) => {
    if (score > best) {
      second = best;
      best = score;
      found = at;
    } else if (score > second) second = score;
  });
  if (best < LEAST_SCORE || best < second * LEAST_LEAD) return null;
  return TOPICS[found] ?? null;
}

function toScores(title: string, tokens: readonly Token[]): Float64Array {
  const counts = new Map<string, number>();
  count(wordsOf(tokenize(title)), TITLE_COUNTS, counts);
  count(wordsOf(tokens), 1, counts);
  const scores = new Float64Array(TOPICS.length);
  for (const [term, times] of counts) {
    const votes = VOTES.get(term) ?? [];
    // A word of two topics tells half as much of each, and repeating it does not make it tell twice.
    for (const { topic, weight } of votes)
      scores[topic] = (scores[topic] as number) + (weight * Math.log2(1 + times)) / votes.length;
  }
  return scores;
}

function count(words: readonly Word[], weight: number, counts: Map<string, number>): void {
  let before = NOTHING;
  for (let at = 0; at < Math.min(words.length, LOOKED_AT_WORDS); at += 1) {
    const word = look(words[at] as Word);
    for (const term of word.terms) counts.set(term, (counts.get(term) ?? 0) + weight);
    if (before.opensPair) {
      const pair = `${stemOf(words[at - 1] as Word)} ${stemOf(words[at] as Word)}`;
      if (VOTES.has(pair)) counts.set(pair, (counts.get(pair) ?? 0) + weight);
    }
    before = word;
  }
}
