import type { Days } from "./interval.ts";
import type { Tense } from "./tense.ts";
import type { Reference } from "./time.ts";

/** What is needed to place an expression. The tense is only asked for where there is a choice. */
export interface Placing {
  readonly reference: Reference | null;
  readonly tense: () => Tense;
  /** Whether it is when something was done. */
  readonly done: () => boolean;
  /** The year that the text has told of a Gregorian month before: «في أغسطس الماضي … وفي 26 أغسطس». */
  readonly toldYear: (month: number) => number | undefined;
}

/** Placed days, and how sure. */
export interface Placed {
  readonly days: Days;
  readonly confidence: number;
}

/** The sureness of a reading that newspapers' habits make likely. */
export const LIKELY = 0.8;
