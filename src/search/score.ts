import { type Agreement, agreementOf, isOneStem, type Sketch, toCode, toRough } from "./sketch.ts";

/** A word asked for: any of its forms answers it. */
export interface Wanted {
  readonly forms: readonly string[];
  /** Other names of it, folded; they answer a little less well. */
  readonly names?: readonly string[];
  /** How many articles have it, by stem. */
  readonly articles: number;
}

/**
 * BM25F (Robertson, Zaragoza and Taylor 2004): one saturation over all fields and forms of a word. Its own figures are the usual
 * ones; the weights are round figures, each looked at by itself: docs/arabic.md.
 */
const K1 = 1.2;
const B = 0.75;
const AGREEMENT_WEIGHTS: Readonly<Record<Agreement, number>> = {
  form: 1,
  stem: 0.8,
  skeleton: 0.2,
};
const TITLE_WEIGHT = 2;
/** News tells the event first: the first word counts double, one at this place and after it once. */
const LEAD_WORDS = 40;
const LEAD_WEIGHT = 1;

/** A text that has the very name asked for goes before one with another name of the same. */
const NAME_WEIGHT = 0.8;

/** The codes by which one wanted word is answered, all of one skeleton. */
interface Group {
  readonly term: number;
  readonly codes: { readonly code: number; readonly weight: number }[];
}

/** Nearly every word of a text is none of those wanted: one bit by the end of its rough part says so for most. */
const SIEVE_BITS = 12;

interface Grouped {
  readonly byRough: ReadonlyMap<number, readonly Group[]>;
  readonly sieve: Uint8Array;
}

function toSieve(byRough: ReadonlyMap<number, unknown>): Uint8Array {
  const sieve = new Uint8Array(2 ** SIEVE_BITS);
  for (const rough of byRough.keys()) sieve[rough & (sieve.length - 1)] = 1;
  return sieve;
}

function groupForms(wanted: readonly Wanted[]): Grouped {
  const byRough = new Map<number, Group[]>();
  wanted.forEach(({ forms, names = [] }, term) => {
    const weights = new Map(names.map((name) => [toCode(name), NAME_WEIGHT]));
    for (const form of forms) weights.set(toCode(form), 1);
    for (const [code, weight] of weights) {
      const groups = byRough.get(toRough(code)) ?? [];
      byRough.set(toRough(code), groups);
      const group = groups.find((each) => each.term === term);
      if (group === undefined) groups.push({ term, codes: [{ code, weight }] });
      else group.codes.push({ code, weight });
    }
  });
  return { byRough, sieve: toSieve(byRough) };
}

function placeWeight(at: number, titleWords: number): number {
  if (at < titleWords) return TITLE_WEIGHT;
  return 1 + LEAD_WEIGHT * Math.max(0, 1 - (at - titleWords) / LEAD_WORDS);
}

/** How well a word of a text answers a wanted one: by the form that agrees best. */
function formWeight(code: number, codes: Group["codes"]): number {
  let best = 0;
  for (const other of codes) {
    best = Math.max(best, other.weight * AGREEMENT_WEIGHTS[agreementOf(code, other.code)]);
  }
  return best;
}

/** How often each wanted word occurs in a sketch, weighted by form and place. */
function weigh(
  { codes, titleWords }: Sketch,
  { byRough, sieve }: Grouped,
  terms: number,
): Float64Array {
  const weights = new Float64Array(terms);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const rough = toRough(code);
    if (sieve[rough & (sieve.length - 1)] === 0) continue;
    const groups = byRough.get(rough);
    if (groups === undefined) continue;
    const place = placeWeight(at, titleWords);
    for (const group of groups) {
      weights[group.term] = (weights[group.term] ?? 0) + place * formWeight(code, group.codes);
    }
  }
  return weights;
}

/** How often a run of words stands in a sketch, by stems; function words between them are passed over, as in the sketch itself. */
function countRun({ codes }: Sketch, run: readonly number[]): number {
  const first = run[0] ?? 0;
  const last = codes.length - run.length;
  let count = 0;
  for (let at = 0; at <= last; at += 1) {
    if (isOneStem(codes[at] as number, first) && goesOn(codes, at, run)) count += 1;
  }
  return count;
}

function goesOn(codes: Sketch["codes"], at: number, run: readonly number[]): boolean {
  for (let k = 1; k < run.length; k += 1) {
    if (!isOneStem(codes[at + k] as number, run[k] as number)) return false;
  }
  return true;
}

/** Rarity of what so many of the articles have (the inverse document frequency of BM25, kept positive as Lucene does). */
export function rarityOf(having: number, articles: number): number {
  return Math.log(1 + (Math.max(articles, having) - having + 0.5) / (having + 0.5));
}

const saturate = (weight: number, length: number): number =>
  (weight * (K1 + 1)) / (weight + K1 * length);

/** What a query asks of the texts it is to rank. */
export interface Asked {
  readonly words: readonly Wanted[];
  /** Quoted runs, folded: one that stands in a text counts as much as its words together. */
  readonly runs: readonly (readonly Wanted[])[];
  /** How many articles the index has. */
  readonly articles: number;
}

/** The scores of articles for a query, higher the better; comparable within one call only. */
export function scoreSketches(sketches: readonly Sketch[], asked: Asked): number[] {
  const grouped = groupForms(asked.words);
  const rarities = asked.words.map((word) => rarityOf(word.articles, asked.articles));
  const runs = asked.runs.map((run) => ({
    codes: run.map(({ forms }) => toCode(forms[0] ?? "")),
    rarity: run.reduce((sum, word) => sum + rarityOf(word.articles, asked.articles), 0),
  }));
  const total = sketches.reduce((sum, { codes }) => sum + codes.length, 0);
  const mean = Math.max(1, total / Math.max(1, sketches.length));
  return sketches.map((sketch) => {
    const length = 1 - B + (B * sketch.codes.length) / mean;
    const weights = weigh(sketch, grouped, asked.words.length);
    let score = 0;
    rarities.forEach((rarity, term) => {
      score += rarity * saturate(weights[term] ?? 0, length);
    });
    for (const run of runs) score += run.rarity * saturate(countRun(sketch, run.codes), length);
    return score;
  });
}
