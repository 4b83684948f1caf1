import type { Story } from "../../model/index.ts";
import type { StoryQuery } from "../catalog.ts";
import type { Connection } from "./connection.ts";

const DAY_MS = 86_400_000;

interface StoryColumns {
  readonly story: string;
}

const toStory = (row: StoryColumns): Story => JSON.parse(row.story) as Story;

export function findStory(db: Connection, id: string): Story | null {
  const row = db.get<StoryColumns>("SELECT story FROM stories WHERE id = ?", [id]);
  return row === null ? null : toStory(row);
}

/** Stories newest first. A story that spans the range without a report in it is not of the range, hence the EXISTS. */
export function findStories(db: Connection, query: StoryQuery): readonly Story[] {
  const { range, limit, offset } = query;
  if (range === null) {
    const sql = "SELECT story FROM stories ORDER BY last DESC, id LIMIT ? OFFSET ?";
    return db.all<StoryColumns>(sql, [limit, offset]).map(toStory);
  }
  const rows = db.all<StoryColumns>(
    `SELECT s.story FROM stories s
     WHERE s.last >= ?1 AND s.first < ?2 AND EXISTS (
       SELECT 1 FROM placements p CROSS JOIN articles a ON a.key = p.article
       WHERE p.story = s.id AND a.instant >= ?1 AND a.instant < ?2)
     ORDER BY s.last DESC, s.id LIMIT ?3 OFFSET ?4`,
    [range.from, range.to, limit, offset],
  );
  return rows.map(toStory);
}

/** The days of placed articles. Jumps from day to day through the index instead of reading every article. */
export function findDays(db: Connection, limit: number): readonly string[] {
  const days: string[] = [];
  let before = Number.POSITIVE_INFINITY;
  while (days.length < limit) {
    const latest = db.get<{ instant: number }>(
      `SELECT a.instant FROM articles a
       WHERE a.instant < ? AND EXISTS (SELECT 1 FROM placements p WHERE p.article = a.key)
       ORDER BY a.instant DESC LIMIT 1`,
      [before],
    );
    if (latest === null) break;
    before = Math.floor(latest.instant / DAY_MS) * DAY_MS;
    days.push(new Date(before).toISOString().slice(0, 10));
  }
  return days;
}
