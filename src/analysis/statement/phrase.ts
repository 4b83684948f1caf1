import type { Run } from "./prose.ts";
import type { HeadKind } from "./word-kinds.ts";

/** The words that name or describe a speaker. */
export interface NounPhrase extends Run {
  readonly kind: HeadKind | "name" | "whole";
  /** Tokens of the office; null when none is written. */
  readonly role: Run | null;
  /** Tokens of the name; null for a description. */
  readonly name: Run | null;
  /** The first word without conjunctions and prepositions, folded. */
  readonly head: string;
  /** Letters of the first token that are no part of it: «و», «ل». */
  readonly clitic: number;
  readonly surface: string;
}
