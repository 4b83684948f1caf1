import { type Article, toInstant } from "../../model/index.ts";
import { toArticleNumber } from "../article-number.ts";
import type {
  ArticleHead,
  ArticleRow,
  ArticleVersion,
  Fingerprint,
  Standing,
  StoredArticle,
} from "../catalog.ts";
import type { Connection } from "./connection.ts";
import { addPending, forgetAnalysis } from "./pending.ts";
import {
  ARTICLE_COLUMNS,
  type ArticleColumns,
  JOIN_VERSION,
  toRecord,
  toStoredArticle,
  toVersion,
  type VersionColumns,
} from "./rows.ts";

interface Known {
  readonly key: number;
  readonly number: number;
  readonly instant: number | null;
  readonly version: number;
}

export function classify(
  db: Connection,
  prints: readonly Fingerprint[],
): ReadonlyMap<string, Standing> {
  const rows = db.all<{ id: string; hash: string }>(
    `SELECT a.id, v.hash FROM json_each(?) e
     CROSS JOIN articles a ON a.id = e.value CROSS JOIN versions v ON v.article = a.key`,
    [JSON.stringify([...new Set(prints.map((print) => print.id))])],
  );
  const known = new Map<string, Set<string>>();
  for (const { id, hash } of rows) known.set(id, (known.get(id) ?? new Set()).add(hash));

  const standings = new Map<string, Standing>();
  for (const { id, hash } of prints) {
    const hashes = known.get(id);
    if (hashes === undefined) standings.set(id, "new");
    else if (!hashes.has(hash)) standings.set(id, "changed");
    else if (!standings.has(id)) standings.set(id, "unchanged");
  }
  return standings;
}

/** A number that no article bears and that the index need not forget. */
function takeNumber(db: Connection, instant: number | null): number {
  for (;;) {
    const next = db.get<{ value: number }>("UPDATE sequence SET value = value + 1 RETURNING value");
    const number = toArticleNumber(instant, next?.value ?? 0);
    const taken = db.get(
      "SELECT 1 FROM articles WHERE number = ?1 UNION ALL SELECT 1 FROM forget WHERE number = ?1",
      [number],
    );
    if (taken === null && number > 0) return number;
  }
}

function addArticle(db: Connection, article: Article): Known {
  const instant = toInstant(article);
  const number = takeNumber(db, instant);
  const added = db.get<{ key: number }>(
    "INSERT INTO articles (id, number, instant, version, url, outlet) VALUES (?, ?, ?, 1, ?, ?) RETURNING key",
    [article.id, number, instant, article.url, article.outlet],
  );
  if (added === null) throw new Error("an inserted article has no key");
  return { key: added.key, number, instant, version: 1 };
}

function changeArticle(db: Connection, known: Known, article: Article): Known {
  const instant = toInstant(article);
  const moved = instant !== known.instant;
  const number = moved ? takeNumber(db, instant) : known.number;
  if (moved) db.run("INSERT OR IGNORE INTO forget VALUES (?)", [known.number]);
  const version = known.version + 1;
  db.run(
    "UPDATE articles SET number = ?, instant = ?, version = ?, url = ?, outlet = ? WHERE key = ?",
    [number, instant, version, article.url, article.outlet, known.key],
  );
  return { key: known.key, number, instant, version };
}

/** Saves one text; null when the store has the text already. */
function saveArticle(db: Connection, row: ArticleRow, seenAt: string): Known | null {
  const { article, attribution, hash } = row;
  const known = db.get<Known>("SELECT key, number, instant, version FROM articles WHERE id = ?", [
    article.id,
  ]);
  if (known !== null) {
    const seen = db.get("SELECT 1 FROM versions WHERE article = ? AND hash = ?", [known.key, hash]);
    if (seen !== null) return null;
    forgetAnalysis(db, known.key);
  }
  const saved = known === null ? addArticle(db, article) : changeArticle(db, known, article);
  db.run(
    "INSERT INTO versions (article, version, hash, seen_at, record, attribution) VALUES (?, ?, ?, ?, ?, ?)",
    [saved.key, saved.version, hash, seenAt, toRecord(article), JSON.stringify(attribution)],
  );
  return saved;
}

export function saveArticles(
  db: Connection,
  rows: readonly ArticleRow[],
  seenAt: string,
): readonly StoredArticle[] {
  if (rows.length === 0) return [];
  return db.transaction(() => {
    const keys: number[] = [];
    const stored = rows.flatMap((row) => {
      const saved = saveArticle(db, row, seenAt);
      if (saved === null) return [];
      keys.push(saved.key);
      const { article, attribution } = row;
      return { ...article, number: saved.number, version: saved.version, attribution };
    });
    addPending(db, keys);
    return stored;
  });
}

/** Articles by a list of ids or of numbers, in the order of the list. */
export function findArticles(
  db: Connection,
  column: "id" | "number",
  wanted: readonly (string | number)[],
): readonly StoredArticle[] {
  const rows = db.all<ArticleColumns>(
    `SELECT ${ARTICLE_COLUMNS} FROM json_each(?) e
     CROSS JOIN articles a ON a.${column} = e.value ${JOIN_VERSION} ORDER BY e.key`,
    [JSON.stringify(wanted)],
  );
  return rows.map(toStoredArticle);
}

/** What the narrow table knows of articles, in the order of their numbers as given. */
export function findHeads(db: Connection, numbers: readonly number[]): readonly ArticleHead[] {
  return db.all<ArticleHead>(
    `SELECT a.id, a.number, a.outlet FROM json_each(?) e
     CROSS JOIN articles a ON a.number = e.value ORDER BY e.key`,
    [JSON.stringify(numbers)],
  );
}

export function findVersions(db: Connection, id: string): readonly ArticleVersion[] {
  const rows = db.all<VersionColumns>(
    `SELECT v.version, v.record, v.seen_at AS seenAt FROM articles a
     CROSS JOIN versions v ON v.article = a.key WHERE a.id = ? ORDER BY v.version`,
    [id],
  );
  return rows.map(toVersion);
}

export function findReposts(db: Connection, url: string, except: string): readonly string[] {
  const rows = db.all<{ id: string }>(
    "SELECT id FROM articles WHERE url = ? AND id <> ? ORDER BY id",
    [url, except],
  );
  return rows.map((row) => row.id);
}

export function exportArticles(
  db: Connection,
  after: number,
  limit: number,
): readonly StoredArticle[] {
  const rows = db.all<ArticleColumns>(
    `SELECT ${ARTICLE_COLUMNS} FROM articles a ${JOIN_VERSION} WHERE a.number > ? ORDER BY a.number LIMIT ?`,
    [after, limit],
  );
  return rows.map(toStoredArticle);
}
