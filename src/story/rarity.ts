import { SLOTS } from "./bag.ts";

/** How many articles of the window have each term. Bounded: it neither grows with time nor with the language. */
export interface Rarity {
  add(slots: Uint32Array): void;
  remove(slots: Uint32Array): void;
  /** ln((N + 1) / (n + ½)): about 0 for a word in every article, largest for one in a single article. Never negative. */
  idf(slot: number): number;
  articles(): number;
}

/** Counts for a window that starts empty. */
export function createRarity(): Rarity {
  const counts = new Int32Array(SLOTS);
  let articles = 0;
  let logOfAll = 0;
  const change = (slots: Uint32Array, by: number) => {
    for (const slot of slots) counts[slot] = (counts[slot] ?? 0) + by;
    articles += by;
    logOfAll = Math.log(articles + 1);
  };
  return {
    add: (slots) => change(slots, 1),
    remove: (slots) => change(slots, -1),
    idf: (slot) => Math.max(0, logOfAll - logOfCount(counts[slot] ?? 0)),
    articles: () => articles,
  };
}

const HALF = 0.5;
const KNOWN_LOGS = Float64Array.from({ length: 4096 }, (_, n) => Math.log(n + HALF));

function logOfCount(count: number): number {
  return KNOWN_LOGS[count] ?? Math.log(count + HALF);
}
