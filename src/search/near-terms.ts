import type { SearchIndex } from "../store/index.ts";
import { isNear, nearLetters } from "./slips.ts";

const PREFIX_LENGTH = 2;
const MOST_NEAR_TERMS = 2000;
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

/** Terms of the index that are more than one slip away from a missing one, nearest first. */
export async function nearTerms(
  index: SearchIndex,
  term: string,
  most: number,
): Promise<readonly string[]> {
  const near: { readonly term: string; readonly distance: number; readonly articles: number }[] =
    [];
  const farthest = Math.max(1, term.length / 4);
  for (const prefix of new Set([term.slice(0, PREFIX_LENGTH), ...variantsOfFirst(term)])) {
    for (const found of await index.terms(prefix, MOST_NEAR_TERMS)) {
      // A letter more or fewer costs one, so that most terms need no closer look.
      if (Math.abs(found.term.length - term.length) > farthest) continue;
      const distance = toDistance(term, found.term);
      if (distance > 0 && distance <= farthest) near.push({ ...found, distance });
    }
  }
  return near
    .sort((a, b) => a.distance - b.distance || b.articles - a.articles)
    .slice(0, most)
    .map((found) => found.term);
}

function variantsOfFirst(term: string): string[] {
  const [first = "", second = ""] = term;
  return [...nearLetters(first).map((letter) => letter + second), second + first];
}
