import { SLOTS } from "./bag.ts";

/**
 * A week of a newsroom's reading. In a window with fewer articles than this a term is judged as if the rest were there: one that
 * more articles have than a story is wide recurs in them at its rate, one that fewer have does not, because it is a story's own.
 */
const FULL_WINDOW = 500;
const STORY_WIDTH = 6;
/** In a handful of articles, few can be one story. */
const STORY_SHARE = 1 / 8;
const HALF = 0.5;

/** How many articles of the window have each term. Bounded: it neither grows with time nor with the language. */
export interface Rarity {
  add(slots: Uint32Array): void;
  remove(slots: Uint32Array): void;
  /** ln((N + 1) / (n + ½)): about 0 for a word in every article, largest for one in a single article. Never negative. */
  idf(slot: number): number;
  /** The same for each of many terms, into a list as long. */
  idfs(slots: Uint32Array, into: Float64Array): void;
  /** The most that a term can be worth which two reports of the window have. */
  highestOfTwo(): number;
  /** ln of how much fuller than a full window this one is; below 0 when it is emptier. */
  fullness(): number;
}

/** Counts for a window that starts empty. */
export function createRarity(): Rarity {
  const counts = new Int32Array(SLOTS);
  let articles = 0;
  let logOfAll = Math.log(FULL_WINDOW + 1);
  let missing = FULL_WINDOW;
  let width = 0;
  const change = (slots: Uint32Array, by: number) => {
    for (const slot of slots) counts[slot] = (counts[slot] ?? 0) + by;
    articles += by;
    missing = Math.max(0, FULL_WINDOW - articles);
    width = Math.min(STORY_WIDTH, articles * STORY_SHARE);
    logOfAll = Math.log(Math.max(articles, FULL_WINDOW) + 1);
  };
  const idf = (slot: number) => {
    const count = counts[slot] ?? 0;
    if (missing === 0) return Math.max(0, logOfAll - logOfCount(count));
    const elsewhere = count > width ? (missing * (count - width)) / articles : 0;
    return Math.max(0, logOfAll - Math.log(count + elsewhere + HALF));
  };
  return {
    add: (slots) => change(slots, 1),
    remove: (slots) => change(slots, -1),
    idf,
    idfs: (slots, into) => {
      for (let i = 0; i < slots.length; i += 1) into[i] = idf(slots[i] as number);
    },
    highestOfTwo: () => Math.max(0, logOfAll - logOfCount(2)),
    fullness: () => Math.log(Math.max(1, articles) / FULL_WINDOW),
  };
}

const KNOWN_LOGS = Float64Array.from({ length: 4096 }, (_, n) => Math.log(n + HALF));

function logOfCount(count: number): number {
  return KNOWN_LOGS[count] ?? Math.log(count + HALF);
}
