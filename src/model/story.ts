import type { AppliedCorrection } from "./correction.ts";

/** How a report relates to the earlier report whose text it carries. */
export type CopyKind =
  /** The same words from beginning to end. */
  | "verbatim"
  /** The same text with small changes. */
  | "copy"
  /** A part of the other text, or the other text with a part added. */
  | "cut"
  /** The same outlet's own later version of its text. */
  | "update"
  /** The same address under another id. */
  | "repost";

/** That one report carries another's text, with what shows it. Shares are of 3-word shingles, 0..1. */
export interface CopyLink {
  readonly of: string;
  readonly kind: CopyKind;
  /** Share of this report's text that stands in the other. */
  readonly share: number;
  /** Share of the other's text that stands in this report. */
  readonly shareOfOther: number;
  readonly jaccard: number;
}

/** Where an account comes from. `inferred` when no report of it says so itself. */
export interface Origin {
  readonly name: string;
  readonly key: string;
  readonly inferred: boolean;
  /** The words or the report that show it: a credit line as written, or the id of a crediting copy. */
  readonly evidence: string;
}

/** What the grouper decided for one article. Deciding is pure; saving is the store's work. */
export interface Placement {
  readonly articleId: string;
  readonly story: string;
  readonly account: string;
  readonly copy: CopyLink | null;
  readonly origin: Origin | null;
  /** Why it joined its story; null for a report that opened one. */
  readonly joined: StoryLink | null;
}

/** Which report drew an article into its story, and how alike the two are, 0..1. */
export interface StoryLink {
  readonly with: string;
  readonly similarity: number;
  /** The rarest words the two share, as written in the article, at most eight. */
  readonly shared: readonly string[];
}

/** Reports that carry one text, first report first. */
export interface Account {
  readonly id: string;
  readonly reports: readonly string[];
  readonly origin: Origin | null;
}

/** Reports of one event, with the number that the product is about. */
export interface Story {
  readonly id: string;
  readonly title: string;
  /** The report whose title the story bears. */
  readonly titleFrom: string;
  /** The reports that had it first, several within the error of clocks; none when no publication is known to the minute. */
  readonly first: readonly string[];
  /** First and last publication time (or collection time), ISO 8601 UTC; null when unknown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly accounts: readonly Account[];
  readonly reports: number;
  readonly outlets: number;
  /** At most this many independent accounts: accounts that share an origin count once. */
  readonly independent: number;
  /** What readers have stated of its reports, oldest first; its accounts are as they say. */
  readonly corrections: readonly AppliedCorrection[];
}
