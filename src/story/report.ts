import { type AnalyzedArticle, toInstant } from "../model/index.ts";
import { isStopWord, stem, tokenize } from "../text/index.ts";
import { type Profile, toProfile, toSlot } from "./bag.ts";
import { type Fingerprint, toFingerprint } from "./fingerprint.ts";
import { toOutletKey } from "./origin.ts";

/** An article as the grouper holds it: what copies, stories and origins need, and not the text. */
export interface Report {
  readonly id: string;
  readonly url: string | null;
  readonly outlet: string;
  /** Milliseconds since 1970; for an undated article the instant the caller orders it by. */
  readonly instant: number;
  readonly fingerprint: Fingerprint;
  readonly profile: Profile;
  readonly article: AnalyzedArticle;
}

interface Terms {
  readonly folded: readonly string[];
  readonly stems: readonly string[];
}

const SHORTEST_TERM = 2;

function readTerms(text: string): Terms {
  const folded: string[] = [];
  const stems: string[] = [];
  for (const token of tokenize(text)) {
    if (token.kind === "clitic") continue;
    folded.push(token.folded);
    if (token.folded.length < SHORTEST_TERM || isStopWord(token.folded)) continue;
    stems.push(token.kind === "number" ? token.folded : stem(token.folded));
  }
  return { folded, stems };
}

/** Reads an article for grouping. `fallback` orders it when its time is unknown. */
export function toReport(article: AnalyzedArticle, fallback: number): Report {
  const title = readTerms(article.title ?? "");
  const body = readTerms(article.text);
  return {
    id: article.id,
    url: article.url,
    outlet: toOutletKey(article.outlet),
    instant: toInstant(article) ?? fallback,
    fingerprint: toFingerprint(body.folded),
    profile: toProfile(title.stems, body.stems),
    article,
  };
}

/** The words of a title and text, as first written, whose stems stand in the given slots; in the slots' order. */
export function writtenTerms(article: AnalyzedArticle, slots: readonly number[]): string[] {
  const text = `${article.title ?? ""}\n${article.text}`;
  const written = new Map<number, string>();
  for (const { start, end, folded, kind } of tokenize(text)) {
    const slot = toSlot(kind === "number" ? folded : stem(folded));
    if (!written.has(slot)) written.set(slot, text.slice(start, end));
  }
  return slots.flatMap((slot) => written.get(slot) ?? []);
}
