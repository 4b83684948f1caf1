import { hashWord } from "./hash.ts";
import { createScratch } from "./scratch.ts";
import { numbersOf, slotOf } from "./term-numbers.ts";

/** A text's terms as slots, sorted, with how much each counts in it. */
export interface Bag {
  readonly slots: Uint32Array;
  /** The number of each slot's term, to look it up by. */
  readonly numbers: Uint32Array;
  /** 1 + ln of how often, places weighted; below one occurrence, the occurrence itself. */
  readonly weights: Float32Array;
}

/** What story grouping compares of an article: the whole with its beginning weighted, and the terms of its lead, which is title and opening, sorted. */
export interface Profile {
  readonly whole: Bag;
  readonly lead: Uint32Array;
  /** The number of each term of the lead. */
  readonly leadNumbers: Uint32Array;
  /** Where each term of the lead stands: in the title, in the opening, which every outlet words less freely, or in both. */
  readonly leadPlaces: Uint8Array;
}

/** Of the title: 1, so that it multiplies what counts for titles alone. */
export const OF_TITLE = 1;
export const OF_OPENING = 2;

/** News says what happened first: words weigh by where they stand, and after `MOST_TERMS` they are background. */
const TITLE_WEIGHT = 2;
const LEAD_WORDS = 40;
const LEAD_WEIGHT = 1.5;
const BODY_WORDS = 100;
const BODY_WEIGHT = 1;
export const MOST_TERMS = 300;
const TAIL_WEIGHT = 0.5;

export function toSlot(term: string): number {
  return slotOf(hashWord(term));
}

/** What a word weighs in its title, lead, body and tail: the two lowest bits of a key say where it stands. */
const PLACE_WEIGHTS = [TITLE_WEIGHT, LEAD_WEIGHT, BODY_WEIGHT, TAIL_WEIGHT] as const;
const PLACE_BITS = 2;
const [IN_TITLE, IN_LEAD, IN_BODY, IN_TAIL] = [0, 1, 2, 3] as const;
const PLACE_MASK = 2 ** PLACE_BITS - 1;

function placeAt(place: number): number {
  if (place < LEAD_WORDS) return IN_LEAD;
  return place < BODY_WORDS ? IN_BODY : IN_TAIL;
}

function damp(count: number): number {
  return count >= 1 ? 1 + Math.log(count) : count;
}

/** A text's terms with where they stand, and below them those of its lead. */
const KEYS = createScratch();

/** The terms of a title and the first words of a text, weighed by where they stand: sorted by term, they are summed in one walk. */
function toBag(title: ArrayLike<number>, body: ArrayLike<number>, most: number): Bag {
  const keys = KEYS(title.length + most);
  for (let i = 0; i < title.length; i += 1)
    keys[i] = ((title[i] as number) << PLACE_BITS) | IN_TITLE;
  for (let i = 0; i < most; i += 1)
    keys[title.length + i] = ((body[i] as number) << PLACE_BITS) | placeAt(i);
  keys.sort();
  const weights = new Float32Array(keys.length);
  let size = 0;
  for (let i = 0; i < keys.length; ) {
    const slot = (keys[i] as number) >>> PLACE_BITS;
    let count = 0;
    for (; i < keys.length && (keys[i] as number) >>> PLACE_BITS === slot; i += 1)
      count += PLACE_WEIGHTS[((keys[i] as number) & PLACE_MASK) as 0 | 1 | 2 | 3];
    // What has been read of the keys gives way to the terms.
    keys[size] = slot;
    weights[size] = damp(count);
    size += 1;
  }
  const slots = keys.slice(0, size);
  return { slots, numbers: numbersOf(slots), weights: weights.slice(0, size) };
}

/** The terms of a title and opening, each once with where it stands: sorted by term and place, each is told in one walk. */
function toLead(title: ArrayLike<number>, body: ArrayLike<number>, most: number) {
  const keys = KEYS(title.length + most);
  for (let i = 0; i < title.length; i += 1)
    keys[i] = ((title[i] as number) << PLACE_BITS) | OF_TITLE;
  for (let i = 0; i < most; i += 1)
    keys[title.length + i] = ((body[i] as number) << PLACE_BITS) | OF_OPENING;
  keys.sort();
  const places = new Uint8Array(keys.length);
  let size = 0;
  for (let i = 0; i < keys.length; size += 1) {
    const slot = (keys[i] as number) >>> PLACE_BITS;
    let place = 0;
    for (; i < keys.length && (keys[i] as number) >>> PLACE_BITS === slot; i += 1)
      place |= (keys[i] as number) & PLACE_MASK;
    // What has been read of the keys gives way to the terms.
    keys[size] = slot;
    places[size] = place;
  }
  const lead = keys.slice(0, size);
  return { lead, leadNumbers: numbersOf(lead), leadPlaces: places.slice(0, size) };
}

/** The profile of an article given as the slots of its title and of its text, words that tell nothing left out. */
export function toProfile(title: ArrayLike<number>, body: ArrayLike<number>): Profile {
  return {
    whole: toBag(title, body, Math.min(body.length, MOST_TERMS)),
    ...toLead(title, body, Math.min(body.length, LEAD_WORDS)),
  };
}
