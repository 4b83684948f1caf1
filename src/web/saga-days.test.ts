import { expect, test } from "vitest";
import type { Account, Published } from "../model/index.ts";
import { toBars } from "./saga-chart.tsx";
import { dayOf, toDays } from "./saga-days.ts";

const at = (written: string, precision: Published["precision"]): Published => ({
  at: written,
  precision,
  from: "test",
});
const account = (id: string, reports: string[]): Account => ({ id, reports, origin: null });

test.each([
  [at("2026-03-01T22:30:00Z", "minute"), "2026-03-01"],
  [at("2026-03-01", "day"), "2026-03-01"],
  [at("2026-03", "month"), "unknown"],
  [at("2026", "year"), "unknown"],
  [null, "unknown"],
] as const)("a report of %j is of the day %s", (published, day) => {
  expect(dayOf({ published })).toBe(day);
});

test("reports are counted by day, an account once a day and story, the undated apart", () => {
  const articles = new Map(
    [
      ["a", at("2026-03-01T08:00:00Z", "minute")],
      ["b", at("2026-03-01T09:00:00Z", "minute")],
      ["c", at("2026-03-04T09:00:00Z", "minute")],
      ["d", at("2026-03-01T10:00:00Z", "minute")],
      ["e", null],
    ].map(([id, published]) => [id as string, { published: published as Published | null }]),
  );
  const stories = [
    { id: "s1", accounts: [account("x", ["a", "b", "c"]), account("y", ["e"])] },
    { id: "s2", accounts: [account("x", ["d"])] },
  ];
  expect(toDays(stories, articles)).toEqual({
    days: [
      { day: "2026-03-01", reports: 3, accounts: 2 },
      { day: "2026-03-04", reports: 1, accounts: 1 },
    ],
    undated: 1,
  });
});

test("bars stand by the calendar: two days off are twice as far as one", () => {
  const day = (of: string, reports: number) => ({ day: of, reports, accounts: 1 });
  const [a, b, c] = toBars([day("2026-02-27", 2), day("2026-02-28", 4), day("2026-03-02", 1)]);
  expect((c?.x ?? 0) - (b?.x ?? 0)).toBeCloseTo(2 * ((b?.x ?? 0) - (a?.x ?? 0)));
  expect(b?.reports).toBeGreaterThan(a?.reports ?? 0);
  expect(b?.accounts).toBeLessThan(b?.reports ?? 0);
});

test("one day alone has one bar in the picture", () => {
  const [bar] = toBars([{ day: "2026-03-01", reports: 1, accounts: 1 }]);
  expect(bar?.x).toBeGreaterThan(0);
  expect(Number.isFinite(bar?.width)).toBe(true);
});
