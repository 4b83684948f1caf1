import type { Profile } from "./bag.ts";
import type { Rarity } from "./rarity.ts";
import type { Room } from "./room.ts";

/** What two reports are compared by. Similarities are 0..1; all of them weigh rare terms more. */
export interface Comparison {
  /** Cosine of the whole texts, beginnings weighted. */
  readonly whole: number;
  /** How much of each title stands in the other's title and lead: the mean of both ways. */
  readonly title: number;
  /** How much of the shorter title stands in the other title. */
  readonly titles: number;
  /** Cosine of titles and leads as sets of terms: high beside a modest `whole` where two reports share a matter and not its event. */
  readonly leads: number;
  /** Sum of the idf of the four rarest terms that both leads have. */
  readonly rare: number;
  /** Sum of the idf of the eight rarest terms that both texts have anywhere. */
  readonly rareAnywhere: number;
  readonly gapDays: number;
  /** 1 at the same moment, a third three hours apart; 0 where either time is not known to the minute. */
  readonly near: number;
  readonly sameOutlet: 0 | 1;
}

/** A report with what grouping needs of it. */
export interface Compared {
  readonly profile: Profile;
  readonly instant: number;
  /** Whether the instant is a publication time known to the minute. */
  readonly isExact: boolean;
  readonly outlet: string;
}

/** A report with its terms weighed by the rarity they have in the window as it is now. */
export interface Weighed {
  readonly report: Compared;
  /** For each term of the whole, how rare it is. */
  readonly rarity: Float64Array;
  /** For each term of the whole, its weight over the length of all of them. */
  readonly whole: Float64Array;
  readonly title: number;
  /** Length of the title and lead as a set of terms. */
  readonly lead: number;
}

const MS_PER_DAY = 86_400_000;
const RAREST = 4;
const NEAR_PER_DAY = 8;

/** Weighs a report's terms; the lists are taken from a room. */
export function weigh(report: Compared, rarity: Rarity, room: Room): Weighed {
  const { whole: bag, leadAt, titleAt } = report.profile;
  const { slots, weights } = bag;
  const idfs = room.take(slots.length);
  rarity.idfs(slots, idfs);
  const whole = room.take(slots.length);
  let squares = 0;
  for (let i = 0; i < slots.length; i += 1) {
    const weight = (weights[i] as number) * (idfs[i] as number);
    whole[i] = weight;
    squares += weight * weight;
  }
  const share = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < whole.length; i += 1) whole[i] = (whole[i] as number) * share;
  let title = 0;
  for (let i = 0; i < titleAt.length; i += 1) title += idfs[titleAt[i] as number] as number;
  let lead = 0;
  for (let i = 0; i < leadAt.length; i += 1) lead += (idfs[leadAt[i] as number] as number) ** 2;
  return { report, rarity: idfs, whole, title, lead: Math.sqrt(lead) };
}

const RAREST_ANYWHERE = 8;

// The walks through two sorted lists below are written out each for itself: they are where grouping spends its time, and a function
// called for each shared term takes as long again.

/** The cosine of two wholes, and how rare the rarest terms are that both have. */
function compareWholes(a: Weighed, b: Weighed) {
  const [left, right] = [a.report.profile.whole.slots, b.report.profile.whole.slots];
  const rarest = new Float64Array(RAREST_ANYWHERE);
  let cosine = 0;
  let i = 0;
  let k = 0;
  while (i < left.length && k < right.length) {
    const x = left[i] as number;
    const y = right[k] as number;
    if (x === y) {
      cosine += (a.whole[i] as number) * (b.whole[k] as number);
      keepLargest(rarest, a.rarity[i] as number);
    }
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  return { cosine, rareAnywhere: sumOf(rarest) };
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

/** Sum of the rarity of the terms of a title that another title or lead has. */
function titleIn(a: Weighed, b: Uint32Array): number {
  const { title, titleAt } = a.report.profile;
  let sum = 0;
  let i = 0;
  let k = 0;
  while (i < title.length && k < b.length) {
    const x = title[i] as number;
    const y = b[k] as number;
    if (x === y) sum += a.rarity[titleAt[i] as number] as number;
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  return sum;
}

/** What two leads have in common: the squares of its rarity, and how rare the rarest of it is. */
function compareLeads(a: Weighed, b: Weighed) {
  const { lead: left, leadAt } = a.report.profile;
  const right = b.report.profile.lead;
  const rarest = new Float64Array(RAREST);
  let squares = 0;
  let i = 0;
  let k = 0;
  while (i < left.length && k < right.length) {
    const x = left[i] as number;
    const y = right[k] as number;
    if (x === y) {
      const idf = a.rarity[leadAt[i] as number] as number;
      squares += idf * idf;
      keepLargest(rarest, idf);
    }
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  return { squares, rare: sumOf(rarest) };
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
    .sort((x, y) => rarity.idf(y) - rarity.idf(x) || x - y)
    .slice(0, most);
}

/** Compares two reports that were weighed by the same rarity. */
export function compareReports(a: Weighed, b: Weighed): Comparison {
  const [left, right] = [a.report.profile, b.report.profile];
  const { squares, rare } = compareLeads(a, b);
  const { cosine, rareAnywhere } = compareWholes(a, b);
  const gapDays = Math.abs(a.report.instant - b.report.instant) / MS_PER_DAY;
  return {
    whole: cosine,
    title: (over(titleIn(a, right.lead), a.title) + over(titleIn(b, left.lead), b.title)) / 2,
    titles: over(titleIn(a, right.title), Math.min(a.title, b.title)),
    rare,
    leads: over(squares, a.lead * b.lead),
    rareAnywhere,
    gapDays,
    near: a.report.isExact && b.report.isExact ? Math.exp(-gapDays * NEAR_PER_DAY) : 0,
    sameOutlet: a.report.outlet !== "" && a.report.outlet === b.report.outlet ? 1 : 0,
  };
}
