import { DAY_SECONDS } from "./civil.ts";
import type { Interval } from "./interval.ts";
import { LIKELY, type Placed, type Placing } from "./placing.ts";
import { isOver } from "./tense.ts";
import type { Draft } from "./time.ts";

const CLOCK_SECONDS = { hour: 3600, minute: 60, second: 1 } as const;

/** A clock of a placed day. Without a word for which half of the day, and without a day, it is the next time the clock shows it. */
export function placeClock(
  draft: Draft,
  day: Placed,
  dated: boolean,
  placing: Placing,
): Interval | null {
  const { clock, part, zone } = draft;
  if (clock === undefined) return null;
  const { reference } = placing;
  const half = clock.half ?? halfOf(part, clock.seconds);
  let seconds = toHalf(clock.seconds, half);
  const midnightAfter = part === "night" && seconds < 6 * 3600 && half !== "said";
  let start = day.days.from * DAY_SECONDS + (midnightAfter && seconds === 0 ? DAY_SECONDS : 0);
  if (half === null && !dated && reference !== null && !isOver(placing.tense())) {
    // The next time a clock shows it.
    const now = reference.seconds - start;
    if (seconds <= now && seconds + 43_200 > now) seconds += 43_200;
    else if (seconds <= now) start += DAY_SECONDS;
  }
  const shift =
    zone === undefined || reference?.offset == null ? 0 : (reference.offset - zone) * 60;
  const from = start + seconds + shift;
  const confidence = half === null ? day.confidence * LIKELY : day.confidence;
  return { from, to: from + CLOCK_SECONDS[clock.grain], grain: clock.grain, confidence };
}

function halfOf(part: Draft["part"], seconds: number): "am" | "pm" | null {
  switch (part) {
    case undefined:
      return null;
    case "dawn":
    case "morning":
      return "am";
    case "night":
      return seconds >= 6 * 3600 && seconds < 12 * 3600 ? "pm" : "am";
    case "noon":
      return seconds >= 10 * 3600 && seconds < 12 * 3600 ? "am" : "pm";
    default:
      return "pm";
  }
}

function toHalf(seconds: number, half: "am" | "pm" | "said" | null): number {
  if (half === null || half === "said" || seconds >= 13 * 3600) return seconds;
  return (seconds % 43_200) + (half === "pm" ? 43_200 : 0);
}
