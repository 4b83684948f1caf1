import type { Bag, Profile } from "./bag.ts";
import type { Rarity } from "./rarity.ts";

/** What two reports are compared by. Similarities are 0..1; all of them weigh rare terms more. */
export interface Comparison {
  /** Cosine of the whole texts, beginnings weighted. */
  readonly whole: number;
  /** How much of each title stands in the other's title and lead: the mean of both ways. */
  readonly title: number;
  /** Sum of the idf of the four rarest terms that both leads have. */
  readonly rare: number;
  readonly gapDays: number;
  readonly sameOutlet: 0 | 1;
}

/** A report with what grouping needs of it. */
export interface Compared {
  readonly profile: Profile;
  readonly instant: number;
  readonly outlet: string;
}

const MS_PER_DAY = 86_400_000;
const RAREST = 4;

function norm(bag: Bag, rarity: Rarity): number {
  let sum = 0;
  for (let i = 0; i < bag.slots.length; i += 1) {
    sum += ((bag.weights[i] ?? 0) * rarity.idf(bag.slots[i] ?? 0)) ** 2;
  }
  return Math.sqrt(sum);
}

/** Calls `visit` for each term both bags have, with its place in either. */
function eachShared(a: Bag, b: Bag, visit: (slot: number, inA: number, inB: number) => void): void {
  let i = 0;
  let k = 0;
  while (i < a.slots.length && k < b.slots.length) {
    const left = a.slots[i] ?? 0;
    const right = b.slots[k] ?? 0;
    if (left === right) {
      visit(left, i, k);
      i += 1;
      k += 1;
    } else if (left < right) i += 1;
    else k += 1;
  }
}

function cosine(a: Bag, b: Bag, rarity: Rarity): number {
  let dot = 0;
  eachShared(a, b, (slot, i, k) => {
    dot += (a.weights[i] ?? 0) * (b.weights[k] ?? 0) * rarity.idf(slot) ** 2;
  });
  if (dot === 0) return 0;
  return dot / (norm(a, rarity) * norm(b, rarity));
}

/** The share of `part`'s terms, by idf, that `whole` has. */
function shareIn(part: Bag, whole: Bag, rarity: Rarity): number {
  let all = 0;
  for (const slot of part.slots) all += rarity.idf(slot);
  if (all === 0) return 0;
  let found = 0;
  eachShared(part, whole, (slot) => {
    found += rarity.idf(slot);
  });
  return found / all;
}

/** The slots that both bags have, rarest first. */
export function sharedRarest(a: Bag, b: Bag, rarity: Rarity, most: number): number[] {
  const shared: number[] = [];
  eachShared(a, b, (slot) => shared.push(slot));
  return shared.sort((x, y) => rarity.idf(y) - rarity.idf(x) || x - y).slice(0, most);
}

/** Compares two reports by the rarity of terms in the window as it is now. */
export function compareReports(a: Compared, b: Compared, rarity: Rarity): Comparison {
  const rarest = sharedRarest(a.profile.lead, b.profile.lead, rarity, RAREST);
  return {
    whole: cosine(a.profile.whole, b.profile.whole, rarity),
    title:
      (shareIn(a.profile.title, b.profile.lead, rarity) +
        shareIn(b.profile.title, a.profile.lead, rarity)) /
      2,
    rare: rarest.reduce((sum, slot) => sum + rarity.idf(slot), 0),
    gapDays: Math.abs(a.instant - b.instant) / MS_PER_DAY,
    sameOutlet: a.outlet !== "" && a.outlet === b.outlet ? 1 : 0,
  };
}
