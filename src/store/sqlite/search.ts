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
import { keepCounts } from "./kept-counts.ts";
import { keepOccurrences } from "./kept-occurrences.ts";
import { EVERY_DOCUMENT, FACET_MARK, toFacetToken, toMatch, toTitleMatch } from "./match.ts";

/** Above every article number. */
const NO_END = 2 ** 53;

const LAST_CHARACTER = "\u{10FFFF}";

const MATCHING = "FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid < ?3";

const NEWEST = `SELECT rowid AS number ${MATCHING} ORDER BY rowid DESC LIMIT ?4 OFFSET ?5`;
const COUNT = `SELECT count(*) AS total FROM (SELECT 1 ${MATCHING} LIMIT ${MOST_COUNTED})`;
// One text instead of a row each: a row costs more to bring into JavaScript than to find.
const numbersIn = (order: "ASC" | "DESC"): string => `
  SELECT json_group_array(number) AS numbers
  FROM (SELECT rowid AS number ${MATCHING} ORDER BY rowid ${order} LIMIT ${MOST_OCCURRENCES})`;
// FTS5 keeps its lists in this order, and reads them backwards at a third more.
const OLDEST_FIRST = numbersIn("ASC");
const NEWEST_FIRST = numbersIn("DESC");

function search(db: Connection, plan: SearchPlan): SearchAnswer {
  const matching: readonly Value[] = [toMatch(plan), plan.from ?? 0, plan.to ?? NO_END];
  const rows =
    plan.limit === 0
      ? []
      : db.all<{ number: number }>(NEWEST, [...matching, plan.limit, plan.offset]);
  const total = db.get<{ total: number }>(COUNT, matching)?.total ?? 0;
  return { numbers: rows.map(({ number }) => number), total };
}

function occurrencesOf(db: Connection, run: TokenRun, filter: SearchFilter): Occurrences {
  const range = [filter.from ?? 0, filter.to ?? NO_END] as const;
  const ask = (sql: string, match: string): number[] =>
    JSON.parse(db.get<{ numbers: string }>(sql, [match, ...range])?.numbers ?? "[]");
  const find = (match: string): readonly number[] => {
    const numbers = ask(OLDEST_FIRST, match);
    // Of too many, the newest are wanted, not the oldest.
    return numbers.length < MOST_OCCURRENCES ? numbers.reverse() : ask(NEWEST_FIRST, match);
  };
  if (run.length === 0) return { anywhere: [], inTitle: [] };
  const plan = { ...filter, any: [run] };
  const anywhere = find(toMatch(plan));
  return { anywhere, inTitle: anywhere.length === 0 ? [] : find(toTitleMatch(plan)) };
}

const NO_FILTER: SearchFilter = { all: [], none: [], facets: [], from: null, to: null };

const passesAll = ({ all, either = [], none, facets, from, to }: SearchFilter): boolean =>
  either.length + all.length + none.length + facets.length === 0 && from === null && to === null;

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

// One row for all, for the same reason: a text of bytes without a separator is the bytes one after another.
const SKETCHES = `
  SELECT json_group_array(number) AS numbers, json_group_array(length(sketch)) AS lengths,
    CAST(group_concat(sketch, '') AS BLOB) AS bytes
  FROM (SELECT s.number, s.sketch FROM json_each(?) e CROSS JOIN sketches s ON s.number = e.value)`;

interface SketchColumns {
  readonly numbers: string;
  readonly lengths: string;
  readonly bytes: ArrayBuffer | null;
}

function sketches(db: Connection, numbers: readonly number[]): ReadonlyMap<number, Uint8Array> {
  const row = db.get<SketchColumns>(SKETCHES, [JSON.stringify([...new Set(numbers)])]);
  if (row === null || row.bytes === null) return new Map();
  const found: readonly number[] = JSON.parse(row.numbers);
  const lengths: readonly number[] = JSON.parse(row.lengths);
  const sketchOf = new Map<number, Uint8Array>();
  let from = 0;
  found.forEach((number, at) => {
    const bytes = new Uint8Array(row.bytes as ArrayBuffer, from, lengths[at]);
    sketchOf.set(number, bytes);
    from += bytes.length;
  });
  return sketchOf;
}

function count(db: Connection, terms: readonly string[]): ReadonlyMap<string, number> {
  // In the index's order: the next term mostly stands on the page that was just read.
  const words = terms.filter((term) => !term.startsWith(FACET_MARK)).sort();
  const rows = db.all<TermCount>(
    `SELECT t.term, t.doc AS articles FROM json_each(?) e CROSS JOIN search_terms t ON t.term = e.value`,
    [JSON.stringify(words)],
  );
  return new Map(rows.map(({ term, articles }) => [term, articles]));
}

/** Index pages written by one step, and the steps of one call: what is left is gone on with by the next. */
const PAGES_A_STEP = 1000;
const MOST_STEPS = 50;
/** By FTS5's word for it: a merge that found nothing to do changes less than two rows. */
const NOTHING_MERGED = 2;

/** FTS5 writes a piece for every few hundred articles, each of which every query reads. Two of like size become one: each article is written again as often as the index doubles. */
function compact(db: Connection): void {
  if (db.get("SELECT 1 FROM search_config WHERE k = 'usermerge' AND v = 2") === null)
    db.run("INSERT INTO search (search, rank) VALUES ('usermerge', 2)");
  const changes = () => db.get<{ total: number }>("SELECT total_changes() AS total")?.total ?? 0;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = changes();
    db.run("INSERT INTO search (search, rank) VALUES ('merge', ?)", [PAGES_A_STEP]);
    if (changes() - before < NOTHING_MERGED) return;
  }
}

function terms(db: Connection, prefix: string, limit: number): readonly TermCount[] {
  return db.all<TermCount>(
    `SELECT term, doc AS articles FROM search_terms
     WHERE term >= ?1 AND term < ?2 AND substr(term, 1, 1) <> '${FACET_MARK}'
     ORDER BY doc DESC, term LIMIT ?3`,
    [prefix, prefix + LAST_CHARACTER, limit],
  );
}

const DOCUMENTS = "documents";

function countDocuments(db: Connection): number {
  return (
    db.get<{ documents: number }>("SELECT count(*) AS documents FROM search_docsize")?.documents ??
    0
  );
}

/** The search index over FTS5: it answers with numbers and scores, and knows nothing of articles. */
export function createSearchIndex(reader: Connection, writer: Writer): SearchIndex {
  const frequencies = keepCounts(reader, (terms) => count(reader, terms));
  const anywhere = keepOccurrences(reader, (run) => occurrencesOf(reader, run, NO_FILTER));
  const sizes = keepCounts(reader, () => new Map([[DOCUMENTS, countDocuments(reader)]]));
  return {
    upsert: async (documents) => upsert(writer(), documents),
    remove: async (numbers) => remove(writer(), numbers),
    compact: async () => compact(writer()),
    search: async (plan) => search(reader, plan),
    occurrences: async (runs, filter) =>
      passesAll(filter)
        ? runs.map(anywhere)
        : runs.map((run) => occurrencesOf(reader, run, filter)),
    sketches: async (numbers) => sketches(reader, numbers),
    frequencies: async (wanted) => frequencies(wanted),
    terms: async (prefix, limit) => terms(reader, prefix, limit),
    size: async () => sizes([DOCUMENTS]).get(DOCUMENTS) ?? 0,
  };
}
