import type { Name } from "./analysis.ts";
import type { Stance, StatementKind } from "./statement.ts";

/** A sentence of a report, as it stands there. `start` and `end` are UTF-16 offsets into the report's text. */
export interface ChosenSentence {
  readonly text: string;
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** A dated happening that accounts of a story tell. */
export interface Happening {
  /** Half open, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly grain: string;
  /** "background" lies well before the story, "expected" after the report that tells it. */
  readonly kind: "happening" | "background" | "expected";
  readonly told: ChosenSentence;
  /** The words that date it. */
  readonly when: string;
  readonly accounts: readonly string[];
}

/** What one report states of a running count. */
export interface CountPoint {
  readonly article: string;
  readonly account: string;
  /** When the report appeared, ISO 8601; null when unknown. */
  readonly at: string | null;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly told: ChosenSentence;
}

/** A count that several reports state, in order of time. */
export interface RunningCount {
  /** What is counted: a toll by kind, else the counted noun. */
  readonly of: string;
  readonly unit: string | null;
  readonly points: readonly CountPoint[];
  readonly changed: boolean;
}

/** What somebody said, however many accounts carry it. */
export interface Saying {
  readonly kind: StatementKind;
  readonly text: string;
  readonly stance: Stance;
  readonly cue: string;
  /** Through whom it came, outermost first. */
  readonly via: readonly string[];
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly accounts: readonly string[];
  /** The article whose speaker this is, when the one that carries the words names none. */
  readonly speakerFrom: string | null;
}

/** A speaker with what the story's accounts have of them. */
export interface Speaker {
  readonly name: string;
  /** The key of the name, where the reports name the speaker so; null for a description. */
  readonly key: { readonly type: Name["type"]; readonly key: string } | null;
  readonly role: string | null;
  readonly sayings: readonly Saying[];
}

/** Something denied, beside what it denies when the story has that. */
export interface Denial {
  readonly speaker: string;
  readonly denial: Saying;
  readonly against: { readonly speaker: string; readonly saying: Saying } | null;
}

/** How often the story's outlets use one of several words for a thing. */
export interface WordChoice {
  readonly thing: string;
  readonly term: string;
  readonly outlets: readonly { readonly outlet: string; readonly count: number }[];
}

/** What a story tells, chosen from its reports and never written by the engine. */
export interface Face {
  readonly summary: readonly ChosenSentence[];
  readonly timeline: readonly Happening[];
  readonly counts: readonly RunningCount[];
  readonly speakers: readonly Speaker[];
  readonly denials: readonly Denial[];
  readonly words: readonly WordChoice[];
}
