import { DAY_SECONDS, daysInMonth, toDayNumber } from "./civil.ts";
import type { Reference } from "./time.ts";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/u;

/** The publication on the wall clock of its own zone; null for what is no ISO 8601 day or time. */
export function parseReference(published: string): Reference | null {
  const match = ISO.exec(published);
  if (match === null) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const [year, month, date] = [part(1), part(2), part(3)];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  const day = toDayNumber(year, month, date);
  const seconds = day * DAY_SECONDS + part(4) * 3600 + part(5) * 60 + part(6);
  const sign = match[8] === "-" ? -1 : 1;
  const zoned = match[7] !== undefined || match[8] !== undefined;
  return { day, seconds, offset: zoned ? sign * (part(9) * 60 + part(10)) : null };
}
