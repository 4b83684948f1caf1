import type { Face, Placement, Story, Topic } from "../model/index.ts";
import type { OutletCount, Store, StoredArticle } from "../store/index.ts";
import { type Telling, toFace, toOutletKey } from "../story/index.ts";
import { rankStories } from "./rank.ts";

/** A story with all its reports and why each is there. */
export interface WholeStory {
  readonly story: Story;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly placements: ReadonlyMap<string, Placement>;
  /** What the report that gives the title is about; null when no topic stands out, or it has not been read yet. */
  readonly topic: Topic | null;
}

/** Reads a story with everything its page shows; null when there is none of that name. */
export async function readStory({ catalog }: Store, id: string): Promise<WholeStory | null> {
  const story = await catalog.story(id);
  if (story === null) return null;
  const ids = story.accounts.flatMap(({ reports }) => reports);
  const [articles, placements, topics] = await Promise.all([
    catalog.articles(ids),
    catalog.placements(ids),
    catalog.topics([story.titleFrom]),
  ]);
  return {
    story,
    articles: new Map(articles.map((article) => [article.id, article])),
    placements: new Map(placements.map((placement) => [placement.articleId, placement])),
    topic: topics.get(story.titleFrom) ?? null,
  };
}

/** A page costs the same however far a story has spread. */
const MOST_TELLINGS = 24;
const MOST_COUNTED = 60;

/** What a story tells: chosen from the longest report of each account, the widest-carried accounts first. */
export async function readFace({ catalog }: Store, whole: WholeStory): Promise<Face> {
  const { story, articles } = whole;
  const accounts = [...story.accounts].sort((a, b) => b.reports.length - a.reports.length);
  const lengthOf = (id: string) => articles.get(id)?.text.length ?? 0;
  const chosen = accounts
    .slice(0, MOST_TELLINGS)
    .flatMap(({ reports }) => [...reports].sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? []);
  const counted = accounts.flatMap(({ reports }) => reports).slice(0, MOST_COUNTED);
  const analyses = await catalog.analyses([...new Set([...chosen, ...counted])]);
  const accountOf = new Map(
    accounts.flatMap(({ id, reports }) => reports.map((report) => [report, id])),
  );
  const toTellings = (ids: readonly string[]): Telling[] =>
    ids.flatMap((id) => {
      const article = articles.get(id);
      const account = accountOf.get(id);
      if (article === undefined || account === undefined) return [];
      return [{ article, account, analysis: analyses.get(id) ?? null }];
    });
  return toFace(story, toTellings(chosen), toTellings(counted));
}

/** A story with the reports its line on the front page quotes. */
export interface FrontStory {
  readonly story: Story;
  readonly face: StoredArticle | null;
  readonly topic: Topic | null;
  readonly first: readonly StoredArticle[];
}

/** What the front page of a day shows. */
export interface Day {
  readonly day: string;
  readonly previous: string | null;
  readonly next: string | null;
  readonly told: readonly FrontStory[];
  readonly singles: readonly FrontStory[];
  readonly outlets: readonly OutletCount[];
  readonly origins: readonly (readonly [name: string, stories: number])[];
  /** Of all stories of the day, also of those beyond what the page shows. */
  readonly reports: number;
  readonly stories: number;
}

const MS_PER_DAY = 86_400_000;
const MOST_DAYS = 5000;
const MOST_STORIES = 1500;
const MOST_TOLD = 40;
const MOST_SINGLES = 60;
const SIDE_ROWS = 10;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * Reads a day's news: the newest day there is when none is asked for. "none" without any news, "ungrouped" while no story has a day,
 * "unknown" for a day without.
 */
export async function readDay(
  store: Store,
  asked: string | undefined,
): Promise<Day | "none" | "ungrouped" | "unknown"> {
  const { catalog } = store;
  const days = await catalog.days(MOST_DAYS);
  const day = asked ?? days[0];
  const { articles: total } = await catalog.size();
  if (day === undefined) return total === 0 ? "none" : "ungrouped";
  if (!DAY.test(day) || !days.includes(day)) return "unknown";
  const from = Date.parse(day);
  const found = await catalog.stories({
    range: { from, to: from + MS_PER_DAY },
    limit: MOST_STORIES,
    offset: 0,
  });
  const told = rankStories(found.filter(({ reports }) => reports > 1)).slice(0, MOST_TOLD);
  const singles = found.filter(({ reports }) => reports === 1).slice(0, MOST_SINGLES);
  const shown = [...told, ...singles];
  const ids = new Set(shown.flatMap(({ titleFrom, first }) => [titleFrom, ...first]));
  const articles = new Map(
    (await catalog.articles([...ids])).map((article) => [article.id, article]),
  );
  const topics = await catalog.topics(shown.map(({ titleFrom }) => titleFrom));
  const toFront = (story: Story): FrontStory => ({
    story,
    face: articles.get(story.titleFrom) ?? null,
    topic: topics.get(story.titleFrom) ?? null,
    first: story.first.flatMap((id) => articles.get(id) ?? []),
  });
  const place = days.indexOf(day);
  return {
    day,
    previous: days[place + 1] ?? null,
    next: place > 0 ? (days[place - 1] ?? null) : null,
    told: told.map(toFront),
    singles: singles.map(toFront),
    outlets: (await catalog.outlets(SIDE_ROWS)).slice(0, SIDE_ROWS),
    origins: countOrigins(found),
    reports: found.reduce((sum, { reports }) => sum + reports, 0),
    stories: found.length,
  };
}

function countOrigins(stories: readonly Story[]): (readonly [string, number])[] {
  const counts = new Map<string, { readonly name: string; stories: number }>();
  for (const { accounts } of stories) {
    const keys = new Map(
      accounts.flatMap(({ origin }) =>
        origin === null ? [] : [[toOutletKey(origin.name), origin.name] as const],
      ),
    );
    for (const [key, name] of keys) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { name, stories: 1 });
      else known.stories += 1;
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.stories - a.stories)
    .slice(0, SIDE_ROWS)
    .map(({ name, stories: n }) => [name, n] as const);
}
