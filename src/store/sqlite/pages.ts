import type { PageTask, Source } from "../../model/index.ts";
import type { FoundPage, PageRow, SourceRow } from "../collection.ts";
import type { Connection } from "./connection.ts";
import { NOT_PAUSED, refreshHosts } from "./hosts.ts";

interface PageColumns {
  readonly page: string;
}

const toTask = (row: PageColumns): PageTask => JSON.parse(row.page) as PageTask;

export function savePoll(
  db: Connection,
  row: SourceRow,
  found: readonly FoundPage[],
  now: number,
): number {
  const { poll, nextAt } = row;
  const { id } = row.source;
  return db.transaction(() => {
    const known = db.get<{ state: Source["state"] }>("SELECT state FROM sources WHERE id = ?", [
      id,
    ]);
    // Removed while it was polled.
    if (known === null) return 0;
    // Paused while it was polled.
    const state = known.state === "paused" ? known.state : row.source.state;
    const source: Source = { ...row.source, state };
    db.run(
      "UPDATE sources SET state = ?, next_at = ?, failures = ?, source = ?, poll = ? WHERE id = ?",
      [state, nextAt, poll.failures, JSON.stringify(source), JSON.stringify(poll), id],
    );
    let added = 0;
    for (const page of found) if (addPage(db, page, now)) added += 1;
    const own = db.get<{ host: string }>("SELECT host FROM sources WHERE id = ?", [id]);
    refreshHosts(db, [...(own === null ? [] : [own.host]), ...found.map(({ host }) => host)]);
    return added;
  });
}

/** Whether the page was new. A known one is due again when the publisher says that it was changed. */
function addPage(db: Connection, { page, host, modified }: FoundPage, now: number): boolean {
  const added = db.run(
    `INSERT OR IGNORE INTO pages (id, host, source, state, next_at, modified, page) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      page.id,
      host,
      page.source,
      page.state,
      page.state === "waiting" ? now : null,
      modified,
      JSON.stringify(page),
    ],
  );
  if (added > 0) return true;
  if (modified !== null) {
    db.run(
      `UPDATE pages SET modified = ?1, next_at = CASE WHEN state = 'done' THEN ?2 ELSE next_at END,
       page = json_set(page, '$.hint', json(?4)) WHERE id = ?3 AND modified IS NOT ?1`,
      [modified, now, page.id, JSON.stringify(page.hint)],
    );
  }
  return false;
}

export function savePages(db: Connection, rows: readonly PageRow[]): void {
  db.transaction(() => {
    for (const { page, nextAt } of rows) {
      const known = db.run(
        `UPDATE pages SET state = ?, page = ?,
         next_at = CASE WHEN source IS NULL OR source IN (SELECT id FROM sources) THEN ? END WHERE id = ?`,
        [page.state, JSON.stringify(page), nextAt, page.id],
      );
      // Its source was removed while it was fetched: what it gave keeps its original, and it is not looked at again.
      if (known === 0) insertFetched(db, page);
      for (const article of page.articles) {
        db.run("INSERT OR REPLACE INTO page_articles VALUES (?, ?)", [article, page.id]);
      }
    }
    const hosts = db.all<{ host: string }>(
      "SELECT DISTINCT host FROM pages WHERE id IN (SELECT value FROM json_each(?))",
      [JSON.stringify(rows.map(({ page }) => page.id))],
    );
    refreshHosts(
      db,
      hosts.map(({ host }) => host),
    );
  });
}

function insertFetched(db: Connection, page: PageTask): void {
  if (page.articles.length === 0) return;
  db.run("INSERT INTO pages (id, host, source, state, page) VALUES (?, ?, ?, ?, ?)", [
    page.id,
    new URL(page.url).host,
    page.source,
    page.state === "waiting" ? "done" : page.state,
    JSON.stringify(page),
  ]);
}

export function adoptPage(db: Connection, page: PageTask, host: string): void {
  db.transaction(() => {
    const added = db.run(
      "INSERT OR IGNORE INTO pages (id, host, source, state, page) VALUES (?, ?, ?, ?, ?)",
      [page.id, host, page.source, page.state, JSON.stringify(page)],
    );
    if (added === 0) return;
    for (const article of page.articles) {
      db.run("INSERT OR IGNORE INTO page_articles VALUES (?, ?)", [article, page.id]);
    }
  });
}

export function findDuePages(
  db: Connection,
  host: string,
  now: number,
  limit: number,
): readonly PageTask[] {
  const rows = db.all<PageColumns>(
    `SELECT page FROM pages p WHERE host = ? AND next_at <= ? AND ${NOT_PAUSED}
     ORDER BY next_at, key LIMIT ?`,
    [host, now, limit],
  );
  return rows.map(toTask);
}

export function findPage(db: Connection, id: string): PageTask | null {
  const row = db.get<PageColumns>("SELECT page FROM pages WHERE id = ?", [id]);
  return row === null ? null : toTask(row);
}

export function findPageOf(db: Connection, articleId: string): PageTask | null {
  const row = db.get<PageColumns>(
    `SELECT p.page FROM page_articles a CROSS JOIN pages p ON p.id = a.page WHERE a.article = ?`,
    [articleId],
  );
  return row === null ? null : toTask(row);
}

export function findAside(db: Connection, limit: number): readonly PageTask[] {
  return db
    .all<PageColumns>("SELECT page FROM pages WHERE state = 'aside' ORDER BY key DESC LIMIT ?", [
      limit,
    ])
    .map(toTask);
}

export function retryPages(db: Connection, ids: readonly string[] | "all", now: number): number {
  return db.transaction(() => {
    const which = ids === "all" ? "" : "AND id IN (SELECT value FROM json_each(?))";
    const values = ids === "all" ? [] : [JSON.stringify(ids)];
    const hosts = db.all<{ host: string }>(
      `SELECT DISTINCT host FROM pages WHERE state = 'aside' ${which}`,
      values,
    );
    const count = db.run(
      `UPDATE pages SET state = 'waiting', next_at = ?, page = json_set(page, '$.state', 'waiting', '$.tries', 0)
       WHERE state = 'aside' ${which}`,
      [now, ...values],
    );
    refreshHosts(
      db,
      hosts.map(({ host }) => host),
    );
    return count;
  });
}
