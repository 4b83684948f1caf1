import type { StoredArticle } from "../catalog.ts";
import type { Connection } from "./connection.ts";
import { removeMentions } from "./mentions.ts";
import { ARTICLE_COLUMNS, type ArticleColumns, JOIN_VERSION, toStoredArticle } from "./rows.ts";

interface PendingArticle {
  readonly key: number;
  readonly instant: number | null;
  readonly id: string;
  readonly version: number;
}

/** Puts an article before every later stage; what was read of an earlier text, where it has one, is forgotten. Part of a transaction. */
export function addPending(db: Connection, article: PendingArticle): void {
  db.run("INSERT OR IGNORE INTO pending_index VALUES (?)", [article.key]);
  db.run("INSERT OR REPLACE INTO pending_group (article, instant, id) VALUES (?, ?, ?)", [
    article.key,
    article.instant,
    article.id,
  ]);
  db.run("INSERT OR IGNORE INTO pending_analysis VALUES (?)", [article.key]);
  if (article.version === 1) return;
  db.run("DELETE FROM analyses WHERE article = ?", [article.key]);
  removeMentions(db, article.key);
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
