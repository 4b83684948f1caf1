import type { Name } from "../../model/index.ts";
import type { NameRecord } from "../catalog.ts";
import type { Connection } from "./connection.ts";

const MOST_SPELLINGS = 20;
const LATEST_REPORTS = 60;

/** Replaces what an article mentions. Part of a transaction. */
export function saveMentions(db: Connection, article: number, names: readonly Name[]): void {
  removeMentions(db, article);
  if (names.length === 0) return;
  // The first spelling is the fullest: later ones are often a surname alone. One statement for all: there are some twenty an article.
  db.run(
    `INSERT OR IGNORE INTO mentions (key, type, article, spelling)
     SELECT json_extract(value, '$.key'), json_extract(value, '$.type'), ?1, json_extract(value, '$.text') FROM json_each(?2)`,
    [article, JSON.stringify(names)],
  );
}

/** Forgets what an article mentions. Part of a transaction. */
export function removeMentions(db: Connection, article: number): void {
  db.run("DELETE FROM mentions WHERE article = ?", [article]);
}

export function findName(db: Connection, type: Name["type"], key: string): NameRecord | null {
  const counted = db.get<{ reports: number }>(
    "SELECT count(*) AS reports FROM mentions WHERE key = ? AND type = ?",
    [key, type],
  );
  if (counted === null || counted.reports === 0) return null;
  const spellings = db.all<{ spelling: string; reports: number }>(
    `SELECT spelling, count(*) AS reports FROM mentions WHERE key = ? AND type = ?
     GROUP BY spelling ORDER BY reports DESC, spelling LIMIT ?`,
    [key, type, MOST_SPELLINGS],
  );
  const latest = db.all<{ id: string }>(
    `SELECT a.id FROM mentions m CROSS JOIN articles a ON a.key = m.article
     WHERE m.key = ? AND m.type = ? ORDER BY a.instant DESC, a.id LIMIT ?`,
    [key, type, LATEST_REPORTS],
  );
  return {
    type,
    key,
    reports: counted.reports,
    spellings,
    latest: latest.map(({ id }) => id),
  };
}
