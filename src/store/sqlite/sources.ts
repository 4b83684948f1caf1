import { NEVER_POLLED, type Poll, type Source } from "../../model/index.ts";
import type { NewSource, SourceRecord } from "../collection.ts";
import type { Connection } from "./connection.ts";
import { refreshHosts } from "./hosts.ts";

const COLUMNS = "source, poll, next_at AS nextAt";

interface SourceColumns {
  readonly source: string;
  readonly poll: string;
  readonly nextAt: number;
}

const toRecord = (row: SourceColumns): SourceRecord => ({
  source: JSON.parse(row.source) as Source,
  // What an older version saved lacks what it did not know of.
  poll: { ...NEVER_POLLED, ...(JSON.parse(row.poll) as Partial<Poll>) },
  nextAt: row.nextAt,
});

export function addSources(
  db: Connection,
  sources: readonly NewSource[],
  now: number,
): readonly string[] {
  return db.transaction(() => {
    const added = sources.filter(
      ({ source, host }) =>
        db.run(
          `INSERT OR IGNORE INTO sources (id, host, state, next_at, source, poll) VALUES (?, ?, ?, ?, ?, ?)`,
          [
            source.id,
            host,
            source.state,
            now,
            JSON.stringify(source),
            JSON.stringify(NEVER_POLLED),
          ],
        ) > 0,
    );
    refreshHosts(
      db,
      added.map(({ host }) => host),
    );
    return added.map(({ source }) => source.id);
  });
}

export function findSources(db: Connection): readonly SourceRecord[] {
  return db.all<SourceColumns>(`SELECT ${COLUMNS} FROM sources ORDER BY key`).map(toRecord);
}

export function findSource(db: Connection, id: string): SourceRecord | null {
  const row = db.get<SourceColumns>(`SELECT ${COLUMNS} FROM sources WHERE id = ?`, [id]);
  return row === null ? null : toRecord(row);
}

export function findDueSources(
  db: Connection,
  host: string,
  now: number,
  limit: number,
): readonly SourceRecord[] {
  const rows = db.all<SourceColumns>(
    `SELECT ${COLUMNS} FROM sources WHERE host = ? AND state = 'active' AND next_at <= ?
     ORDER BY next_at, key LIMIT ?`,
    [host, now, limit],
  );
  return rows.map(toRecord);
}

const hostOf = (db: Connection, id: string): string | null =>
  db.get<{ host: string }>("SELECT host FROM sources WHERE id = ?", [id])?.host ?? null;

const hostsOfPages = (db: Connection, id: string): string[] =>
  db
    .all<{ host: string }>("SELECT DISTINCT host FROM pages WHERE source = ?", [id])
    .map(({ host }) => host);

export function setSourceState(
  db: Connection,
  id: string,
  state: Source["state"],
  now: number,
): boolean {
  return db.transaction(() => {
    const host = hostOf(db, id);
    if (host === null) return false;
    db.run(
      `UPDATE sources SET state = ?1, source = json_set(source, '$.state', ?1),
       next_at = min(next_at, ?2) WHERE id = ?3`,
      [state, now, id],
    );
    refreshHosts(db, [host, ...hostsOfPages(db, id)]);
    return true;
  });
}

export function removeSource(db: Connection, id: string): boolean {
  return db.transaction(() => {
    const host = hostOf(db, id);
    if (host === null) return false;
    const hosts = hostsOfPages(db, id);
    db.run("DELETE FROM sources WHERE id = ?", [id]);
    db.run("DELETE FROM pages WHERE source = ? AND state = 'waiting'", [id]);
    db.run("UPDATE pages SET next_at = NULL WHERE source = ?", [id]);
    refreshHosts(db, [host, ...hosts]);
    return true;
  });
}

export function hurrySources(db: Connection, now: number): void {
  db.transaction(() => {
    db.run("UPDATE sources SET next_at = ?1 WHERE state = 'active' AND next_at > ?1", [now]);
    const hosts = db.all<{ host: string }>("SELECT DISTINCT host FROM sources");
    refreshHosts(
      db,
      hosts.map(({ host }) => host),
    );
  });
}
