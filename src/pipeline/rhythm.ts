import type { FeedEntry } from "../feed/index.ts";
import { type Poll, parseInstant } from "../model/index.ts";
import type { FoundPage } from "../store/index.ts";
import { instantOf } from "./entry-pages.ts";

const MOST_RECENT = 20;

/** When the source publishes, and how late we are. Of the first poll only the first is known: what is old was not seen late. */
export function toRhythm(
  before: Poll,
  entries: readonly FeedEntry[],
  pages: readonly FoundPage[],
  now: number,
): Pick<Poll, "recent" | "lateness"> {
  const times = entries
    .map((entry) => (entry.published?.precision === "minute" ? instantOf(entry) : null))
    .filter((at) => at !== null && at <= now)
    .map((at) => new Date(at ?? 0).toISOString());
  const latest = before.recent[0] === undefined ? null : Date.parse(before.recent[0]);
  const late = pages
    .map(({ page }) => parseInstant(page.hint.published?.at ?? ""))
    .filter((at) => at !== null && latest !== null && at > latest && at <= now)
    .map((at) => now - (at ?? now));
  return {
    recent: times.length > 0 ? toLatest(times) : before.recent,
    lateness: [...late, ...before.lateness].slice(0, MOST_RECENT),
  };
}

/** The latest of some times, newest first. */
export function toLatest(times: readonly string[]): string[] {
  return [...times].sort((a, b) => b.localeCompare(a)).slice(0, MOST_RECENT);
}
