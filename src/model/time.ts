import type { Article } from "./article.ts";

const CLOCK_WITHOUT_ZONE = /T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u;

/** A written ISO 8601 time in milliseconds since 1970; null when it is none. Without a zone it is read as UTC, on every machine alike. */
export function parseInstant(written: string): number | null {
  const instant = Date.parse(CLOCK_WITHOUT_ZONE.test(written) ? `${written}Z` : written);
  return Number.isNaN(instant) ? null : instant;
}

/** The instant an article is ordered by, in milliseconds since 1970: publication, else collection; null when neither is known. */
export function toInstant(article: Pick<Article, "published" | "fetchedAt">): number | null {
  const written = article.published?.at ?? article.fetchedAt;
  return written === null || written === undefined ? null : parseInstant(written);
}
