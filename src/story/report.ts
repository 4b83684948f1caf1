import { type AnalyzedArticle, type Origin, toInstant } from "../model/index.ts";
import { type Token, tokenize, type Word, wordsOf } from "../text/index.ts";
import { type Profile, toProfile } from "./bag.ts";
import { type Fingerprint, toFingerprint } from "./fingerprint.ts";
import { mayShowStyle, styleOrigin } from "./house-style.ts";
import { toHash, toTermSlot } from "./lexicon.ts";
import { toOutletKey } from "./origin.ts";

/** An article as the grouper holds it: what copies, stories and origins need, and not the text. */
export interface Report {
  readonly id: string;
  readonly url: string | null;
  readonly outlet: string;
  /** Milliseconds since 1970; for an undated article the instant the caller orders it by. */
  readonly instant: number;
  /** Whether the instant is a publication time known to the minute. */
  readonly isExact: boolean;
  readonly fingerprint: Fingerprint;
  readonly profile: Profile;
  readonly article: AnalyzedArticle;
  /** The agency whose way of writing its text shows. */
  readonly style: Origin | null;
}

/** The latest first; of those of one moment the one that comes first by name. */
export function byLatest(a: Report, b: Report): number {
  return b.instant - a.instant || (a.id < b.id ? -1 : 1);
}

interface Terms {
  readonly hashes: Uint32Array;
  readonly slots: readonly number[];
}

function readTerms(tokens: readonly Token[]): Terms {
  const hashes = new Uint32Array(tokens.length);
  const slots: number[] = [];
  let count = 0;
  const words = wordsOf(tokens);
  for (let at = 0; at < words.length; at += 1) {
    if ((tokens[at] as Token).kind === "clitic") continue;
    const word = words[at] as Word;
    hashes[count++] = toHash(word);
    const slot = toTermSlot(word);
    if (slot >= 0) slots.push(slot);
  }
  return { hashes: hashes.subarray(0, count), slots };
}

/** Reads an article for grouping; `tokens` are those of its text. `fallback` orders it when its time is unknown. */
export function toReport(
  article: AnalyzedArticle,
  fallback: number,
  tokens: readonly Token[] = tokenize(article.text),
): Report {
  const title = readTerms(tokenize(article.title ?? ""));
  const body = readTerms(tokens);
  return {
    id: article.id,
    url: article.url,
    outlet: toOutletKey(article.outlet),
    instant: toInstant(article) ?? fallback,
    isExact: article.published?.precision === "minute",
    fingerprint: toFingerprint(body.hashes),
    profile: toProfile(title.slots, body.slots),
    article,
    style: mayShowStyle(wordsOf(tokens)) ? styleOrigin(article) : null,
  };
}

/** Words of a text are looked at up to here for showing which ones two reports share. */
const MOST_CHARACTERS = 2000;
const MOST_OF_OPENING = 600;

/** The words of a title and lead, as first written, whose terms stand in the given slots; in the slots' order. */
export function writtenTerms(article: AnalyzedArticle, slots: readonly number[]): string[] {
  const text = `${article.title ?? ""}\n${article.text.slice(0, MOST_CHARACTERS)}`;
  // Most stand at the very beginning, which ends with a word.
  const opening = text.lastIndexOf(" ", MOST_OF_OPENING);
  const early =
    opening === -1 ? new Map<number, string>() : findWritten(text.slice(0, opening), slots);
  const written = early.size === slots.length ? early : findWritten(text, slots);
  return slots.flatMap((slot) => written.get(slot) ?? []);
}

/** For each of the slots whose term stands in a text, as which word it does so first. */
function findWritten(text: string, slots: readonly number[]): ReadonlyMap<number, string> {
  const wanted = new Set(slots);
  const written = new Map<number, string>();
  const tokens = tokenize(text);
  const words = wordsOf(tokens);
  for (const [at, token] of tokens.entries()) {
    const slot = toTermSlot(words[at] as Word);
    if (wanted.has(slot) && !written.has(slot))
      written.set(slot, text.slice(token.start, token.end));
    if (written.size === wanted.size) break;
  }
  return written;
}
