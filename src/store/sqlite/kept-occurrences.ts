import type { Occurrences, TokenRun } from "../search-index.ts";
import type { Connection } from "./connection.ts";
import { watchWrites } from "./unwritten.ts";

/** Numbers kept in all, some megabytes; beyond them keeping starts anew. */
const MOST_KEPT = 500_000;
/** What a run is kept by takes memory too, also of one that occurs nowhere. */
const NUMBERS_A_RUN = 32;

export type FindRun = (run: TokenRun) => Occurrences;

/**
 * Finds where runs occur, and keeps what it found for as long as nothing is written to the database: readers of one day ask for the same
 * words, and the commonest have the longest lists.
 */
export function keepOccurrences(db: Connection, find: FindRun): FindRun {
  const kept = new Map<string, Occurrences>();
  const isWritten = watchWrites(db);
  let numbers = 0;
  return (run) => {
    if (isWritten() || numbers > MOST_KEPT) {
      kept.clear();
      numbers = 0;
    }
    const key = run.join(" ");
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = find(run);
    kept.set(key, found);
    numbers += NUMBERS_A_RUN + key.length + found.anywhere.length + found.inTitle.length;
    return found;
  };
}
