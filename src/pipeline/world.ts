import type { WarcNote } from "../archive/index.ts";
import type { Analysis, Article, Original } from "../model/index.ts";
import type { Store } from "../store/index.ts";

/** The outside world, as far as the pipeline may touch it. */
export interface World {
  readonly store: Store;
  /** Reads articles whole, in the order given; may do so beside this thread. */
  readonly analyzeAll: (articles: readonly Article[]) => Promise<readonly Analysis[]>;
  /** Until what it returns is called, this thread has nothing else to do and reads its part of the articles; without it, it only waits. */
  readonly joinIn?: () => () => void;
  readonly now: () => Date;
  /** Called once when another process has to finish first. */
  readonly onWait: () => void;
  /** Keeps a page that a story's package brings as it was received; without it such pages are known without their original. */
  readonly adoptOriginal?: (member: Uint8Array, note: WarcNote) => Promise<Original>;
  readonly onProgress: (progress: Progress) => void;
}

/** How far a stage has come. `of` is null when the end is not known yet. */
export interface Progress {
  readonly stage: "read" | "group" | "analyze";
  readonly done: number;
  readonly of: number | null;
}
