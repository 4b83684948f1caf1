import type { Rarity } from "./rarity.ts";
import type { Report } from "./report.ts";
import type { Room } from "./room.ts";
import { compareReports, type Weighed, weigh } from "./similarity.ts";
import { toLogOdds } from "./story-model.ts";

/** How likely two reports are of one event, by the window as it is while the judge is in use; it must not outlive a change of it. */
export interface StoryJudge {
  /** Log-odds; above 0 is likelier than not. */
  pair(a: Report, b: Report): number;
  /** Log-odds that two stories, each given by its speakers, are one: between that of their closest pair and that of all pairs. */
  between(some: readonly Report[], others: readonly Report[]): number;
}

/** Stories are judged by their closest reports and by all of them: the closest alone chain events, the mean alone splits them. */
const CLOSEST_COUNTS = 0.5;
/** One unlike pair cannot outweigh all others. */
const LEAST_LOG_ODDS = -6;

/** A judge for the moment, which has a room to itself. Each report is weighed, and each pair compared, once. */
export function createStoryJudge(rarity: Rarity, room: Room): StoryJudge {
  room.clear();
  const weighed = new Map<Report, Weighed>();
  const judged = new Map<Report, Map<Report, number>>();
  const fullness = rarity.fullness();
  const toWeighed = (report: Report): Weighed => {
    const known = weighed.get(report) ?? weigh(report, rarity, room);
    weighed.set(report, known);
    return known;
  };
  const pair = (a: Report, b: Report): number => {
    const known = judged.get(a)?.get(b) ?? judged.get(b)?.get(a);
    if (known !== undefined) return known;
    const logOdds = Math.max(
      LEAST_LOG_ODDS,
      toLogOdds(compareReports(toWeighed(a), toWeighed(b)), fullness),
    );
    const row = judged.get(a);
    if (row === undefined) judged.set(a, new Map([[b, logOdds]]));
    else row.set(b, logOdds);
    return logOdds;
  };
  return {
    pair,
    between: (some, others) => {
      let sum = 0;
      let closest = Number.NEGATIVE_INFINITY;
      for (const a of some) {
        for (const b of others) {
          const logOdds = pair(a, b);
          sum += logOdds;
          closest = Math.max(closest, logOdds);
        }
      }
      const mean = sum / (some.length * others.length);
      return CLOSEST_COUNTS * closest + (1 - CLOSEST_COUNTS) * mean;
    },
  };
}
