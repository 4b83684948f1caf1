import {
  MOST_COUNTED,
  MOST_OCCURRENCES,
  type Occurrences,
  type SearchAnswer,
  type SearchDocument,
  type SearchFilter,
  type SearchIndex,
  type SearchPlan,
  type TermCount,
  type TokenRun,
} from "../search-index.ts";
import type { Connection, Value, Writer } from "./connection.ts";
import { EVERY_DOCUMENT, FACET_MARK, toFacetToken, toMatch, toTitleMatch } from "./match.ts";

/** Above every article number. */
const NO_END = 2 ** 53;

const LAST_CHARACTER = "\u{10FFFF}";

const MATCHING = "FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid < ?3";

const NEWEST = `SELECT rowid AS number ${MATCHING} ORDER BY rowid DESC LIMIT ?4 OFFSET ?5`;
const COUNT = `SELECT count(*) AS total FROM (SELECT 1 ${MATCHING} LIMIT ${MOST_COUNTED})`;
// One text instead of a row each: a row costs more to bring into JavaScript than to find.
const NUMBERS = `
  SELECT json_group_array(number) AS numbers
  FROM (SELECT rowid AS number ${MATCHING} ORDER BY rowid DESC LIMIT ${MOST_OCCURRENCES})`;

function search(db: Connection, plan: SearchPlan): SearchAnswer {
  const matching: readonly Value[] = [toMatch(plan), plan.from ?? 0, plan.to ?? NO_END];
  const rows = db.all<{ number: number }>(NEWEST, [...matching, plan.limit, plan.offset]);
  const total = db.get<{ total: number }>(COUNT, matching)?.total ?? 0;
  return { numbers: rows.map(({ number }) => number), total };
}

function occurrences(
  db: Connection,
  runs: readonly TokenRun[],
  filter: SearchFilter,
): readonly Occurrences[] {
  const find = (match: string): readonly number[] => {
    const values = [match, filter.from ?? 0, filter.to ?? NO_END];
    return JSON.parse(db.get<{ numbers: string }>(NUMBERS, values)?.numbers ?? "[]");
  };
  return runs.map((run) => {
    if (run.length === 0) return { anywhere: [], inTitle: [] };
    const plan = { ...filter, any: [run] };
    const anywhere = find(toMatch(plan));
    return { anywhere, inTitle: anywhere.length === 0 ? [] : find(toTitleMatch(plan)) };
  });
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
    occurrences: async (runs, filter) => occurrences(reader, runs, filter),
    sketches: async (numbers) => sketches(reader, numbers),
    frequencies: async (wanted) => frequencies(reader, wanted),
    terms: async (prefix, limit) => terms(reader, prefix, limit),
    size: async () =>
      reader.get<{ documents: number }>("SELECT count(*) AS documents FROM search_docsize")
        ?.documents ?? 0,
  };
}
