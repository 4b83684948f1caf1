import { hashWord } from "./hash.ts";

/** Terms live in this many slots, so that memory does not grow with the language; a clash only blurs two rare words. */
const SLOT_BITS = 22;
export const SLOTS: number = 2 ** SLOT_BITS;

/** A text's terms as slots, sorted, with how much each counts in it. */
export interface Bag {
  readonly slots: Uint32Array;
  /** 1 + ln of how often, places weighted; below one occurrence, the occurrence itself. */
  readonly weights: Float32Array;
}

/** What story grouping compares of an article: the whole with its beginning weighted, the lead, and the title. */
export interface Profile {
  readonly whole: Bag;
  readonly lead: Bag;
  readonly title: Bag;
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

function toBag(
  parts: readonly (readonly [terms: readonly string[], weight: (place: number) => number])[],
): Bag {
  const weights = new Map<number, number>();
  for (const [terms, weight] of parts) {
    terms.forEach((term, place) => {
      const slot = toSlot(term);
      weights.set(slot, (weights.get(slot) ?? 0) + weight(place));
    });
  }
  const slots = Uint32Array.from(weights.keys()).sort();
  return { slots, weights: Float32Array.from(slots, (slot) => damp(weights.get(slot) ?? 0)) };
}

const once = () => 1;

/** The profile of an article given as the stems of its title and of its text, stop words left out. */
export function toProfile(title: readonly string[], body: readonly string[]): Profile {
  return {
    whole: toBag([
      [title, () => TITLE_WEIGHT],
      [body.slice(0, MOST_WORDS), weightAt],
    ]),
    lead: toBag([
      [title, once],
      [body.slice(0, LEAD_WORDS), once],
    ]),
    title: toBag([[title, once]]),
  };
}
