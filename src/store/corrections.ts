import type { Correction } from "../model/index.ts";

/** What readers have stated of reports. Kept apart from what the engine decides, so that deciding again does not lose it. */
export interface Corrections {
  /** Oldest first. */
  list(): Promise<readonly Correction[]>;
  /** Takes the place of an earlier one on the same matter, accounts or stories, of the same two reports. They need not be in the catalog. */
  save(correction: Correction): Promise<void>;
  /** Removes what was stated of two reports. Whether there was anything; the order of the two ids does not matter. */
  remove(one: string, other: string): Promise<boolean>;
}
