import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NEVER_POLLED, type Poll } from "../model/index.ts";
import {
  LONGEST_INTERVAL_MS,
  nextAfterFailure,
  nextAfterSuccess,
  nextLook,
  outOfQuiet,
  SHORTEST_INTERVAL_MS,
  toInterval,
} from "./poll-schedule.ts";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const middle = () => 0.5;

const publishing = (everyMs: number, lastMs = 0, more: Partial<Poll> = {}): Poll => ({
  ...NEVER_POLLED,
  recent: Array.from({ length: 10 }, (_, n) => new Date(NOW - lastMs - n * everyMs).toISOString()),
  ...more,
});

describe("how often a source is polled", () => {
  test.each<[string, Poll, number]>([
    ["every minute: as often as is allowed", publishing(MINUTE), SHORTEST_INTERVAL_MS],
    ["every hour: twice an hour", publishing(HOUR), 30 * MINUTE],
    ["every week: once a day", publishing(7 * 24 * HOUR), LONGEST_INTERVAL_MS],
    ["every hour, silent for two days: by its silence", publishing(HOUR, 48 * HOUR), 4.8 * HOUR],
    ["never known: once an hour", NEVER_POLLED, HOUR],
    ["never known, with a wish: the wish", { ...NEVER_POLLED, waitMs: 3 * HOUR }, 3 * HOUR],
    [
      "every minute, with a wish of half an hour: the wish",
      publishing(MINUTE, 0, { waitMs: 30 * MINUTE }),
      30 * MINUTE,
    ],
    [
      "every minute, with a wish of a day: an hour at most",
      publishing(MINUTE, 0, { waitMs: 24 * HOUR }),
      HOUR,
    ],
    [
      "in the future only: as never known",
      { ...NEVER_POLLED, recent: [new Date(NOW + HOUR).toISOString()] },
      HOUR,
    ],
  ])("published %s", (_case, poll, interval) => {
    expect(toInterval(poll, NOW)).toBe(interval);
  });

  test("whatever a source does, it stays within bounds", () => {
    const times = fc.array(fc.integer({ min: 0, max: 2e12 }), { maxLength: 30 });
    fc.assert(
      fc.property(times, fc.option(fc.integer({ min: 1, max: 1e10 })), (recent, waitMs) => {
        const sorted = [...recent].sort((a, b) => b - a).map((at) => new Date(at).toISOString());
        const interval = toInterval({ ...NEVER_POLLED, recent: sorted, waitMs }, NOW);
        expect(interval).toBeGreaterThanOrEqual(SHORTEST_INTERVAL_MS);
        expect(interval).toBeLessThanOrEqual(LONGEST_INTERVAL_MS);
      }),
    );
  });
});

test("failures are tried ever later, and not before the server wants it", () => {
  const waits = [1, 2, 3, 4, 20].map((failures) => nextAfterFailure(failures, null, 0, middle));
  expect(waits).toEqual([5, 10, 20, 40, 24 * 60].map((minutes) => minutes * MINUTE));
  expect(nextAfterFailure(1, 2 * HOUR, 0, middle)).toBe(2 * HOUR);
  expect(nextAfterFailure(1, 1e15, 0, middle)).toBe(7 * 24 * HOUR);
});

test("waits are spread by chance, a fifth to either side", () => {
  expect(nextAfterFailure(1, null, 0, () => 0)).toBe(4 * MINUTE);
  expect(nextAfterFailure(1, null, 0, () => 1)).toBe(6 * MINUTE);
});

test.each([
  ["09:59", "01:00-05:00", 0, "09:59"],
  ["01:00", "01:00-05:00", 0, "05:00"],
  ["04:59", "01:00-05:00", 0, "05:00"],
  ["05:00", "01:00-05:00", 0, "05:00"],
  ["23:30", "23:00-05:00", 0, "29:00"],
  ["02:00", "23:00-05:00", 0, "05:00"],
  ["22:30", "01:00-05:00", 180, "26:00"],
])("%s with quiet hours %s at offset %s becomes %s", (at, hours, offsetMinutes, expected) => {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const [from = "", to = ""] = hours.split("-");
  const quiet = { fromMinute: minutes(from), toMinute: minutes(to), offsetMinutes };
  const day = Date.parse("2026-03-02T00:00:00Z");
  expect(outOfQuiet(day + minutes(at) * MINUTE, quiet, () => 0)).toBe(
    day + minutes(expected) * MINUTE,
  );
});

test("a success in quiet hours is polled after them", () => {
  const quiet = { fromMinute: 10 * 60, toMinute: 12 * 60, offsetMinutes: 0 };
  expect(nextAfterSuccess(publishing(MINUTE), NOW, () => 0.5, quiet)).toBeGreaterThanOrEqual(
    NOW + 2 * HOUR,
  );
});

test("a page is looked at ever less often and then no more", () => {
  const waits = [0, 1, 2, 3, 4, 5].map((looks) => nextLook(looks, 0, middle) ?? 0);
  expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  expect(nextLook(6, 0, middle)).toBeNull();
});
