/** Whether two reports carry one account ("same", "different"), or are of one story ("together", "apart"). */
export type Verdict = "same" | "different" | "together" | "apart";

/**
 * What a reader states of two reports: at most one verdict on their accounts, where `first` is the smaller id, and
 * one on their stories, where `first` is the report that comes or goes and `second` stands for the story.
 */
export interface Correction {
  readonly first: string;
  readonly second: string;
  readonly verdict: Verdict;
  /** When it was stated, ISO 8601 UTC. A later one counts over earlier ones that contradict it. */
  readonly at: string;
}

/** A correction as a story has it. `holds` is false where later ones contradict it, or the reports are not where it says. */
export interface AppliedCorrection extends Correction {
  readonly holds: boolean;
}

/** Whether a verdict is on the stories of two reports; else it is on their accounts. */
export function isOnStories(verdict: Verdict): verdict is "together" | "apart" {
  return verdict === "together" || verdict === "apart";
}
