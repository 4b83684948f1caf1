import type { OutletCount, OutletRecord } from "../catalog.ts";
import type { Connection } from "./connection.ts";

export function countOutlets(db: Connection, limit: number): readonly OutletCount[] {
  return db.all<OutletCount>(
    `WITH copied AS (
       SELECT a.outlet, count(*) AS copies FROM placements p CROSS JOIN articles a ON a.key = p.article
       WHERE p.copy IS NOT NULL AND a.outlet IS NOT NULL GROUP BY a.outlet
     ), counted AS (
       SELECT outlet, count(*) AS reports FROM articles WHERE outlet IS NOT NULL GROUP BY outlet
     )
     SELECT counted.outlet, counted.reports, coalesce(copied.copies, 0) AS copies
     FROM counted LEFT JOIN copied USING (outlet)
     ORDER BY counted.reports DESC, counted.outlet LIMIT ?`,
    [limit],
  );
}

/** First and follower are told of these many stories, so that a page costs the same after years. */
const LATEST_STORIES = 500;
const LATEST_REPORTS = 30;

interface RecordColumns {
  readonly reports: number;
  readonly copies: number;
}

/** The stories of an outlet that others tell too and whose first report is known, with whether one of its own is first or among the first. */
const SHARED = `
  WITH latest AS (
    SELECT p.story, max(a.instant) AS at FROM articles a CROSS JOIN placements p ON p.article = a.key
    WHERE a.outlet = ?1 GROUP BY p.story ORDER BY at DESC LIMIT ${LATEST_STORIES}
  ), shared AS (
    SELECT EXISTS (SELECT 1 FROM json_each(s.story, '$.first') j CROSS JOIN articles f ON f.id = j.value WHERE f.outlet = ?1) AS first
    FROM latest CROSS JOIN stories s ON s.id = latest.story
    WHERE json_extract(s.story, '$.outlets') > 1 AND json_array_length(s.story, '$.first') > 0
  )
  SELECT count(*) FILTER (WHERE first) AS first, count(*) FILTER (WHERE NOT first) AS followed FROM shared`;

export function findOutlet(db: Connection, outlet: string): OutletRecord | null {
  const counts = db.get<RecordColumns>(
    `SELECT count(*) AS reports, count(p.copy) AS copies FROM articles a
     LEFT JOIN placements p ON p.article = a.key WHERE a.outlet = ?`,
    [outlet],
  );
  if (counts === null || counts.reports === 0) return null;
  const shared = db.get<{ first: number; followed: number }>(SHARED, [outlet]);
  const latest = db.all<{ id: string }>(
    "SELECT id FROM articles WHERE outlet = ? ORDER BY instant DESC, id LIMIT ?",
    [outlet, LATEST_REPORTS],
  );
  return {
    outlet,
    reports: counts.reports,
    copies: counts.copies,
    first: shared?.first ?? 0,
    followed: shared?.followed ?? 0,
    latest: latest.map(({ id }) => id),
  };
}
