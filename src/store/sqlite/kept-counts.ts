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
    for (const key of unknown) kept.set(key, 0);
    if (unknown.length > 0) for (const [key, number] of count(unknown)) kept.set(key, number);
    return new Map(keys.map((key) => [key, kept.get(key) ?? 0]));
  };
}
