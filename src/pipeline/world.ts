import type { Store } from "../store/index.ts";

/** The outside world, as far as the pipeline may touch it. */
export interface World {
  readonly store: Store;
  readonly now: () => Date;
  /** Called once when another process has to finish first. */
  readonly onWait: () => void;
  readonly onProgress: (progress: Progress) => void;
}

/** How far a stage has come. `of` is null when the end is not known yet. */
export interface Progress {
  readonly stage: "read" | "group";
  readonly done: number;
  readonly of: number | null;
}
