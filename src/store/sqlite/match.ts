import { createHash } from "node:crypto";
import type { SearchPlan, TokenRun } from "../search-index.ts";

/** Every facet's token begins so; no word's does. */
export const FACET_MARK: string = "_";
/** Borne by every document, so that "all but these" is a match like any other. */
export const EVERY_DOCUMENT: string = `${FACET_MARK}every`;

const FACET_DIGITS = 16;

/** The token a facet is kept under: any string becomes one safe token. */
export function toFacetToken(facet: string): string {
  return FACET_MARK + createHash("sha256").update(facet).digest("hex").slice(0, FACET_DIGITS);
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const anyOf = (column: string, texts: readonly string[]): string =>
  `${column} : (${texts.map(quote).join(" OR ")})`;

const WORDS = "{title body}";

const toTexts = (runs: readonly TokenRun[]): readonly string[] =>
  runs.filter((run) => run.length > 0).map((run) => run.join(" "));

/** The FTS5 expression of a plan. Everything from outside stands in quotes, so nothing in it is syntax. */
export function toMatch(plan: Matched): string {
  return toExpression(plan, WORDS);
}

/** The same, where what may occur must do so in the title. */
export function toTitleMatch(plan: Matched): string {
  return toExpression(plan, "title");
}

type Matched = Pick<SearchPlan, "any" | "all" | "either" | "none" | "facets">;

function toExpression(plan: Matched, columnsOfAny: string): string {
  const any = toTexts(plan.any);
  const none = toTexts(plan.none);
  const wanted = toTexts(plan.all).map((text) => anyOf(WORDS, [text]));
  for (const runs of plan.either ?? []) {
    const texts = toTexts(runs);
    if (texts.length > 0) wanted.push(anyOf(WORDS, texts));
  }
  if (any.length > 0) wanted.push(anyOf(columnsOfAny, any));
  if (plan.facets.length > 0) wanted.push(anyOf("facet", plan.facets.map(toFacetToken)));
  if (wanted.length === 0) wanted.push(anyOf("facet", [EVERY_DOCUMENT]));
  const positive = wanted.join(" AND ");
  return none.length === 0 ? positive : `(${positive}) NOT (${anyOf(WORDS, none)})`;
}
