import { type Days, pieceOf } from "./interval.ts";
import type { Draft } from "./time.ts";

/** Part of a span: thirds of a month, halves of a week, a year and what is longer. «بقية» and «لاحق» count from the publication. */
export function toEdge(days: Days, edge: Draft["edge"] & string, day: number | null): Days {
  const { from, to, grain } = days;
  // Of a span that is over, its last day is left.
  const since = (first: number) => ({ from: Math.min(Math.max(from, first), to - 1), to, grain });
  if (edge === "rest") return since(day ?? from);
  if (edge === "later") return since((day ?? from) + 1);
  if (grain === "day") return days;
  if (grain === "month") return toThird(days, edge);
  if (grain === "week") return toHalfWeek(days, edge);
  if (edge === "middle") return { ...pieceOf(pieceOf(days, 2, 3, grain), 1, 1, grain) };
  if (edge === "start") return pieceOf(days, 1, 2, "half");
  return edge === "end" || grain !== "year"
    ? pieceOf(days, 2, 2, "half")
    : { from: to - 31, to, grain: "month" };
}

function toThird({ from, to }: Days, edge: "start" | "middle" | "end" | "close"): Days {
  if (edge === "start") return { from, to: from + 10, grain: "day" };
  if (edge === "middle") return { from: from + 14, to: from + 15, grain: "day" };
  return { from: from + 20, to, grain: "day" };
}

function toHalfWeek({ from, to }: Days, edge: "start" | "middle" | "end" | "close"): Days {
  if (edge === "start") return { from, to: from + 3, grain: "day" };
  if (edge === "middle") return { from: from + 2, to: from + 4, grain: "day" };
  return { from: from + 3, to, grain: "day" };
}
