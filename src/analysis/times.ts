import type { Article } from "../model/index.ts";
import { findTimes, type Time, type Token } from "../text/index.ts";

/** The times an article speaks of, in order, resolved against its publication; a publication known only to the month or year resolves none. */
export function readTimes({ text, published }: Article, tokens: readonly Token[]): Time[] {
  const known = published?.precision === "minute" || published?.precision === "day";
  return findTimes({ text, tokens }, known ? published.at : null);
}
