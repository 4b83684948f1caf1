import { type Article, toInstant } from "../model/index.ts";

/** Outlets stamp when an editor saved, when a server published, or the full minute: within this nobody was before another. */
const CLOCK_ERROR_MS = 120_000;

/**
 * Those of a story's reports that are first: of those whose publication is known to the minute, the earliest of each outlet that lies
 * within the clock error of the earliest of all. None when no such time is known: when a text was fetched says nothing of it.
 */
export function firstTogether<Report extends Article>(
  reports: readonly Report[],
): readonly Report[] {
  const timed = reports
    .filter(({ published }) => published?.precision === "minute")
    .map((article) => ({ article, at: toInstant(article) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.at - b.at || (a.article.id < b.article.id ? -1 : 1));
  const until = (timed[0]?.at ?? 0) + CLOCK_ERROR_MS;
  const byOutlet = new Map<string, Report>();
  for (const { article, at } of timed) {
    const outlet = article.outlet ?? article.id;
    if (at <= until && !byOutlet.has(outlet)) byOutlet.set(outlet, article);
  }
  return [...byOutlet.values()];
}
