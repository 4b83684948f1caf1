import type { Store } from "../store/index.ts";
import { toExpansion } from "./aliases.ts";
import type { Expansion, ReadQuery } from "./types.ts";
import { ARTICLE, toTerm } from "./words.ts";
import { findWordOf } from "./written.ts";

const MOST_WORDS = 12;
const SHORTEST = 2;

/** The index has words without their article. */
function toBeginnings(start: string): readonly string[] {
  const bare = start.startsWith(ARTICLE) ? start.slice(ARTICLE.length) : "";
  return bare.length >= SHORTEST ? [start, bare] : [start];
}

/** The commonest words of the index that begin as a query asks (`وزا*`), as articles write them. */
export async function findBeginnings(
  store: Pick<Store, "catalog" | "index">,
  query: ReadQuery,
): Promise<Expansion[]> {
  const found: Expansion[] = [];
  for (const start of query.starts) {
    const names = await findWords(store, start);
    if (names.length > 0) found.push(toExpansion(query, [start], names));
  }
  return found;
}

async function findWords(
  store: Pick<Store, "catalog" | "index">,
  start: string,
): Promise<readonly string[]> {
  const words: string[] = [];
  for (const beginning of toBeginnings(start)) {
    for (const { term } of await store.index.terms(beginning, MOST_WORDS)) {
      const word = term === toTerm(start) ? null : await findWordOf(store, term);
      if (word !== null) words.push(word);
      if (words.length === MOST_WORDS) return words;
    }
  }
  return words;
}
