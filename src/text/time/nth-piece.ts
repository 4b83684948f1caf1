import { toCivil, toMonday } from "./civil.ts";
import { type Days, monthDays, pieceOf, toDays, weekDays } from "./interval.ts";

/** The nth unit of a span, -1 for the last; null for what has no such piece. */
export function toPiece(days: Days, n: number, unit: string): Days | null {
  const last = n === -1;
  switch (unit) {
    case "day":
      return toDays(last ? days.to - 1 : days.from + n - 1);
    case "week":
      return toNthWeek(days, n);
    case "month": {
      const { year } = toCivil(days.from);
      return last ? monthDays(year, 12) : monthDays(year, n);
    }
    case "quarter":
      return pieceOf(days, last ? 4 : n, 4, "quarter");
    case "half":
      return pieceOf(days, last ? 2 : n, 2, "half");
    case "decade":
      return pieceOf(days, last ? 10 : n, 10, "decade");
    default:
      return null;
  }
}

/** Weeks of a year are those of ISO 8601; of a month, those that begin in it and for the last are whole in it. */
function toNthWeek(days: Days, n: number): Days {
  if (days.grain === "year") {
    const first = toMonday(days.from + 3);
    return weekDays(n === -1 ? toMonday(days.to - 4) : first + 7 * (n - 1));
  }
  if (n === -1) return weekDays(toMonday(days.to) - 7);
  const monday = toMonday(days.from + 6);
  return weekDays(monday + 7 * (n - 1));
}
