import type { Name } from "../../model/index.ts";
import type { NumberRange } from "../article-number.ts";
import type { MentioningArticle, NameRecord, WeighedName } from "../catalog.ts";
import type { Connection } from "./connection.ts";

const MOST_SPELLINGS = 20;
const LATEST_REPORTS = 60;
/** Above every article number. */
const NO_END = 2 ** 53;

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

export function countNaming(
  db: Connection,
  names: readonly Pick<Name, "type" | "key">[],
): readonly number[] {
  const rows = db.all<{ reports: number }>(
    `SELECT (SELECT count(*) FROM mentions m
       WHERE m.key = e.value ->> 'key' AND m.type = e.value ->> 'type') AS reports
     FROM json_each(?) e ORDER BY e.key`,
    [JSON.stringify(names)],
  );
  return rows.map(({ reports }) => reports);
}

export function findMentioning(
  db: Connection,
  names: readonly WeighedName[],
  range: NumberRange,
  limit: number,
): readonly MentioningArticle[] {
  return db.all<MentioningArticle>(
    `WITH shared AS MATERIALIZED (
       SELECT m.article, sum(e.value ->> 'weight') AS weight FROM json_each(?1) e
       CROSS JOIN mentions m ON m.key = e.value ->> 'key' AND m.type = e.value ->> 'type'
       GROUP BY m.article)
     SELECT a.number, s.weight FROM shared s CROSS JOIN articles a ON a.key = s.article
     WHERE a.number >= ?2 AND a.number < ?3 ORDER BY s.weight DESC, a.number DESC LIMIT ?4`,
    [JSON.stringify(names), range.from ?? 0, range.to ?? NO_END, limit],
  );
}
