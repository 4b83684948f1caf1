import type { Poll } from "../model/index.ts";
import type { QuietHours } from "./collect-world.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A source is never polled more often, and never less often, whatever it does. */
export const SHORTEST_INTERVAL_MS: number = 5 * MINUTE_MS;
export const LONGEST_INTERVAL_MS: number = DAY_MS;
/** For a source that says nothing of its rhythm. */
const UNKNOWN_INTERVAL_MS = HOUR_MS;
/** A publisher's own wish counts up to this: many feeds ask for a day and publish by the minute. */
const LONGEST_WISH_MS = HOUR_MS;
/** Half a gap is waited: an entry is then seen, on average, a quarter of a gap after it appears. */
const SHARE_OF_GAP = 0.5;
/** A source that has been silent for long is polled at this share of its silence. */
const SHARE_OF_SILENCE = 0.1;
const JITTER = 0.2;
const FIRST_BACKOFF_MS = 5 * MINUTE_MS;
const LONGEST_BACKOFF_MS = DAY_MS;
const LONGEST_RETRY_AFTER_MS = 7 * DAY_MS;

const within = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Spreads a wait by a fifth to either side, so that sources that failed together do not come back together. */
function jittered(waitMs: number, random: () => number): number {
  return Math.round(waitMs * (1 + JITTER * (2 * random() - 1)));
}

/** How long to wait before polling again, by how often the source really publishes. */
export function toInterval(poll: Poll, now: number): number {
  const times = poll.recent.map((at) => Date.parse(at)).filter((at) => at <= now);
  const [latest] = times;
  if (latest === undefined)
    return within(poll.waitMs ?? UNKNOWN_INTERVAL_MS, SHORTEST_INTERVAL_MS, LONGEST_INTERVAL_MS);
  const gap = medianGap(times) ?? UNKNOWN_INTERVAL_MS;
  const byRhythm = Math.max(gap * SHARE_OF_GAP, (now - latest) * SHARE_OF_SILENCE);
  const wish = Math.min(poll.waitMs ?? 0, LONGEST_WISH_MS);
  return within(Math.max(byRhythm, wish), SHORTEST_INTERVAL_MS, LONGEST_INTERVAL_MS);
}

/** The median time between neighbors; null of fewer than two. Times are newest first. */
function medianGap(times: readonly number[]): number | null {
  const gaps = times
    .slice(1)
    .map((at, index) => (times[index] ?? at) - at)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? null;
}

/** When a source that answered is polled next. */
export function nextAfterSuccess(
  poll: Poll,
  now: number,
  random: () => number,
  quiet: QuietHours | null,
): number {
  return outOfQuiet(now + jittered(toInterval(poll, now), random), quiet, random);
}

/** When something that failed is tried next: twice as late each time, and not before the server wants it. */
export function nextAfterFailure(
  failures: number,
  retryAfterMs: number | null,
  now: number,
  random: () => number,
): number {
  const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** Math.max(0, failures - 1), LONGEST_BACKOFF_MS);
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
  return now + Math.max(jittered(backoff, random), asked);
}

/** Moves a time out of the quiet hours: to their end and a little after, so that not everything begins at once. */
export function outOfQuiet(at: number, quiet: QuietHours | null, random: () => number): number {
  if (quiet === null) return at;
  const { fromMinute, toMinute, offsetMinutes } = quiet;
  const local = at + offsetMinutes * MINUTE_MS;
  const minute = Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE_MS);
  const isQuiet =
    fromMinute <= toMinute
      ? minute >= fromMinute && minute < toMinute
      : minute >= fromMinute || minute < toMinute;
  if (!isQuiet) return at;
  const left = (toMinute - minute + 24 * 60) % (24 * 60);
  return at + left * MINUTE_MS + Math.round(random() * 10 * MINUTE_MS);
}

/** How long after the last look a page is looked at again. */
const LOOKS_MS: readonly number[] = [
  HOUR_MS,
  6 * HOUR_MS,
  DAY_MS,
  3 * DAY_MS,
  7 * DAY_MS,
  30 * DAY_MS,
];

/** When a page that has been looked at so often is looked at again; null when it is old enough to be left alone. */
export function nextLook(looks: number, now: number, random: () => number): number | null {
  const wait = LOOKS_MS[looks];
  return wait === undefined ? null : now + jittered(wait, random);
}
