import type { FeedEntry } from "./feed.ts";
import { toPlainText } from "./plain-text.ts";

/** Fewer letters than this are a teaser wherever they stand. */
const SHORTEST_FULL = 700;
/** A summary is often all there is, but only a long one is likely to be. */
const SHORTEST_SUMMARY = 1500;
const CUT =
  /(?:\.\.\.|…|\[…\]|\[\.\.\.\]|&hellip;|(?:اقرأ|إقرأ) المزيد|لقراءة المزيد|المزيد|read more|continue reading)[\s»>\])]*$/iu;
const TAIL = 80;

/** The HTML of an entry that is the whole article by every sign; null for a teaser, whose page has to be fetched. */
export function findFullText(entry: FeedEntry): string | null {
  if (entry.content !== null && isWhole(entry.content, SHORTEST_FULL)) return entry.content;
  if (entry.summary !== null && isWhole(entry.summary, SHORTEST_SUMMARY)) return entry.summary;
  return null;
}

function isWhole(markup: string, shortest: number): boolean {
  if (markup.length < shortest) return false;
  const text = toPlainText(markup) ?? "";
  return text.length >= shortest && !CUT.test(text.slice(-TAIL));
}
