import {
  MOST_COUNTED,
  type Occurrences,
  type SearchFilter,
  type SearchIndex,
  type TokenRun,
} from "../store/index.ts";
import { rarityOf } from "./score.ts";

/** What the index finds for runs of tokens, sorted roughly. */
export interface Found {
  /** The best first, as many as were asked for; of equals, the newest. */
  readonly numbers: readonly number[];
  /** How many were found, counted up to `MOST_COUNTED`. */
  readonly total: number;
}

/** Articles, the newest first, and what each is worth. */
export interface Rough {
  readonly numbers: Float64Array;
  readonly scores: Float64Array;
}

const NOTHING: Rough = { numbers: new Float64Array(), scores: new Float64Array() };

/** The articles of either, those of both with the sum. Thousands for each query: a map from numbers to sums costs ten times as much. */
function mergeTwo(a: Rough, b: Rough): Rough {
  const [left, right] = [a.numbers.length, b.numbers.length];
  const numbers = new Float64Array(left + right);
  const scores = new Float64Array(left + right);
  let [i, k, at] = [0, 0, 0];
  while (i < left || k < right) {
    const x = i < left ? (a.numbers[i] as number) : -1;
    const y = k < right ? (b.numbers[k] as number) : -1;
    numbers[at] = Math.max(x, y);
    scores[at] = (x >= y ? (a.scores[i] as number) : 0) + (y >= x ? (b.scores[k] as number) : 0);
    if (x >= y) i += 1;
    if (y >= x) k += 1;
    at += 1;
  }
  return { numbers: numbers.subarray(0, at), scores: scores.subarray(0, at) };
}

/** Lists joined in pairs, and these again, until there is one. */
function merge(lists: readonly Rough[]): Rough {
  const [first = NOTHING, second, ...others] = lists;
  if (second === undefined) return first;
  if (others.length === 0) return mergeTwo(first, second);
  const half = lists.length >> 1;
  return mergeTwo(merge(lists.slice(0, half)), merge(lists.slice(half)));
}

/** The rarities of the runs an article has, those in its title twice: enough to tell which articles are worth a closer look. */
export function addRarities(found: readonly Occurrences[], articles: number): Rough {
  const lists = found.flatMap(({ anywhere, inTitle }) => {
    const rarity = rarityOf(anywhere.length, articles);
    return [anywhere, inTitle].map((numbers) => ({
      numbers: Float64Array.from(numbers),
      scores: new Float64Array(numbers.length).fill(rarity),
    }));
  });
  return merge(lists.filter(({ numbers }) => numbers.length > 0));
}

/** The best, at most so many; of equals, the newest. Only what is worth more than the last of them need be sorted. */
export function takeBest({ numbers, scores }: Rough, most: number): number[] {
  const least = scores.toSorted().at(-Math.min(most, scores.length)) ?? 0;
  const better: number[] = [];
  const equal: number[] = [];
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at] as number;
    if (score > least) better.push(at);
    else if (score === least && equal.length < most) equal.push(at);
  }
  better.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  return [...better, ...equal].slice(0, most).map((at) => numbers[at] as number);
}

/** Finds the articles that have any of the runs, and sorts the best `most` of them. */
export async function findRoughly(
  index: SearchIndex,
  runs: readonly TokenRun[],
  filter: SearchFilter,
  { articles, most }: { readonly articles: number; readonly most: number },
): Promise<Found> {
  const rough = addRarities(await index.occurrences(runs, filter), articles);
  return {
    numbers: takeBest(rough, most),
    total: Math.min(rough.numbers.length, MOST_COUNTED),
  };
}
