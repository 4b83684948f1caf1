import { type Correction, isOnStories } from "../model/index.ts";

interface Identified {
  readonly id: string;
}

/** What readers have stated of which reports are of one story. */
export interface Belonging {
  /** Whether a reader has said of any report of one side and any of the other that they are of two stories. */
  readonly areApart: (some: Iterable<Identified>, others: Iterable<Identified>) => boolean;
  /** The reports whose story a report is said to be of, what was said last first. */
  readonly anchorsOf: (id: string) => readonly string[];
  /** The reports that are said to be of a report's story. */
  readonly followersOf: (id: string) => readonly string[];
}

/** Reads the corrections that are on stories; those on accounts are read when a story is made. */
export function readBelonging(corrections: readonly Correction[]): Belonging {
  const apart = new Map<string, Set<string>>();
  const anchors = new Map<string, string[]>();
  const followers = new Map<string, string[]>();
  const latestFirst = corrections
    .filter(({ verdict }) => isOnStories(verdict))
    .sort((a, b) => (a.at === b.at ? (a.second < b.second ? -1 : 1) : a.at > b.at ? -1 : 1));
  for (const { first, second, verdict } of latestFirst) {
    if (verdict === "apart") {
      apart.set(first, (apart.get(first) ?? new Set()).add(second));
      apart.set(second, (apart.get(second) ?? new Set()).add(first));
    } else {
      anchors.set(first, [...(anchors.get(first) ?? []), second]);
      followers.set(second, [...(followers.get(second) ?? []), first]);
    }
  }
  return {
    areApart: (some, others) => {
      if (apart.size === 0) return false;
      for (const { id } of some) {
        const from = apart.get(id);
        if (from === undefined) continue;
        for (const other of others) if (from.has(other.id)) return true;
      }
      return false;
    },
    anchorsOf: (id) => anchors.get(id) ?? [],
    followersOf: (id) => followers.get(id) ?? [],
  };
}
