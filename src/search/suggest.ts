import type { SearchIndex } from "../store/index.ts";
import { isFunctionWord, stem } from "../text/index.ts";
import type { ReadQuery } from "./types.ts";

const MOST_SUGGESTIONS = 3;
const PREFIX_LENGTH = 2;
const MOST_NEAR_TERMS = 2000;
const SHORTEST_CORRECTED = 3;

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

/** Queries near this one that do have hits: a word that no article has is replaced by the nearest that some have. */
export async function suggestQueries(index: SearchIndex, query: ReadQuery): Promise<string[]> {
  const words = query.words.filter((word) => !isFunctionWord(word));
  const frequencies = await index.frequencies(words.map(stem));
  const missing = words.filter(
    (word) => word.length >= SHORTEST_CORRECTED && (frequencies.get(stem(word)) ?? 0) === 0,
  );
  const [first] = missing;
  if (first === undefined) return looserQueries(query, words);
  const replacements = await nearTerms(index, stem(first));
  const rest = missing.slice(1);
  return replacements.map((replacement) =>
    query.words
      .filter((word) => !rest.includes(word))
      .map((word) => (word === first ? replacement : word))
      .join(" "),
  );
}

/** Every word is known, but not together: the same words without quotes, dates and exclusions. */
function looserQueries(query: ReadQuery, words: readonly string[]): string[] {
  const loose = [...words, ...query.phrases.flat()].join(" ");
  return loose === "" || loose === query.normal ? [] : [loose];
}
