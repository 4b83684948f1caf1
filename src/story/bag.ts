import { hashWord } from "./hash.ts";

/** Terms live in this many slots, so that memory does not grow with the language; a clash only blurs two rare words. */
const SLOT_BITS = 21;
export const SLOTS: number = 2 ** SLOT_BITS;

/** A text's terms as slots, sorted, with how much each counts in it. */
export interface Bag {
  readonly slots: Uint32Array;
  /** 1 + ln of how often, places weighted; below one occurrence, the occurrence itself. */
  readonly weights: Float32Array;
}

/** What story grouping compares of an article: the whole with its beginning weighted, and the terms of lead, title and opening, sorted. */
export interface Profile {
  readonly whole: Bag;
  readonly lead: Uint32Array;
  readonly title: Uint32Array;
  /** The lead without the title, which every outlet words anew. */
  readonly opening: Uint32Array;
}

/** News says what happened first: words weigh by where they stand, and after `MOST_WORDS` they are background. */
const TITLE_WEIGHT = 2;
const LEAD_WORDS = 40;
const LEAD_WEIGHT = 1.5;
const BODY_WORDS = 100;
const BODY_WEIGHT = 1;
const MOST_WORDS = 300;
const TAIL_WEIGHT = 0.5;

export function toSlot(term: string): number {
  return hashWord(term) >>> (32 - SLOT_BITS);
}

function weightAt(place: number): number {
  if (place < LEAD_WORDS) return LEAD_WEIGHT;
  return place < BODY_WORDS ? BODY_WEIGHT : TAIL_WEIGHT;
}

function damp(count: number): number {
  return count >= 1 ? 1 + Math.log(count) : count;
}

function toSet(slots: readonly number[]): Uint32Array {
  return Uint32Array.from(new Set(slots)).sort();
}

/** The profile of an article given as the slots of its title and of its text, words that tell nothing left out. */
export function toProfile(title: readonly number[], body: readonly number[]): Profile {
  const counts = new Map<number, number>();
  const most = Math.min(body.length, MOST_WORDS);
  for (const slot of title) counts.set(slot, (counts.get(slot) ?? 0) + TITLE_WEIGHT);
  for (let place = 0; place < most; place += 1) {
    const slot = body[place] ?? 0;
    counts.set(slot, (counts.get(slot) ?? 0) + weightAt(place));
  }
  const slots = Uint32Array.from(counts.keys()).sort();
  return {
    whole: { slots, weights: Float32Array.from(slots, (slot) => damp(counts.get(slot) ?? 0)) },
    lead: toSet([...title, ...body.slice(0, LEAD_WORDS)]),
    title: toSet(title),
    opening: toSet(body.slice(0, LEAD_WORDS)),
  };
}
