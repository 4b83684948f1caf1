/** A number a text states, with what it measures or counts. `start` and `end` are UTF-16 offsets. */
export interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The number as written; of a range, its lower end. */
  readonly value: number;
  /** What it is at least, and at most, where the text says so («أكثر من», «بين … و…»). */
  readonly low?: number;
  readonly high?: number;
  /** Said to be near the value: «نحو», «حوالي». */
  readonly approximate?: boolean;
  /** What it is measured in: «دولار», «كيلومتر», «%». One name for all forms of a unit. */
  readonly unit?: string;
  /** What is counted: one name for all forms of a noun, else the word as written. */
  readonly of?: string;
}

/** Part of a text that is already understood as something else. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
