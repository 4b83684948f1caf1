import { foldWord } from "../fold.ts";
import { BOUNDS, BOUNDS_AFTER, type Bound } from "../tables/bounds.ts";
import type { Source } from "./read-number.ts";

/** What a figure is said to be at least, at most, or near. */
export interface Bounds {
  readonly low?: number;
  readonly high?: number;
  readonly approximate?: boolean;
}

interface Phrase {
  readonly words: readonly string[];
  readonly bound: Bound;
}

type Phrases = ReadonlyMap<string, readonly Phrase[]>;

const BEFORE = byWord(BOUNDS, -1);
const AFTER = byWord(BOUNDS_AFTER, 0);

/** The bounds of a value whose number begins at one token and whose words end before another. */
export function findBounds(source: Source, at: number, next: number, value: number): Bounds {
  return toBounds(boundBefore(source, at) ?? boundAfter(source, next), value);
}

/** What a bound makes of a value. */
export function toBounds(bound: Bound | undefined, value: number): Bounds {
  switch (bound) {
    case "low":
      return { low: value };
    case "high":
      return { high: value };
    case "about":
      return { approximate: true };
    default:
      return {};
  }
}

/** Phrases by the word that is next to the number, so that one look-up decides for most numbers. */
function byWord(rows: readonly (readonly [string, Bound])[], nearest: 0 | -1): Phrases {
  const phrases = new Map<string, Phrase[]>();
  for (const [phrase, bound] of rows) {
    const words = phrase.split(" ").map(foldWord);
    const key = words.at(nearest) ?? "";
    // Longest first: «لا يتجاوز» before «يتجاوز».
    const all = [...(phrases.get(key) ?? []), { words, bound }];
    phrases.set(
      key,
      all.sort((a, b) => b.words.length - a.words.length),
    );
  }
  return phrases;
}

/** The bound said just before a number. */
export function boundBefore({ tokens }: Source, at: number): Bound | undefined {
  return BEFORE.get(tokens[at - 1]?.folded ?? "")?.find(({ words }) =>
    words.every((word, i) => tokens[at - words.length + i]?.folded === word),
  )?.bound;
}

function boundAfter({ tokens }: Source, next: number): Bound | undefined {
  return AFTER.get(tokens[next]?.folded ?? "")?.find(({ words }) =>
    words.every((word, i) => tokens[next + i]?.folded === word),
  )?.bound;
}
