import type { DayPart, TimeUnit } from "../tables/time-words.ts";

/** How fine an interval is meant. */
export type Grain = TimeUnit | DayPart | "half";

/** A time a text speaks of. `start` and `end` are UTF-16 offsets. */
export interface Time {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * The half-open interval meant: ISO 8601 days, or wall clocks with the publication's offset where the grain is below a day.
   * Null where the text and the publication time do not tell.
   */
  readonly from: string | null;
  readonly to: string | null;
  readonly grain: Grain;
  /** How sure the reading is, where it is a choice among readings; 1 when left out. */
  readonly confidence?: number;
  /** Comes again and again («كل يوم»); the interval is the occurrence of the publication. */
  readonly recurring?: boolean;
  /** Near, not exactly («نحو», «قبل بضعة أيام»). */
  readonly approximate?: boolean;
  /** A length of time, ISO 8601: «خمسة أيام» is P5D. */
  readonly duration?: string;
}

/** When the text was published, on the wall clock of its own zone. */
export interface Reference {
  readonly day: number;
  /** Seconds since 1970 of the wall clock; the start of the day when only the day is known. */
  readonly seconds: number;
  /** Minutes east of Greenwich; null when not written. */
  readonly offset: number | null;
}

/** What of a clock and calendar an expression says; resolved when it is all read. */
export interface Draft {
  readonly hijri?: boolean;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** The nth of something in what is around it; -1 is the last. */
  readonly nth?: Nth;
  /** Which unit before or after the running one. */
  readonly shift?: Readonly<Partial<Record<ShiftUnit, number>>>;
  readonly decade?: number;
  readonly century?: number;
  readonly season?: number;
  /** Days from publication. */
  readonly offset?: number;
  readonly edge?: "start" | "middle" | "end" | "close" | "rest" | "later";
  readonly weekend?: boolean;
  readonly weekOf?: boolean;
  readonly part?: DayPart;
  readonly clock?: Clock;
  /** Minutes east of Greenwich. */
  readonly zone?: number;
  readonly holiday?: number;
}

/** Units that can be last, this or next. */
export type ShiftUnit =
  | "day"
  | "week"
  | "weekday"
  | "month"
  | "named-month"
  | "season"
  | "quarter"
  | "year"
  | "decade"
  | "century"
  | "holiday";

/** «ثاني أربعاء», «الربع الثالث», «الأسبوع الأخير». */
export interface Nth {
  readonly n: number;
  readonly unit: "day" | "weekday" | "week" | "month" | "quarter" | "half" | "decade";
}

/** A time of day in seconds, and whether which half of the day is said. */
export interface Clock {
  readonly seconds: number;
  readonly grain: "hour" | "minute" | "second";
  readonly half: "am" | "pm" | "said" | null;
}
