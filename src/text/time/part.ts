import type { Context } from "./context.ts";
import type { Draft, ShiftUnit } from "./time.ts";

/** What a «الماضي» or «المقبل» that follows is said of, or what a word has announced: «يوم 27», «شهر مارس». */
export type Scope = ShiftUnit | "day-word" | "month-word" | "night-of";

/** A piece of an expression: what it adds, and where it ends. */
export interface Part {
  readonly set: Draft;
  readonly next: number;
  readonly end: number;
  readonly scope?: Scope;
  /** It says nothing without what follows: «مطلع», «شهر». */
  readonly opens?: boolean;
  /** Takes the place of what was said before it. */
  readonly replaces?: boolean;
}

/** What has been read of an expression. */
export interface State {
  readonly draft: Draft;
  readonly scope: Scope | undefined;
  /** The word just before joined this part: «في», «من». */
  readonly joint: "space" | "mark" | "في" | "من" | "none";
}

/** A part of the tokens from one to another. */
export function toPart(
  { tokens }: Context,
  set: Draft,
  next: number,
  more: Pick<Part, "scope" | "opens" | "replaces"> = {},
): Part {
  return { set, next, end: tokens[next - 1]?.end ?? 0, ...more };
}

/** Whether nothing is said yet. */
export function isEmpty(draft: Draft): boolean {
  for (const _key in draft) return false;
  return true;
}
