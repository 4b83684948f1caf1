/** Whether two reports carry one account. */
export type Verdict = "same" | "different";

/** What a reader states of two reports. There is one for a pair of them at most; `first` is the smaller id. */
export interface Correction {
  readonly first: string;
  readonly second: string;
  readonly verdict: Verdict;
  /** When it was stated, ISO 8601 UTC. A later one counts over earlier ones that contradict it. */
  readonly at: string;
}

/** A correction of two reports of a story. `holds` is false where later ones contradict it. */
export interface AppliedCorrection extends Correction {
  readonly holds: boolean;
}
