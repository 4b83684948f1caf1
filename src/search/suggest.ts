import type { SearchIndex, Store } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import type { ReadQuery } from "./types.ts";
import { readWords, toTerm } from "./words.ts";

const MOST_SUGGESTIONS = 3;
const PREFIX_LENGTH = 2;
const MOST_NEAR_TERMS = 2000;
const SHORTEST_CORRECTED = 3;
/** The articles that are asked how they write a word. */
const LOOKED_AT = 3;

/** Letters that stand for each other where sounds are written by ear: G, the long vowels, the emphatic pairs. */
const NEAR_LETTERS: readonly string[] = ["غجقكگ", "اويه", "سصث", "تط", "دضذظز", "حهخ"];

function isNear(a: string, b: string): boolean {
  return NEAR_LETTERS.some((row) => row.includes(a) && row.includes(b));
}

const NEAR_COST = 0.5;

/** Edit distance in which letters that sound alike cost half; a swap of neighbours costs one (Damerau's fourth edit). */
export function toDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let k = 1; k <= b.length; k += 1) row.push(cheapestEdit(a, b, i, k, rows, row));
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

function cheapestEdit(
  a: string,
  b: string,
  i: number,
  k: number,
  rows: readonly (readonly number[])[],
  row: readonly number[],
): number {
  const [x = "", y = ""] = [a[i - 1], b[k - 1]];
  const above = rows[i - 1] ?? [];
  const least = Math.min(
    (row[k - 1] ?? 0) + 1,
    (above[k] ?? 0) + 1,
    (above[k - 1] ?? 0) + letterCost(x, y),
  );
  const swapped = i > 1 && k > 1 && x === b[k - 2] && y === a[i - 2];
  return swapped ? Math.min(least, (rows[i - 2]?.[k - 2] ?? 0) + 1) : least;
}

function letterCost(a: string, b: string): number {
  if (a === b) return 0;
  return isNear(a, b) ? NEAR_COST : 1;
}

/** Terms of the index that a missing one could have been meant for, nearest first. */
async function nearTerms(index: SearchIndex, term: string): Promise<string[]> {
  const starts = new Set([term.slice(0, PREFIX_LENGTH), ...variantsOfFirst(term)]);
  const near: { readonly term: string; readonly distance: number; readonly articles: number }[] =
    [];
  for (const prefix of starts) {
    for (const found of await index.terms(prefix, MOST_NEAR_TERMS)) {
      const distance = toDistance(term, found.term);
      if (distance > 0 && distance <= Math.max(1, term.length / 4))
        near.push({ ...found, distance });
    }
  }
  return near
    .sort((a, b) => a.distance - b.distance || b.articles - a.articles)
    .slice(0, MOST_SUGGESTIONS)
    .map((found) => found.term);
}

function variantsOfFirst(term: string): string[] {
  const [first = "", second = ""] = term;
  const row = NEAR_LETTERS.find((letters) => letters.includes(first)) ?? "";
  return [...[...row].map((letter) => letter + second), second + first];
}

/**
 * Queries near this one that do have hits: each word that no article has is replaced by the nearest that some have, written as an
 * article writes it; for the first such word there are several. Empty when every word is known and something was found.
 */
export async function suggestQueries(
  store: Pick<Store, "catalog" | "index">,
  query: ReadQuery,
  articlesOf: ReadonlyMap<string, number>,
  found: boolean,
): Promise<string[]> {
  const words = query.words.filter((word) => !isFunctionWord(word));
  const missing = words.filter(
    (word) => word.length >= SHORTEST_CORRECTED && (articlesOf.get(toTerm(word)) ?? 0) === 0,
  );
  const [first, ...others] = missing;
  if (first === undefined) return found ? [] : looserQueries(query, words);
  const corrections = new Map<string, string | undefined>();
  for (const word of others) corrections.set(word, (await nearWords(store, word, 1))[0]);
  const nearest = await nearWords(store, first, MOST_SUGGESTIONS);
  return nearest.map((replacement) =>
    query.words
      .flatMap((word) => {
        if (word === first) return replacement;
        return corrections.has(word) ? (corrections.get(word) ?? []) : word;
      })
      .join(" "),
  );
}

/** Words near a missing one, as articles write them. */
async function nearWords(
  store: Pick<Store, "catalog" | "index">,
  word: string,
  most: number,
): Promise<string[]> {
  const terms = (await nearTerms(store.index, toTerm(word))).slice(0, most);
  return Promise.all(terms.map((term) => findWritten(store, term)));
}

/** How the newest articles that have a term write it: the commonest way. */
async function findWritten(
  { catalog, index }: Pick<Store, "catalog" | "index">,
  term: string,
): Promise<string> {
  const plan = { any: [[term]], all: [], none: [], facets: [], from: null, to: null };
  const { numbers } = await index.search({ ...plan, limit: LOOKED_AT, offset: 0 });
  const articles = await catalog.articlesByNumber(numbers);
  const text = articles.map(({ title, text }) => `${title ?? ""}\n${text}`).join("\n");
  const counts = new Map<string, number>();
  for (const word of readWords(text)) {
    const written = text.slice(word.start, word.end);
    if (word.term === term) counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? term;
}

/** Every word is known, but not together: the same words without quotes, dates and exclusions. */
function looserQueries(query: ReadQuery, words: readonly string[]): string[] {
  const loose = [...words, ...query.phrases.flat()].join(" ");
  return loose === "" || loose === query.normal ? [] : [loose];
}
