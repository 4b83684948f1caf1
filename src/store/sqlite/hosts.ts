import type { LeaseRequest } from "../collection.ts";
import type { Connection } from "./connection.ts";

/** Pages of a paused source rest with it. `p` is `pages`. */
export const NOT_PAUSED = `NOT EXISTS (SELECT 1 FROM sources q WHERE q.id = p.source AND q.state = 'paused')`;

/** When something of the host is due next. `h` is `hosts`. The first row that is not paused is enough, however many wait. */
const DUE = `(SELECT min(at) FROM (
    SELECT min(next_at) AS at FROM sources s WHERE s.host = h.host AND s.state = 'active'
    UNION ALL SELECT (
      SELECT next_at FROM pages p WHERE p.host = h.host AND p.next_at IS NOT NULL AND ${NOT_PAUSED}
      ORDER BY next_at LIMIT 1)))`;

/** Tells hosts what is due of them now. Part of a transaction that changed their sources or pages. */
export function refreshHosts(db: Connection, hosts: readonly string[]): void {
  const wanted = [JSON.stringify([...new Set(hosts)])];
  db.run("INSERT OR IGNORE INTO hosts (host) SELECT value FROM json_each(?)", wanted);
  db.run(
    `UPDATE hosts AS h SET due_at = ${DUE} WHERE host IN (SELECT value FROM json_each(?))`,
    wanted,
  );
}

export function leaseHosts(db: Connection, request: LeaseRequest): readonly string[] {
  const { owner, now, until, limit } = request;
  return db.transaction(() => {
    const hosts = db
      .all<{ host: string }>(
        `SELECT host FROM hosts WHERE due_at <= ?1 AND free_at <= ?1 AND lease_until <= ?1
         ORDER BY due_at, host LIMIT ?2`,
        [now, limit],
      )
      .map(({ host }) => host);
    db.run(
      `UPDATE hosts SET owner = ?, lease_until = ? WHERE host IN (SELECT value FROM json_each(?))`,
      [owner, until, JSON.stringify(hosts)],
    );
    return hosts;
  });
}

export function renewLeases(db: Connection, owner: string, until: number): void {
  db.run("UPDATE hosts SET lease_until = ? WHERE owner = ? AND lease_until > 0", [until, owner]);
}

export function findLeaseOwners(db: Connection): readonly string[] {
  const rows = db.all<{ owner: string }>(
    "SELECT DISTINCT owner FROM hosts WHERE owner IS NOT NULL AND lease_until > 0",
  );
  return rows.map(({ owner }) => owner);
}

export function dropLeases(db: Connection, owners: readonly string[]): void {
  db.run(
    "UPDATE hosts SET lease_until = 0, owner = NULL WHERE owner IN (SELECT value FROM json_each(?))",
    [JSON.stringify(owners)],
  );
}

/** A worker that lost its lease to another must not end the other's. */
export function releaseHost(db: Connection, owner: string, host: string, freeAt: number): void {
  db.transaction(() => {
    db.run(
      "UPDATE hosts SET lease_until = 0, owner = NULL, free_at = ? WHERE host = ? AND owner = ?",
      [freeAt, host, owner],
    );
    refreshHosts(db, [host]);
  });
}

export function findNextDue(db: Connection): number | null {
  const row = db.get<{ at: number | null }>(
    "SELECT min(max(due_at, free_at)) AS at FROM hosts WHERE due_at IS NOT NULL",
  );
  return row?.at ?? null;
}
