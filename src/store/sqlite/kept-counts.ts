import type { Connection } from "./connection.ts";
import { watchWrites } from "./unwritten.ts";

/** Beyond so many keys, counting starts anew. */
const MOST_KEPT = 50_000;

/** How many of something there are, by key; what there is none of may be left out. */
export type Count = (keys: readonly string[]) => ReadonlyMap<string, number>;

/** Counts, and keeps the counts for as long as nothing is written to the database: counting what is common reads all its places. */
export function keepCounts(db: Connection, count: Count): Count {
  const kept = new Map<string, number>();
  const isWritten = watchWrites(db);
  return (keys) => {
    if (isWritten() || kept.size > MOST_KEPT) kept.clear();
    const unknown = [...new Set(keys)].filter((key) => !kept.has(key));
    if (unknown.length > 0) {
      // Nothing is kept before it is counted: counting may fail.
      const counted = count(unknown);
      for (const key of unknown) kept.set(key, counted.get(key) ?? 0);
    }
    return new Map(keys.map((key) => [key, kept.get(key) ?? 0]));
  };
}
