import type { Profile } from "./bag.ts";
import type { Rarity } from "./rarity.ts";

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
  /** For each term of the whole, its weight over the length of all of them. */
  readonly whole: Float32Array;
  readonly title: number;
  /** Length of the title and lead as a set of terms. */
  readonly lead: number;
}

const MS_PER_DAY = 86_400_000;
const RAREST = 4;
const NEAR_PER_DAY = 8;

/** Weighs a report's terms. */
export function weigh(report: Compared, rarity: Rarity): Weighed {
  const { slots, weights } = report.profile.whole;
  const whole = new Float32Array(slots.length);
  let squares = 0;
  for (let i = 0; i < slots.length; i += 1) {
    const weight = (weights[i] ?? 0) * rarity.idf(slots[i] ?? 0);
    whole[i] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (let i = 0; i < whole.length; i += 1) whole[i] = (whole[i] ?? 0) / length;
  let title = 0;
  for (const slot of report.profile.title) title += rarity.idf(slot);
  let lead = 0;
  for (const slot of report.profile.lead) lead += rarity.idf(slot) ** 2;
  return { report, whole, title, lead: Math.sqrt(lead) };
}

/** Calls `visit` for each term both sorted lists have, with its place in either. */
function eachShared(
  a: Uint32Array,
  b: Uint32Array,
  visit: (slot: number, inA: number, inB: number) => void,
): void {
  let i = 0;
  let k = 0;
  while (i < a.length && k < b.length) {
    const left = a[i] ?? 0;
    const right = b[k] ?? 0;
    if (left === right) {
      visit(left, i, k);
      i += 1;
      k += 1;
    } else if (left < right) i += 1;
    else k += 1;
  }
}

const RAREST_ANYWHERE = 8;

/** The cosine of two wholes, and how rare the rarest terms are that both have. */
function compareWholes(a: Weighed, b: Weighed, rarity: Rarity) {
  const rarest = new Float64Array(RAREST_ANYWHERE);
  let cosine = 0;
  eachShared(a.report.profile.whole.slots, b.report.profile.whole.slots, (slot, inA, inB) => {
    cosine += (a.whole[inA] ?? 0) * (b.whole[inB] ?? 0);
    keepLargest(rarest, rarity.idf(slot));
  });
  return { cosine, rareAnywhere: rarest.reduce((sum, idf) => sum + idf, 0) };
}

/** Puts a value into a list of the largest ones, smallest first, when it is one of them. */
function keepLargest(largest: Float64Array, value: number): void {
  if (value <= (largest[0] ?? 0)) return;
  let place = 0;
  while (place + 1 < largest.length && (largest[place + 1] ?? 0) < value) {
    largest[place] = largest[place + 1] ?? 0;
    place += 1;
  }
  largest[place] = value;
}

function sharedIdf(a: Uint32Array, b: Uint32Array, rarity: Rarity): number {
  let sum = 0;
  eachShared(a, b, (slot) => {
    sum += rarity.idf(slot);
  });
  return sum;
}

function sharedSquares(a: Uint32Array, b: Uint32Array, rarity: Rarity): number {
  let sum = 0;
  eachShared(a, b, (slot) => {
    sum += rarity.idf(slot) ** 2;
  });
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
  const shared: number[] = [];
  eachShared(a, b, (slot) => shared.push(slot));
  return shared.sort((x, y) => rarity.idf(y) - rarity.idf(x) || x - y).slice(0, most);
}

/** Compares two reports that were weighed by the same rarity. */
export function compareReports(a: Weighed, b: Weighed, rarity: Rarity): Comparison {
  const [left, right] = [a.report.profile, b.report.profile];
  const rarest = sharedRarest(left.lead, right.lead, rarity, RAREST);
  const { cosine, rareAnywhere } = compareWholes(a, b, rarity);
  const gapDays = Math.abs(a.report.instant - b.report.instant) / MS_PER_DAY;
  return {
    whole: cosine,
    title:
      (over(sharedIdf(left.title, right.lead, rarity), a.title) +
        over(sharedIdf(right.title, left.lead, rarity), b.title)) /
      2,
    titles: over(sharedIdf(left.title, right.title, rarity), Math.min(a.title, b.title)),
    rare: rarest.reduce((sum, slot) => sum + rarity.idf(slot), 0),
    leads: over(sharedSquares(left.lead, right.lead, rarity), a.lead * b.lead),
    rareAnywhere,
    gapDays,
    near: a.report.isExact && b.report.isExact ? Math.exp(-gapDays * NEAR_PER_DAY) : 0,
    sameOutlet: a.report.outlet !== "" && a.report.outlet === b.report.outlet ? 1 : 0,
  };
}
