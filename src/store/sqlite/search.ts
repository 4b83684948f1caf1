import {
  MOST_COUNTED,
  type SearchAnswer,
  type SearchDocument,
  type SearchHit,
  type SearchIndex,
  type SearchPlan,
  type TermCount,
} from "../search-index.ts";
import type { Connection, Value, Writer } from "./connection.ts";
import { EVERY_DOCUMENT, FACET_MARK, hasWords, toFacetToken, toMatch } from "./match.ts";

/** How much a word counts by where it stands. */
export const FIELD_WEIGHTS: { readonly title: number; readonly body: number } = {
  title: 2,
  body: 1,
};

/** Scoring costs as much as there are matches, so only the newest of them are scored. */
const MOST_SCORED = 50_000;

/** Above every article number. */
const NO_END = 2 ** 53;

const LAST_CHARACTER = "\u{10FFFF}";

const MATCHING = "FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid < ?3";

// FTS5 ignores the rowid range when it sorts by rank itself , hence the two levels.
const BEST = `
  WITH found AS MATERIALIZED (
    SELECT rowid AS number, bm25(search, ${FIELD_WEIGHTS.title}, ${FIELD_WEIGHTS.body}, 0) AS cost
    ${MATCHING} ORDER BY rowid DESC LIMIT ${MOST_SCORED})
  SELECT number, -cost AS score, (SELECT min(count(*), ${MOST_COUNTED}) FROM found) AS total
  FROM found ORDER BY cost, number LIMIT ?4 OFFSET ?5`;
const NEWEST = `SELECT rowid AS number, 0 AS score ${MATCHING} ORDER BY rowid DESC LIMIT ?4 OFFSET ?5`;
const COUNT = `SELECT count(*) AS total FROM (SELECT 1 ${MATCHING} LIMIT ${MOST_COUNTED})`;

const toHit = ({ number, score }: SearchHit): SearchHit => ({ number, score });

function search(db: Connection, plan: SearchPlan): SearchAnswer {
  const matching: readonly Value[] = [toMatch(plan), plan.from ?? 0, plan.to ?? NO_END];
  const page: readonly Value[] = [...matching, plan.limit, plan.offset];
  const count = () => db.get<{ total: number }>(COUNT, matching)?.total ?? 0;

  if (plan.order === "newest" || !hasWords(plan)) {
    return { hits: db.all<SearchHit>(NEWEST, page), total: count() };
  }
  const rows = db.all<SearchHit & { total: number }>(BEST, page);
  // A page past the end has no row to carry the total.
  return { hits: rows.map(toHit), total: rows[0]?.total ?? count() };
}

function upsert(db: Connection, documents: readonly SearchDocument[]): void {
  db.transaction(() => {
    for (const { number, title, body, facets, sketch } of documents) {
      const tokens = [EVERY_DOCUMENT, ...facets.map(toFacetToken)];
      db.run("INSERT OR REPLACE INTO search (rowid, title, body, facet) VALUES (?, ?, ?, ?)", [
        number,
        title.join(" "),
        body.join(" "),
        tokens.join(" "),
      ]);
      db.run("INSERT OR REPLACE INTO sketches (number, sketch) VALUES (?, ?)", [number, sketch]);
    }
  });
}

function remove(db: Connection, numbers: readonly number[]): void {
  db.transaction(() => {
    const wanted = [JSON.stringify(numbers)];
    db.run("DELETE FROM search WHERE rowid IN (SELECT value FROM json_each(?))", wanted);
    db.run("DELETE FROM sketches WHERE number IN (SELECT value FROM json_each(?))", wanted);
  });
}

function sketches(db: Connection, numbers: readonly number[]): ReadonlyMap<number, Uint8Array> {
  const rows = db.all<{ number: number; sketch: ArrayBuffer }>(
    "SELECT number, sketch FROM sketches WHERE number IN (SELECT value FROM json_each(?))",
    [JSON.stringify(numbers)],
  );
  return new Map(rows.map(({ number, sketch }) => [number, new Uint8Array(sketch)]));
}

function frequencies(db: Connection, terms: readonly string[]): ReadonlyMap<string, number> {
  const words = terms.filter((term) => !term.startsWith(FACET_MARK));
  const rows = db.all<TermCount>(
    `SELECT t.term, t.doc AS articles FROM json_each(?) e CROSS JOIN search_terms t ON t.term = e.value`,
    [JSON.stringify([...new Set(words)])],
  );
  const counts = new Map(terms.map((term) => [term, 0]));
  for (const { term, articles } of rows) counts.set(term, articles);
  return counts;
}

function terms(db: Connection, prefix: string, limit: number): readonly TermCount[] {
  return db.all<TermCount>(
    `SELECT term, doc AS articles FROM search_terms
     WHERE term >= ?1 AND term < ?2 AND substr(term, 1, 1) <> '${FACET_MARK}'
     ORDER BY doc DESC, term LIMIT ?3`,
    [prefix, prefix + LAST_CHARACTER, limit],
  );
}

/** The search index over FTS5: it answers with numbers and scores, and knows nothing of articles. */
export function createSearchIndex(reader: Connection, writer: Writer): SearchIndex {
  return {
    upsert: async (documents) => upsert(writer(), documents),
    remove: async (numbers) => remove(writer(), numbers),
    search: async (plan) => search(reader, plan),
    sketches: async (numbers) => sketches(reader, numbers),
    frequencies: async (wanted) => frequencies(reader, wanted),
    terms: async (prefix, limit) => terms(reader, prefix, limit),
    size: async () =>
      reader.get<{ documents: number }>("SELECT count(*) AS documents FROM search_docsize")
        ?.documents ?? 0,
  };
}
