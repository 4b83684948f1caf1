import type { Analysis } from "../../model/index.ts";
import type { AnalysisRow, StoredArticle, Subject } from "../catalog.ts";
import type { Connection } from "./connection.ts";
import { saveMentions } from "./mentions.ts";
import { ARTICLE_COLUMNS, type ArticleColumns, JOIN_VERSION, toStoredArticle } from "./rows.ts";

export function pendingAnalysis(
  db: Connection,
  limit: number,
  skip: number,
): readonly StoredArticle[] {
  const rows = db.all<ArticleColumns>(
    `SELECT ${ARTICLE_COLUMNS} FROM (SELECT article FROM pending_analysis ORDER BY article LIMIT ? OFFSET ?) p
     CROSS JOIN articles a ON a.key = p.article ${JOIN_VERSION} ORDER BY p.article`,
    [limit, skip],
  );
  return rows.map(toStoredArticle);
}

/** The key of the article whose current text this is read from; null when its text has changed since. */
function findCurrent(db: Connection, { id, version }: AnalysisRow): number | null {
  const row = db.get<{ key: number }>("SELECT key FROM articles WHERE id = ? AND version = ?", [
    id,
    version,
  ]);
  return row?.key ?? null;
}

export function saveAnalyses(db: Connection, rows: readonly AnalysisRow[]): void {
  if (rows.length === 0) return;
  db.transaction(() => {
    const namesOf = new Map<number, Analysis["names"]>();
    for (const row of rows) {
      const article = findCurrent(db, row);
      if (article === null) continue;
      db.run("INSERT OR REPLACE INTO analyses (article, analyzer, analysis) VALUES (?, ?, ?)", [
        article,
        row.analysis.analyzer,
        JSON.stringify(row.analysis),
      ]);
      namesOf.set(article, row.analysis.names);
    }
    saveMentions(db, namesOf);
    db.run("DELETE FROM pending_analysis WHERE article IN (SELECT value FROM json_each(?))", [
      JSON.stringify([...namesOf.keys()]),
    ]);
  });
}

export function renewAnalyses(db: Connection, analyzer: string): void {
  db.run(
    `INSERT OR IGNORE INTO pending_analysis
     SELECT article FROM analyses WHERE analyzer < ?1 UNION ALL SELECT article FROM analyses WHERE analyzer > ?1`,
    [analyzer],
  );
}

export function findAnalyses(
  db: Connection,
  ids: readonly string[],
): ReadonlyMap<string, Analysis> {
  const rows = db.all<{ id: string; analysis: string }>(
    `SELECT a.id, n.analysis FROM json_each(?) e
     CROSS JOIN articles a ON a.id = e.value CROSS JOIN analyses n ON n.article = a.key`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, analysis }) => [id, JSON.parse(analysis) as Analysis]));
}

export function findSubjects(db: Connection, ids: readonly string[]): ReadonlyMap<string, Subject> {
  const rows = db.all<{ id: string; subject: string }>(
    `SELECT a.id, json_extract(n.analysis, '$.names', '$.topic') AS subject FROM json_each(?) e
     CROSS JOIN articles a ON a.id = e.value CROSS JOIN analyses n ON n.article = a.key`,
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map(({ id, subject }) => {
      const [names, topic] = JSON.parse(subject) as [Subject["names"], Subject["topic"]];
      return [id, { names, topic }];
    }),
  );
}

export function findTopics(
  db: Connection,
  ids: readonly string[],
): ReadonlyMap<string, Subject["topic"]> {
  const rows = db.all<{ id: string; topic: Subject["topic"] }>(
    `SELECT a.id, json_extract(n.analysis, '$.topic') AS topic FROM json_each(?) e
     CROSS JOIN articles a ON a.id = e.value CROSS JOIN analyses n ON n.article = a.key`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, topic }) => [id, topic]));
}
