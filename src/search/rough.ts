import {
  MOST_COUNTED,
  type Occurrences,
  type SearchFilter,
  type SearchIndex,
  type TokenRun,
} from "../store/index.ts";
import { rarityOf } from "./score.ts";

/** What the index finds for runs of tokens, sorted roughly. */
export interface Found {
  /** The best first; of equals, the newest. */
  readonly numbers: readonly number[];
  /** How many were found, counted up to `MOST_COUNTED`. */
  readonly total: number;
}

/** The rarities of the runs an article has, those in its title twice: enough to tell which articles are worth a closer look. */
export function addRarities(
  found: readonly Occurrences[],
  articles: number,
): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const { anywhere, inTitle } of found) {
    const rarity = rarityOf(anywhere.length, articles);
    for (const numbers of [anywhere, inTitle]) {
      for (const number of numbers) scores.set(number, (scores.get(number) ?? 0) + rarity);
    }
  }
  return scores;
}

/** Finds the articles that have any of the runs. */
export async function findRoughly(
  index: SearchIndex,
  runs: readonly TokenRun[],
  filter: SearchFilter,
  articles: number,
): Promise<Found> {
  const scores = addRarities(await index.occurrences(runs, filter), articles);
  const numbers = [...scores].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([number]) => number);
  return { numbers, total: Math.min(numbers.length, MOST_COUNTED) };
}
