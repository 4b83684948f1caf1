import { OF_TITLE, type Profile } from "./bag.ts";
import type { Rarity } from "./rarity.ts";
import type { Room } from "./room.ts";
import { createTermFinder, lookFor, placeOf } from "./term-finder.ts";
import { numberOf } from "./term-numbers.ts";

/** What two reports are compared by in their titles and leads. Similarities are 0..1; all of them weigh rare terms more. */
export interface HeadComparison {
  /** How much of each title stands in the other's title and lead: the mean of both ways. */
  readonly title: number;
  /** How much of the shorter title stands in the other title. */
  readonly titles: number;
  /** Cosine of titles and leads as sets of terms: high beside a modest `whole` where two reports share a matter and not its event. */
  readonly leads: number;
  /** Sum of the idf of the four rarest terms that both leads have. */
  readonly rare: number;
  readonly gapDays: number;
  /** 1 at the same moment, a third three hours apart; 0 where either time is not known to the minute. */
  readonly near: number;
  readonly sameOutlet: 0 | 1;
}

/** What the whole texts of two reports are compared by. */
export interface WholeComparison {
  /** Cosine of the whole texts, beginnings weighted; 0..1. */
  readonly whole: number;
  /** Sum of the idf of the eight rarest terms that both texts have anywhere. */
  readonly rareAnywhere: number;
}

/** Everything two reports are compared by. */
export interface Comparison extends HeadComparison, WholeComparison {}

/** A report with what grouping needs of it. */
export interface Compared {
  readonly profile: Profile;
  readonly instant: number;
  /** Whether the instant is a publication time known to the minute. */
  readonly isExact: boolean;
  readonly outlet: string;
}

/** A report with the terms of its title and lead weighed by the rarity they have in the window as it is now. */
export interface WeighedHead {
  readonly report: Compared;
  /** For each term of the lead, how rare it is; what stands behind them means nothing. */
  readonly rarity: Float64Array;
  readonly title: number;
  /** Length of the title and lead as a set of terms. */
  readonly lead: number;
}

/** A report with all its terms weighed. */
export interface WeighedWhole {
  readonly report: Compared;
  /** For each term of the whole, how rare it is; what stands behind them, here and in the weights, means nothing. */
  readonly rarity: Float64Array;
  /** For each term of the whole, its weight over the length of all of them. */
  readonly weights: Float64Array;
}

const MS_PER_DAY = 86_400_000;
const RAREST = 4;
const NEAR_PER_DAY = 8;

/** Weighs the terms of a report's title and lead; the list is taken from a room. */
export function weighHead(report: Compared, rarity: Rarity, room: Room): WeighedHead {
  const { leadNumbers, leadPlaces } = report.profile;
  const idfs = room.take(leadNumbers.length);
  rarity.idfs(leadNumbers, idfs);
  let title = 0;
  let squares = 0;
  for (let i = 0; i < leadNumbers.length; i += 1) {
    const idf = idfs[i] as number;
    squares += idf * idf;
    if (((leadPlaces[i] as number) & OF_TITLE) !== 0) title += idf;
  }
  return { report, rarity: idfs, title, lead: Math.sqrt(squares) };
}

/** Weighs all terms of a report; the lists are taken from a room. */
export function weighWhole(report: Compared, rarity: Rarity, room: Room): WeighedWhole {
  const { numbers, weights: counts } = report.profile.whole;
  const idfs = room.take(numbers.length);
  rarity.idfs(numbers, idfs);
  const weights = room.take(numbers.length);
  let squares = 0;
  for (let i = 0; i < numbers.length; i += 1) {
    const weight = (counts[i] as number) * (idfs[i] as number);
    weights[i] = weight;
    squares += weight * weight;
  }
  const share = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < numbers.length; i += 1) weights[i] = (weights[i] as number) * share;
  return { report, rarity: idfs, weights };
}

const RAREST_ANYWHERE = 8;

/** Filled anew by each comparison: a list of its own for each would cost more than the comparing. */
const RAREST_OF_LEADS = new Float64Array(RAREST);
const RAREST_OF_WHOLES = new Float64Array(RAREST_ANYWHERE);

// The walks below are written out each for itself: they are where grouping spends its time, and a function called for each shared term
// takes as long again.

const IN_WHOLE = createTermFinder();
const IN_LEAD = createTermFinder();

/** Compares the whole texts of two reports that were weighed by the same rarity. */
export function compareWholes(a: WeighedWhole, b: WeighedWhole): WholeComparison {
  const terms = b.report.profile.whole.slots;
  lookFor(IN_WHOLE, a.report.profile.whole.slots);
  const rarest = RAREST_OF_WHOLES.fill(0);
  let whole = 0;
  for (let k = 0; k < terms.length; k += 1) {
    const i = placeOf(IN_WHOLE, terms[k] as number);
    if (i === -1) continue;
    whole += (a.weights[i] as number) * (b.weights[k] as number);
    keepLargest(rarest, a.rarity[i] as number);
  }
  return { whole, rareAnywhere: sumOf(rarest) };
}

/** Puts a value into a list of the largest ones, smallest first, when it is one of them. */
function keepLargest(largest: Float64Array, value: number): void {
  if (value <= (largest[0] as number)) return;
  let place = 0;
  while (place + 1 < largest.length && (largest[place + 1] as number) < value) {
    largest[place] = largest[place + 1] as number;
    place += 1;
  }
  largest[place] = value;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum;
}

/** A share of nothing is nothing. */
function over(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}

/** The slots that both lists have, rarest first. */
export function sharedRarest(
  a: Uint32Array,
  b: Uint32Array,
  rarity: Rarity,
  most: number,
): number[] {
  const inB = new Set(b);
  return [...a]
    .filter((slot) => inB.has(slot))
    .sort((x, y) => rarity.idf(numberOf(y)) - rarity.idf(numberOf(x)) || x - y)
    .slice(0, most);
}

/** Compares the titles and leads of two reports that were weighed by the same rarity. */
export function compareHeads(a: WeighedHead, b: WeighedHead): HeadComparison {
  const terms = b.report.profile.lead;
  lookFor(IN_LEAD, a.report.profile.lead);
  const ours = a.report.profile.leadPlaces;
  const theirs = b.report.profile.leadPlaces;
  const rarest = RAREST_OF_LEADS.fill(0);
  // Of what is shared the sum of squares; what of the first title the other lead has, of the other title the first lead; what both titles have.
  let squares = 0;
  let firstTitle = 0;
  let otherTitle = 0;
  let titles = 0;
  for (let k = 0; k < terms.length; k += 1) {
    const i = placeOf(IN_LEAD, terms[k] as number);
    if (i === -1) continue;
    const idf = a.rarity[i] as number;
    const inTitle = (ours[i] as number) & OF_TITLE;
    const inOther = (theirs[k] as number) & OF_TITLE;
    squares += idf * idf;
    firstTitle += inTitle * idf;
    otherTitle += inOther * (b.rarity[k] as number);
    titles += (inTitle & inOther) * idf;
    keepLargest(rarest, idf);
  }
  const gapDays = Math.abs(a.report.instant - b.report.instant) / MS_PER_DAY;
  return {
    title: (over(firstTitle, a.title) + over(otherTitle, b.title)) / 2,
    titles: over(titles, Math.min(a.title, b.title)),
    leads: over(squares, a.lead * b.lead),
    rare: sumOf(rarest),
    gapDays,
    near: a.report.isExact && b.report.isExact ? Math.exp(-gapDays * NEAR_PER_DAY) : 0,
    sameOutlet: a.report.outlet !== "" && a.report.outlet === b.report.outlet ? 1 : 0,
  };
}

/** The most that the whole texts of two reports can have in common, whatever they are. */
export function mostInCommon(rarity: Rarity): WholeComparison {
  return { whole: 1, rareAnywhere: RAREST_ANYWHERE * rarity.highestOfTwo() };
}
