/** "direct": words between quotation marks or after a colon; "indirect": a reported clause; "mixed": a reported clause with quoted words in it. */
export type StatementKind = "direct" | "mixed" | "indirect";

/** How the reporting verb takes what is said: «زعم» doubts it, «أكد» stands by it, «نفى» denies it. */
export type Stance =
  | "neutral"
  | "endorsing"
  | "doubting"
  | "denying"
  | "admitting"
  | "opining"
  | "expecting"
  | "warning"
  | "urging"
  | "pledging"
  | "threatening"
  | "accusing"
  | "condemning"
  | "welcoming"
  | "asking";

/** Words that an article gives as somebody's. `start` and `end` are UTF-16 offsets of `text` in the article's text. */
export interface Statement {
  readonly kind: StatementKind;
  readonly text: string;
  /** The fullest name the article has for who said it, else the description as written; null when it does not say. */
  readonly speaker: string | null;
  /** The words that name the speaker at this statement; "" when the verb hides its subject. */
  readonly speakerSurface: string;
  /** The speaker's office as written near the name; null when none is. */
  readonly role: string | null;
  /** The reporting words as written. */
  readonly cue: string;
  readonly stance: Stance;
  /** Agencies and outlets through which it came, outermost first. */
  readonly via: readonly string[];
  readonly start: number;
  readonly end: number;
  /** The article whose speaker this is, where this one does not name any and another carries the same words. */
  readonly speakerFrom?: string;
}
