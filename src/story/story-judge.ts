import type { Rarity } from "./rarity.ts";
import type { Report } from "./report.ts";
import type { Room } from "./room.ts";
import {
  compareHeads,
  compareWholes,
  type HeadComparison,
  mostInCommon,
  type WeighedHead,
  type WeighedWhole,
  weighHead,
  weighWhole,
} from "./similarity.ts";
import { toLogOdds } from "./story-model.ts";

/** How likely two reports are of one event, by the window as it is while the judge is in use; it must not outlive a change of it. */
export interface StoryJudge {
  /** Log-odds; above 0 is likelier than not. */
  pair(a: Report, b: Report): number;
  /**
   * Log-odds that two stories, each given by its speakers, are one: between that of their closest pair and that of all pairs. Where they
   * cannot be over `least`, any number that is not.
   */
  between(some: readonly Report[], others: readonly Report[], least: number): number;
}

/** Stories are judged by their closest reports and by all of them: the closest alone chain events, the mean alone splits them. */
const CLOSEST_COUNTS = 0.5;
/** One unlike pair cannot outweigh all others. */
const LEAST_LOG_ODDS = -6;

/** A report as weighed so far: its whole only once it is asked for. */
interface Weighed {
  readonly head: WeighedHead;
  whole: WeighedWhole | null;
}

/** A pair as judged so far. */
interface Judged {
  readonly head: HeadComparison;
  /** The log-odds if the whole texts had everything in common. */
  readonly atMost: number;
  logOdds: number | null;
}

/** A judge for the moment, which has a room to itself. Each report is weighed, and each pair compared, once. */
export function createStoryJudge(rarity: Rarity, room: Room): StoryJudge {
  room.clear();
  const fullness = rarity.fullness();
  const most = mostInCommon(rarity);
  const weighed = new Map<Report, Weighed>();
  const judged = new Map<Report, Map<Report, Judged>>();
  const weigh = (report: Report): Weighed => {
    const known = weighed.get(report);
    if (known !== undefined) return known;
    const made = { head: weighHead(report, rarity, room), whole: null };
    weighed.set(report, made);
    return made;
  };
  const wholeOf = (report: Report): WeighedWhole => {
    const known = weigh(report);
    known.whole ??= weighWhole(report, rarity, room);
    return known.whole;
  };
  const judge = (a: Report, b: Report): Judged => {
    const known = judged.get(a)?.get(b) ?? judged.get(b)?.get(a);
    if (known !== undefined) return known;
    const head = compareHeads(weigh(a).head, weigh(b).head);
    const atMost = Math.max(LEAST_LOG_ODDS, toLogOdds(head, most, fullness));
    const made = { head, atMost, logOdds: null };
    const row = judged.get(a);
    if (row === undefined) judged.set(a, new Map([[b, made]]));
    else row.set(b, made);
    return made;
  };
  const pair = (a: Report, b: Report): number => {
    const known = judge(a, b);
    known.logOdds ??= Math.max(
      LEAST_LOG_ODDS,
      toLogOdds(known.head, compareWholes(wholeOf(a), wholeOf(b)), fullness),
    );
    return known.logOdds;
  };
  return {
    pair,
    between: (some, others, least) => {
      // Half of all stories are told apart by titles and leads alone, whatever the rest of their reports may say.
      if (overall(some, others, (a, b) => judge(a, b).atMost) <= least) return LEAST_LOG_ODDS;
      return overall(some, others, pair);
    },
  };
}

function overall(
  some: readonly Report[],
  others: readonly Report[],
  judge: (a: Report, b: Report) => number,
): number {
  let sum = 0;
  let closest = Number.NEGATIVE_INFINITY;
  for (const a of some) {
    for (const b of others) {
      const logOdds = judge(a, b);
      sum += logOdds;
      closest = Math.max(closest, logOdds);
    }
  }
  const mean = sum / (some.length * others.length);
  return CLOSEST_COUNTS * closest + (1 - CLOSEST_COUNTS) * mean;
}
