import type { StoredArticle } from "../catalog.ts";
import type { Connection } from "./connection.ts";
import { removeMentions } from "./mentions.ts";
import { ARTICLE_COLUMNS, type ArticleColumns, JOIN_VERSION, toStoredArticle } from "./rows.ts";

/** Puts articles before every later stage, by their keys. Part of a transaction. */
export function addPending(db: Connection, articles: readonly number[]): void {
  const keys = [JSON.stringify(articles)];
  db.run("INSERT OR IGNORE INTO pending_index SELECT value FROM json_each(?)", keys);
  db.run(
    `INSERT OR REPLACE INTO pending_group (article, instant, id)
     SELECT a.key, a.instant, a.id FROM json_each(?) e CROSS JOIN articles a ON a.key = e.value`,
    keys,
  );
  db.run("INSERT OR IGNORE INTO pending_analysis SELECT value FROM json_each(?)", keys);
}

/** Forgets what was read of an article's earlier text. Part of a transaction. */
export function forgetAnalysis(db: Connection, article: number): void {
  db.run("DELETE FROM analyses WHERE article = ?", [article]);
  removeMentions(db, article);
}

export function pendingIndex(
  db: Connection,
  limit: number,
): { readonly articles: readonly StoredArticle[]; readonly forget: readonly number[] } {
  const articles = db.all<ArticleColumns>(
    `SELECT ${ARTICLE_COLUMNS} FROM pending_index p
     CROSS JOIN articles a ON a.key = p.article ${JOIN_VERSION} ORDER BY p.article LIMIT ?`,
    [limit],
  );
  const forget = db.all<{ number: number }>("SELECT number FROM forget ORDER BY number LIMIT ?", [
    limit,
  ]);
  return { articles: articles.map(toStoredArticle), forget: forget.map((row) => row.number) };
}

export function markIndexed(
  db: Connection,
  numbers: readonly number[],
  forgotten: readonly number[],
): void {
  db.transaction(() => {
    db.run(
      `DELETE FROM pending_index WHERE article IN
       (SELECT a.key FROM json_each(?) e CROSS JOIN articles a ON a.number = e.value)`,
      [JSON.stringify(numbers)],
    );
    db.run("DELETE FROM forget WHERE number IN (SELECT value FROM json_each(?))", [
      JSON.stringify(forgotten),
    ]);
  });
}

export function pendingGroup(db: Connection, limit: number): readonly StoredArticle[] {
  const rows = db.all<ArticleColumns>(
    `SELECT ${ARTICLE_COLUMNS} FROM pending_group p
     CROSS JOIN articles a ON a.key = p.article ${JOIN_VERSION}
     ORDER BY p.instant IS NULL, p.instant, p.id LIMIT ?`,
    [limit],
  );
  return rows.map(toStoredArticle);
}
