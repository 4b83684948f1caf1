import type { SearchIndex, Store } from "../store/index.ts";
import { foldWord, isFunctionWord } from "../text/index.ts";
import { nearTerms } from "./near-terms.ts";
import { slipsOf, writesGOtherwise } from "./slips.ts";
import { toTerm } from "./words.ts";
import { ANYWHERE, type Forms, findWritten, toTermOf } from "./written.ts";

/** What may be meant by a word, as articles write it, and how well that would explain what was typed. */
export interface Meant {
  readonly written: string;
  readonly worth: number;
}

/** Half a slip makes up for ten times the frequency. */
const COST_WEIGHT = 2 * Math.log(10);
/** So does that articles have the very word, not only its stem. */
const INEXACT_COST = 0.5;

/** What is meant instead of a word that some articles have is more frequent by this: the likelier the slip, the less. */
const MORE_FREQUENT = [
  { cost: 0.25, factor: 5 },
  { cost: 0.5, factor: 20 },
  { cost: 1, factor: 100 },
] as const;

const isFarMoreFrequent = ({ cost, having }: Slip, articles: number): boolean =>
  MORE_FREQUENT.some((row) => cost <= row.cost && having >= articles * row.factor);

/** A stem of so many letters that differs from another by how it writes G alone is the same foreign name: «موجيريني», «موغيريني». */
const LONG_NAME = 5;

const isOneName = ({ words, having }: Slip, word: string, articles: number): boolean =>
  having > articles &&
  toTerm(word).length >= LONG_NAME &&
  words.some((forms) => forms.some((form) => writesGOtherwise(form, word)));

/** Words that join to one without a space: the parts are at least so long. */
const SHORTEST_PART = 2;
const SHORTEST_JOINED = 6;
const SPLIT_COST = 0.5;

const MOST_CHECKED = 5;

/** The words before and after the doubtful one, folded. */
export interface Beside {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

interface Candidate {
  readonly words: readonly Forms[];
  readonly worth: number;
}

const toWorth = (articles: number, cost: number): number => Math.log(articles) - COST_WEIGHT * cost;
const byWorth = (a: { worth: number }, b: { worth: number }): number => b.worth - a.worth;

/** What may be meant by a folded word that no article has, likeliest first. */
export async function findMeant(
  store: Pick<Store, "catalog" | "index">,
  word: string,
  beside: Beside,
  most: number,
): Promise<readonly Meant[]> {
  const { index } = store;
  const slips = await findSlips(index, word);
  const candidates = [...slips, ...(await findSplits(index, word))].sort(byWorth);
  if (candidates.length > 0) {
    const likely = await heedBeside(index, candidates.slice(0, MOST_CHECKED), beside);
    const meant = await check(store, likely);
    return meant
      .map(({ written, exact, worth }) => ({
        written,
        worth: exact ? worth : worth - COST_WEIGHT * INEXACT_COST,
      }))
      .sort(byWorth)
      .slice(0, most);
  }
  const near = await nearTerms(index, toTerm(word), most);
  return check(
    store,
    near.map((term, at) => ({ words: [[term]], worth: -at })),
  );
}

/**
 * What is meant by a folded word that few articles have, if it is a slip that others made too: a far more frequent word with the same
 * first and last letters, since other beginnings and ends are mostly other forms of a right word.
 */
export async function findMeantByRare(
  store: Pick<Store, "catalog" | "index">,
  word: string,
  beside: Beside,
  articles: number,
): Promise<readonly Meant[]> {
  const isInside = (slip: string) =>
    slip.at(0) === word.at(0) &&
    slip.at(-1) === word.at(-1) &&
    slip !== word.charAt(0) + word &&
    word !== slip.charAt(0) + slip;
  const slips = await findSlips(
    store.index,
    word,
    (slip) => isInside(slip) || writesGOtherwise(slip, word),
  );
  const splits = await findSplits(store.index, word);
  const inside = [...slips, ...splits].filter(
    (slip) => isFarMoreFrequent(slip, articles) || isOneName(slip, word, articles),
  );
  const likely = await heedBeside(store.index, inside.slice(0, MOST_CHECKED), beside);
  const meant = await check(store, likely.sort(byWorth));
  return meant.filter(({ exact }) => exact);
}

/** What stands in articles beside the same words as in the query is worth more. Function words stand beside anything, and are dear to look for. */
async function heedBeside(
  index: SearchIndex,
  candidates: readonly Candidate[],
  { before, after }: Beside,
): Promise<Candidate[]> {
  const heeded: Candidate[] = [];
  for (const { words, worth } of candidates) {
    const terms = words.map(toTermOf);
    const runs = [
      before === undefined || isFunctionWord(before) ? [] : [toTerm(before), ...terms],
      after === undefined || isFunctionWord(after) ? [] : [...terms, toTerm(after)],
    ];
    let more = 0;
    for (const run of runs) {
      if (run.length === 0) continue;
      const { total } = await index.search({ ...ANYWHERE, any: [run], limit: 0, offset: 0 });
      more += Math.log(1 + total);
    }
    heeded.push({ words, worth: worth + more });
  }
  return heeded;
}

async function check(
  store: Pick<Store, "catalog" | "index">,
  candidates: readonly Candidate[],
): Promise<readonly (Meant & { readonly exact: boolean })[]> {
  const checked: (Meant & { readonly exact: boolean })[] = [];
  for (const { words, worth } of candidates) {
    const { text, exact } = await findWritten(store, words);
    checked.push({ written: text, worth, exact });
  }
  return checked;
}

interface Slip extends Candidate {
  readonly cost: number;
  readonly having: number;
}

/** The words that one slip away some articles have, those of one stem together. */
async function findSlips(
  index: SearchIndex,
  word: string,
  isTaken: (slip: string) => boolean = () => true,
): Promise<Slip[]> {
  const own = toTerm(word);
  const byTerm = new Map<string, { readonly forms: readonly string[]; readonly cost: number }>();
  for (const [written, cost] of slipsOf(word)) {
    // Hamzas are written by their neighbors, so that a slip folds anew.
    const slip = foldWord(written);
    if (!isTaken(slip)) continue;
    const term = toTerm(slip);
    if (term === own) continue;
    const known = byTerm.get(term);
    if (known === undefined || cost < known.cost) byTerm.set(term, { forms: [slip], cost });
    else if (cost === known.cost) byTerm.set(term, { forms: [...known.forms, slip], cost });
  }
  const counts = await index.frequencies([...byTerm.keys()]);
  return [...byTerm]
    .flatMap(([term, { forms, cost }]) => {
      const having = counts.get(term) ?? 0;
      return having === 0 ? [] : [{ words: [forms], cost, having, worth: toWorth(having, cost) }];
    })
    .sort(byWorth);
}

/** Two words that were typed without a space between them, and that some article has side by side. */
async function findSplits(index: SearchIndex, word: string): Promise<Slip[]> {
  if (word.length < SHORTEST_JOINED) return [];
  const pairs: (readonly [string, string])[] = [];
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1)
    pairs.push([word.slice(0, cut), word.slice(cut)]);
  const counts = await index.frequencies([...new Set(pairs.flat().map(toTerm))]);
  const rarer = (pair: readonly string[]) =>
    Math.min(...pair.map((part) => counts.get(toTerm(part)) ?? 0));
  const known = pairs.filter((pair) => rarer(pair) > 0).sort((a, b) => rarer(b) - rarer(a));
  const found: Slip[] = [];
  for (const words of known.slice(0, MOST_CHECKED)) {
    const plan = { ...ANYWHERE, any: [words.map(toTerm)], limit: 0, offset: 0 };
    const { total } = await index.search(plan);
    if (total === 0) continue;
    const worth = toWorth(total, SPLIT_COST);
    found.push({ words: words.map((part) => [part]), cost: SPLIT_COST, having: total, worth });
  }
  return found;
}
