import { isStopWord, stem, tokenize } from "../../text/index.ts";

const SHORTEST_TERM = 3;

/** The telling words of a text as matching sees them, in reading order. */
export function toTerms(text: string): string[] {
  return tokenize(text)
    .filter(
      ({ kind, folded }) =>
        kind !== "clitic" &&
        (kind === "number" || (folded.length >= SHORTEST_TERM && !isStopWord(folded))),
    )
    .map(({ kind, folded }) => (kind === "number" ? folded : stem(folded)));
}

/** How many terms two sets have in common. */
export function sharedTerms(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const term of a) if (b.has(term)) shared += 1;
  return shared;
}

/** The share of the smaller set's terms that the other has, 0..1. */
export function termOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : sharedTerms(a, b) / smaller;
}
