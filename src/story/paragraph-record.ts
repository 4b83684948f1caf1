import type { ComparedRow } from "./compare.ts";

/** What a later text made of a paragraph of an earlier one; "added" has none there, "cut" has none here. */
export type ParagraphFate = "kept" | "changed" | "cut" | "added";

/** How many paragraphs each fate befell. */
export type ParagraphRecord = Readonly<Record<ParagraphFate, number>>;

/** What a paragraph of a comparison, earlier text left, has come to. */
export function toFate({ left, right }: ComparedRow): ParagraphFate {
  if (left === null) return "added";
  if (right === null) return "cut";
  return [...left, ...right].every(({ shared }) => shared) ? "kept" : "changed";
}

/** What a later text kept, changed, cut and added of an earlier one, by their comparison. */
export function recordParagraphs(rows: readonly ComparedRow[]): ParagraphRecord {
  const counts = { kept: 0, changed: 0, cut: 0, added: 0 };
  for (const row of rows) counts[toFate(row)] += 1;
  return counts;
}
