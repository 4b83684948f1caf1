import { type Placement, parseInstant, type Story } from "../../model/index.ts";
import type { GroupBatch, GroupedArticle, TimeRange } from "../catalog.ts";
import type { Connection } from "./connection.ts";
import {
  ARTICLE_COLUMNS,
  type ArticleColumns,
  JOIN_VERSION,
  PLACEMENT_COLUMNS,
  type PlacementColumns,
  toJsonOrNull,
  toPlacement,
  toStoredArticle,
} from "./rows.ts";

type GroupedColumns = ArticleColumns & PlacementColumns;

const GROUPED_COLUMNS = `${ARTICLE_COLUMNS}, ${PLACEMENT_COLUMNS}`;

const NOT_PENDING = "NOT EXISTS (SELECT 1 FROM pending_group g WHERE g.article = a.key)";

const toGrouped = (row: GroupedColumns): GroupedArticle => ({
  article: toStoredArticle(row),
  placement: toPlacement(row),
});

/** The placed and not pending articles of a time range, or those without an instant, in order of instant, then id. */
export function findGrouped(
  db: Connection,
  range: TimeRange | "undated",
): readonly GroupedArticle[] {
  const [within, values] =
    range === "undated"
      ? ["a.instant IS NULL", []]
      : ["a.instant >= ? AND a.instant < ?", [range.from, range.to]];
  const rows = db.all<GroupedColumns>(
    `SELECT ${GROUPED_COLUMNS} FROM articles a
     CROSS JOIN placements p ON p.article = a.key ${JOIN_VERSION}
     WHERE ${within} AND ${NOT_PENDING} ORDER BY a.instant, a.id`,
    values,
  );
  return rows.map(toGrouped);
}

export function findMembers(db: Connection, stories: readonly string[]): readonly GroupedArticle[] {
  const rows = db.all<GroupedColumns>(
    `SELECT ${GROUPED_COLUMNS} FROM json_each(?) e
     CROSS JOIN placements p ON p.story = e.value
     CROSS JOIN articles a ON a.key = p.article ${JOIN_VERSION}
     ORDER BY a.instant IS NULL, a.instant, a.id`,
    [JSON.stringify([...new Set(stories)])],
  );
  return rows.map(toGrouped);
}

export function findPlacements(db: Connection, ids: readonly string[]): readonly Placement[] {
  const rows = db.all<PlacementColumns>(
    `SELECT ${PLACEMENT_COLUMNS} FROM json_each(?) e
     CROSS JOIN articles a ON a.id = e.value CROSS JOIN placements p ON p.article = a.key
     ORDER BY e.key`,
    [JSON.stringify(ids)],
  );
  return rows.map(toPlacement);
}

export function findStoriesOf(db: Connection, ids: readonly string[]): ReadonlyMap<string, string> {
  const rows = db.all<{ id: string; story: string }>(
    `SELECT a.id, p.story FROM json_each(?) e
     CROSS JOIN articles a ON a.id = e.value CROSS JOIN placements p ON p.article = a.key`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row.story]));
}

function savePlacement(db: Connection, placement: Placement): void {
  const { articleId, story, account, copy, origin, joined } = placement;
  const saved = db.run(
    `INSERT OR REPLACE INTO placements (article, story, account, copy, origin, joined)
     SELECT key, ?, ?, ?, ?, ? FROM articles WHERE id = ?`,
    [story, account, toJsonOrNull(copy), toJsonOrNull(origin), toJsonOrNull(joined), articleId],
  );
  if (saved === 0) throw new Error(`placement of an article that was never saved: ${articleId}`);
}

const toInstantOrNull = (written: string | null): number | null =>
  written === null ? null : parseInstant(written);

function saveStory(db: Connection, story: Story): void {
  db.run(
    `INSERT INTO stories (id, first, last, story) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET first = excluded.first, last = excluded.last, story = excluded.story`,
    [story.id, toInstantOrNull(story.from), toInstantOrNull(story.to), JSON.stringify(story)],
  );
}

export function saveGroups(db: Connection, batch: GroupBatch): void {
  db.transaction(() => {
    for (const placement of batch.placements) savePlacement(db, placement);
    db.run("DELETE FROM stories WHERE id IN (SELECT value FROM json_each(?))", [
      JSON.stringify(batch.emptied),
    ]);
    for (const story of batch.stories) saveStory(db, story);
    db.run(
      `DELETE FROM pending_group WHERE article IN
       (SELECT a.key FROM json_each(?) e CROSS JOIN articles a ON a.id = e.value)`,
      [JSON.stringify(batch.placements.map((placement) => placement.articleId))],
    );
  });
}
