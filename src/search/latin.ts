import type { Store } from "../store/index.ts";
import { isFunctionWord } from "../text/index.ts";
import { isShort, namesBeside, toExpansion } from "./aliases.ts";
import { type Spelling, spellLatin } from "./spell-latin.ts";
import { LATIN_FUNCTION_WORDS } from "./tables/latin-names.ts";
import type { Expansion, ReadQuery } from "./types.ts";
import { toTerm } from "./words.ts";
import { findNameOf } from "./written.ts";

/** Of shorter words the letters tell too little; a longer one is no name, and every letter multiplies its spellings. */
const LATIN_NAME = /^\p{Script=Latin}{4,20}$/u;
const SHORTEST_ARABIC = 3;
/** One article may have made a slip. */
const FEWEST_ARTICLES = 2;
/** A step away from the likeliest spelling makes up for so much of the logarithm of frequency. */
const COST_WEIGHT = 2;
/** Names that are written in two ways are about as likely in both. */
const MOST_BELOW_BEST = 2;
/** What is farther from the likeliest spelling by so much a letter is mostly another word. */
const MOST_COST_A_LETTER = 0.25;
const MOST_WAYS = 2;

interface Candidate extends Spelling {
  readonly worth: number;
}

/**
 * The Arabic names that Latin words of a query may be, by the letters and by what the index has: of all ways to spell one, those that
 * articles use, if more of them do than have the Latin word itself. Words that other expansions stand for are passed over.
 */
export async function findLatinNames(
  store: Pick<Store, "catalog" | "index">,
  query: ReadQuery,
  known: readonly Expansion[],
): Promise<Expansion[]> {
  if (!isShort(query)) return [];
  const taken = new Set([...query.literal, ...known.flatMap(({ words }) => words)]);
  const words = [...new Set(query.words)].filter(
    (word) => LATIN_NAME.test(word) && !taken.has(word) && !LATIN_FUNCTION_WORDS.has(word),
  );
  const found: Expansion[] = [];
  for (const word of words) {
    const ways = await findWays(store, word);
    const names = [...new Set(ways.flatMap((way) => [way, ...namesBeside(way)]))];
    if (names.length > 0) found.push(toExpansion(query, [word], names));
  }
  return found;
}

async function findWays(
  store: Pick<Store, "catalog" | "index">,
  word: string,
): Promise<readonly string[]> {
  const spellings = spellLatin(word).filter(
    ({ written, cost }) =>
      written.length >= SHORTEST_ARABIC &&
      cost <= word.length * MOST_COST_A_LETTER &&
      !isFunctionWord(written),
  );
  const terms = spellings.map(({ written }) => toTerm(written));
  const counts = await store.index.frequencies([...new Set([word, ...terms])]);
  const least = Math.max(FEWEST_ARTICLES, (counts.get(word) ?? 0) + 1);
  const candidates = spellings.flatMap((spelling, at): Candidate[] => {
    const articles = counts.get(terms[at] as string) ?? 0;
    if (articles < least) return [];
    return [{ ...spelling, worth: Math.log(articles) - COST_WEIGHT * spelling.cost }];
  });
  candidates.sort((a, b) => b.worth - a.worth);
  return writtenWays(store, candidates);
}

const MOST_CHECKED = 6;

/** The likeliest of the candidates that are names, as articles write them. */
async function writtenWays(
  store: Pick<Store, "catalog" | "index">,
  candidates: readonly Candidate[],
): Promise<readonly string[]> {
  const ways: string[] = [];
  let best: number | null = null;
  for (const { written, worth } of candidates.slice(0, MOST_CHECKED)) {
    if (best !== null && worth < best - MOST_BELOW_BEST) break;
    const way = await findNameOf(store, written);
    if (way === null) continue;
    best ??= worth;
    ways.push(way);
    if (ways.length === MOST_WAYS) break;
  }
  return ways;
}
