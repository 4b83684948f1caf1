import type { Name } from "../../model/index.ts";
import type { NumberRange } from "../article-number.ts";
import type { MentioningArticle, NameRecord, WeighedName } from "../catalog.ts";
import type { Connection } from "./connection.ts";
import { keepCounts } from "./kept-counts.ts";

const MOST_SPELLINGS = 20;
const LATEST_REPORTS = 60;
/** Above every article number. */
const NO_END = 2 ** 53;

/** Replaces what articles mention: the names of each, by its key. Part of a transaction. */
export function saveMentions(db: Connection, namesOf: ReadonlyMap<number, readonly Name[]>): void {
  const articles = JSON.stringify([...namesOf.keys()]);
  db.run("DELETE FROM mentions WHERE article IN (SELECT value FROM json_each(?))", [articles]);
  // The first spelling is the fullest: later ones are often a surname alone. One statement for all: there are some twenty an article.
  const rows = [...namesOf].flatMap(([article, names]) =>
    names.map(({ key, type, text }) => [key, type, article, text]),
  );
  db.run(
    `INSERT OR IGNORE INTO mentions (key, type, article, spelling)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
    [JSON.stringify(rows)],
  );
}

/** Forgets what an article mentions. Part of a transaction. */
export function removeMentions(db: Connection, article: number): void {
  db.run("DELETE FROM mentions WHERE article = ?", [article]);
}

export function findName(db: Connection, type: Name["type"], key: string): NameRecord | null {
  const counted = db.get<{ reports: number }>(
    "SELECT count(*) AS reports FROM mentions WHERE key = ? AND type = ?",
    [key, type],
  );
  if (counted === null || counted.reports === 0) return null;
  const spellings = db.all<{ spelling: string; reports: number }>(
    `SELECT spelling, count(*) AS reports FROM mentions WHERE key = ? AND type = ?
     GROUP BY spelling ORDER BY reports DESC, spelling LIMIT ?`,
    [key, type, MOST_SPELLINGS],
  );
  const latest = db.all<{ id: string }>(
    `SELECT a.id FROM mentions m CROSS JOIN articles a ON a.key = m.article
     WHERE m.key = ? AND m.type = ? ORDER BY a.instant DESC, a.id LIMIT ?`,
    [key, type, LATEST_REPORTS],
  );
  return {
    type,
    key,
    reports: counted.reports,
    spellings,
    latest: latest.map(({ id }) => id),
  };
}

type NameKey = Pick<Name, "type" | "key">;

/** Types have no spaces. */
const toKey = ({ type, key }: NameKey): string => `${type} ${key}`;

/** Counts the articles that mention each name; the commonest names, which are asked for most, are the dearest to count. */
export function createNamingCounter(
  db: Connection,
): (names: readonly NameKey[]) => readonly number[] {
  const reports = keepCounts(db, (keys) => countNaming(db, keys));
  return (names) => {
    const keys = names.map(toKey);
    const counts = reports(keys);
    return keys.map((key) => counts.get(key) ?? 0);
  };
}

function countNaming(db: Connection, keys: readonly string[]): ReadonlyMap<string, number> {
  const names = keys.map((key) => {
    const space = key.indexOf(" ");
    return [key.slice(0, space), key.slice(space + 1)];
  });
  // One text instead of a row each: a row costs more to bring into JavaScript than to find.
  const row = db.get<{ counts: string }>(
    `SELECT json_group_array(reports) AS counts FROM (
       SELECT (SELECT count(*) FROM mentions m
         WHERE m.key = e.value ->> 1 AND m.type = e.value ->> 0) AS reports
       FROM json_each(?) e ORDER BY e.key)`,
    [JSON.stringify(names)],
  );
  const counts: readonly number[] = JSON.parse(row?.counts ?? "[]");
  return new Map(keys.map((key, at) => [key, counts[at] ?? 0]));
}

/** Adding up in SQL costs three times as much: it sorts every mention by its article first. */
function addWeights(db: Connection, names: readonly WeighedName[]): ReadonlyMap<number, number> {
  const rows = db.all<{ articles: string }>(
    `SELECT (SELECT json_group_array(m.article) FROM mentions m
       WHERE m.key = e.value ->> 'key' AND m.type = e.value ->> 'type') AS articles
     FROM json_each(?) e ORDER BY e.key`,
    [JSON.stringify(names)],
  );
  const weights = new Map<number, number>();
  names.forEach(({ weight }, at) => {
    for (const article of JSON.parse(rows[at]?.articles ?? "[]") as readonly number[]) {
      weights.set(article, (weights.get(article) ?? 0) + weight);
    }
  });
  return weights;
}

export function findMentioning(
  db: Connection,
  names: readonly WeighedName[],
  range: NumberRange,
  limit: number,
): readonly MentioningArticle[] {
  const weights = [...addWeights(db, names)].sort((a, b) => b[1] - a[1]);
  for (let take = limit; ; take *= 4) {
    const least = weights[take - 1]?.[1] ?? 0;
    const best = new Map(weights.filter(([, weight]) => weight >= least));
    const rows = db.all<{ key: number; number: number }>(
      `SELECT key, number FROM articles
       WHERE key IN (SELECT value FROM json_each(?1)) AND number >= ?2 AND number < ?3`,
      [JSON.stringify([...best.keys()]), range.from ?? 0, range.to ?? NO_END],
    );
    if (rows.length < limit && best.size < weights.length) continue;
    return rows
      .map(({ key, number }) => ({ number, weight: best.get(key) ?? 0 }))
      .sort((a, b) => b.weight - a.weight || b.number - a.number)
      .slice(0, limit);
  }
}
