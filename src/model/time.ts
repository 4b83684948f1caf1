import type { Article, Precision } from "./article.ts";

const CLOCK_WITHOUT_ZONE = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;

/** A written ISO 8601 time in milliseconds since 1970; null when it is none. Without a zone it is read as UTC, on every machine alike. */
export function parseInstant(written: string): number | null {
  const instant = Date.parse(CLOCK_WITHOUT_ZONE.test(written) ? `${written}Z` : written);
  return Number.isNaN(instant) ? null : instant;
}

/**
 * The instant an article is ordered by, in milliseconds since 1970: publication, else collection; null when neither is known.
 * A day, month or year is ordered by its end: what is only known to be of that day is never put before what is known to the minute.
 */
export function toInstant(article: Pick<Article, "published" | "fetchedAt">): number | null {
  const { published, fetchedAt } = article;
  if (published === null) return fetchedAt === null ? null : parseInstant(fetchedAt);
  const instant = parseInstant(published.at);
  return instant === null ? null : toEnd(instant, published.precision);
}

function toEnd(instant: number, precision: Precision): number {
  const end = new Date(instant);
  if (precision === "minute") return instant;
  if (precision === "day") end.setUTCDate(end.getUTCDate() + 1);
  if (precision === "month") end.setUTCMonth(end.getUTCMonth() + 1);
  if (precision === "year") end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end.getTime() - 1;
}
