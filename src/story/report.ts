import { type Origin, type SourcedArticle, toInstant } from "../model/index.ts";
import { eachWord, metWord, type Word } from "../text/index.ts";
import { MOST_TERMS, type Profile, toProfile } from "./bag.ts";
import { type Fingerprint, toFingerprint } from "./fingerprint.ts";
import { isOpener, mayOpenStyle, styleOrigin } from "./house-style.ts";
import { toHash, toTermSlot } from "./lexicon.ts";
import { toOutletKey } from "./origin.ts";
import { createScratch } from "./scratch.ts";

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
  readonly article: SourcedArticle;
  /** The agency whose way of writing its text shows. */
  readonly style: Origin | null;
}

/** The latest first; of those of one moment the one that comes first by name. */
export function byLatest(a: Report, b: Report): number {
  return b.instant - a.instant || (a.id < b.id ? -1 : 1);
}

/** What grouping reads of a text, in one walk over its words. */
interface Terms {
  readonly hashes: Uint32Array;
  readonly slots: Uint32Array;
  /** Whether two of its words side by side open a phrase of an agency's style. */
  readonly mayShowStyle: boolean;
}

/** A reader whose terms are good until it reads the next text. */
function createReader(): (text: string) => Terms {
  const [hashSpace, slotSpace] = [createScratch(), createScratch()];
  return (text) => {
    const hashes = hashSpace(text.length);
    const slots = slotSpace(MOST_TERMS);
    let words = 0;
    let terms = 0;
    let mayShowStyle = false;
    let opener: Word | null = null as Word | null;
    eachWord(text, (met, kind) => {
      const hash = toHash(met);
      if (opener !== null) {
        mayShowStyle ||= mayOpenStyle(opener, metWord(met));
        opener = null;
      }
      if (isOpener(hash)) opener = metWord(met);
      if (kind === "clitic") return;
      hashes[words++] = hash;
      if (terms === MOST_TERMS) return;
      const slot = toTermSlot(met);
      if (slot >= 0) slots[terms++] = slot;
    });
    return { hashes: hashes.subarray(0, words), slots: slots.subarray(0, terms), mayShowStyle };
  };
}

const readTitle = createReader();
const readBody = createReader();

/** Reads an article for grouping. `fallback` orders it when its time is unknown. */
export function toReport(article: SourcedArticle, fallback: number): Report {
  const title = readTitle(article.title ?? "");
  const body = readBody(article.text);
  return {
    id: article.id,
    url: article.url,
    outlet: toOutletKey(article.outlet),
    instant: toInstant(article) ?? fallback,
    isExact: article.published?.precision === "minute",
    fingerprint: toFingerprint(body.hashes),
    profile: toProfile(title.slots, body.slots),
    article,
    style: body.mayShowStyle ? styleOrigin(article) : null,
  };
}

/** Words of a text are looked at up to here for showing which ones two reports share. */
const MOST_CHARACTERS = 2000;
const MOST_OF_OPENING = 600;

/** The words of a title and lead, as first written, whose terms stand in the given slots; in the slots' order. */
export function writtenTerms(article: SourcedArticle, slots: readonly number[]): string[] {
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
  eachWord(text, (met, _kind, start, end) => {
    if (written.size === wanted.size) return;
    const slot = toTermSlot(met);
    if (wanted.has(slot) && !written.has(slot)) written.set(slot, text.slice(start, end));
  });
  return written;
}
