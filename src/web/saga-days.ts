import { type Article, parseInstant, type Story } from "../model/index.ts";

/** What was published on one day of a running matter. */
export interface SagaDay {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  readonly reports: number;
  /** Accounts that had a report that day, each story's for itself. */
  readonly accounts: number;
}

const DAY_LENGTH = 10;

/** The day a report was published, as far as that is known. */
export function dayOf({ published }: Pick<Article, "published">): string | "unknown" {
  if (published === null || published.precision === "month" || published.precision === "year")
    return "unknown";
  const instant = parseInstant(published.at);
  return instant === null ? "unknown" : new Date(instant).toISOString().slice(0, DAY_LENGTH);
}

/** Counts the reports and accounts of a matter's stories by day, in order; what has no day is counted apart. */
export function toDays(
  stories: readonly Pick<Story, "id" | "accounts">[],
  articles: ReadonlyMap<string, Pick<Article, "published">>,
): { readonly days: readonly SagaDay[]; readonly undated: number } {
  const byDay = new Map<string, { reports: number; readonly accounts: Set<string> }>();
  let undated = 0;
  for (const { id: story, accounts } of stories) {
    for (const { id: account, reports } of accounts) {
      for (const report of reports) {
        const article = articles.get(report);
        const day = article === undefined ? "unknown" : dayOf(article);
        if (day === "unknown") {
          undated += 1;
          continue;
        }
        const known = byDay.get(day) ?? { reports: 0, accounts: new Set<string>() };
        known.reports += 1;
        known.accounts.add(`${story}\n${account}`);
        byDay.set(day, known);
      }
    }
  }
  const days = [...byDay]
    .map(([day, { reports, accounts }]) => ({ day, reports, accounts: accounts.size }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return { days, undated };
}
