import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../errors.ts";
import type { Connection } from "./connection.ts";

const MOST_PROBLEMS = 10;

type Check = (db: Connection) => readonly string[];

const checkPages: Check = (db) =>
  db
    .all<{ quick_check: string }>(`PRAGMA quick_check(${MOST_PROBLEMS})`)
    .map((row) => row.quick_check)
    .filter((said) => said !== "ok")
    .map((said) => `database: ${said.replaceAll("\n", " ")}`);

const checkJournal: Check = (db) => {
  const mode = db.get<{ journal_mode: string }>("PRAGMA journal_mode")?.journal_mode;
  return mode === "wal"
    ? []
    : [`database: journal mode is ${mode}, not wal; readers may have to wait`];
};

/** A fault told by how many rows show it. */
const checkCount =
  (sql: string, says: (count: number) => string): Check =>
  (db) => {
    const count = db.get<{ count: number }>(sql)?.count ?? 0;
    return count === 0 ? [] : [says(count)];
  };

/** The counts mean little on damaged pages. */
const COUNTS: readonly Check[] = [
  checkCount(
    `SELECT count(*) AS count FROM articles a
     WHERE NOT EXISTS (SELECT 1 FROM pending_index p WHERE p.article = a.key)
       AND NOT EXISTS (SELECT 1 FROM search_docsize d WHERE d.id = a.number)`,
    (count) => `search index: lacks ${count} articles that are marked as indexed`,
  ),
  checkCount(
    `SELECT count(*) AS count FROM search_docsize d
     WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.number = d.id)
       AND NOT EXISTS (SELECT 1 FROM forget f WHERE f.number = d.id)`,
    (count) => `search index: has ${count} entries that are no article's`,
  ),
  checkCount(
    `SELECT count(*) AS count FROM placements p
     WHERE NOT EXISTS (SELECT 1 FROM stories s WHERE s.id = p.story)`,
    (count) => `catalog: ${count} articles are placed in stories that are not there`,
  ),
];

/** What is wrong with the database, one line a fault. Where nobody can write it, no reader has to wait, whatever its journal. */
export function findFaults(db: Connection, isWritten: boolean): readonly string[] {
  const faults: string[] = [];
  for (const check of [checkPages, ...(isWritten ? [checkJournal] : []), ...COUNTS]) {
    try {
      faults.push(...check(db));
    } catch (error) {
      // Damage found while looking for damage is an answer, not a failure.
      if (!(error instanceof StoreError)) throw error;
      faults.push(error.message);
    }
  }
  return faults;
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    // Journals come and go while they are being counted.
    return 0;
  }
}

/** Bytes of the database, its journal and the blobs. */
export async function countBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let total = 0;
  for (const entry of entries) {
    if (entry.isFile()) total += await sizeOf(join(entry.parentPath, entry.name));
  }
  return total;
}
