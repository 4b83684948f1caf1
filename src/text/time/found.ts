import type { Interval } from "./interval.ts";
import type { Grain } from "./time.ts";

/** An expression placed, or known not to be placeable. */
export interface Found {
  readonly start: number;
  readonly end: number;
  /** The first token after it. */
  readonly next: number;
  readonly interval: Interval | null;
  readonly grain: Grain;
  readonly duration?: string;
  readonly recurring?: boolean;
  readonly approximate?: boolean;
}
