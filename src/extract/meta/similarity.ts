import { foldText } from "../../text/index.ts";

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text as matching sees them, in any script. */
export function toWords(text: string): readonly string[] {
  return foldText(text).match(WORD) ?? [];
}

/** How much two word lists share, 0 to 1: twice what is common over both lengths. */
export function toSimilarity(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    shared += 1;
    counts.set(word, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** Whether one list stands in the other as it is. */
export function isWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.length > 0 && ` ${outer.join(" ")} `.includes(` ${inner.join(" ")} `);
}
