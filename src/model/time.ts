import type { Article } from "./article.ts";

/** The instant an article is ordered by, in milliseconds since 1970: publication, else collection; null when neither is known. */
export function toInstant(article: Pick<Article, "published" | "fetchedAt">): number | null {
  const written = article.published?.at ?? article.fetchedAt;
  if (written === null || written === undefined) return null;
  const instant = Date.parse(written);
  return Number.isNaN(instant) ? null : instant;
}
