import type { Analysis, Name, Saying, Statement, Story } from "../model/index.ts";
import type { NameRecord, Store, StoredArticle } from "../store/index.ts";

/** Somebody's words, or words about somebody, in one report. */
export interface NameSaying {
  readonly speaker: string | null;
  readonly saying: Saying;
}

/** What the page of a name shows. */
export interface WholeName {
  readonly record: NameRecord;
  readonly articles: ReadonlyMap<string, StoredArticle>;
  readonly stories: readonly Story[];
  readonly by: readonly NameSaying[];
  readonly about: readonly NameSaying[];
}

const MOST_SAYINGS = 12;
const MOST_STORIES = 40;
/** Copies carry the same words: a saying is told by its beginning. */
const SAME_START = 60;

/** Reads what the latest reports say by and about a name; null when no report has it. */
export async function readName(
  { catalog }: Store,
  type: Name["type"],
  key: string,
): Promise<WholeName | null> {
  const record = await catalog.name(type, key);
  if (record === null) return null;
  const articles = await catalog.articles(record.latest);
  const analyses = await catalog.analyses(record.latest);
  const storyOf = await catalog.storiesOf(record.latest);
  const ids = [...new Set(record.latest.flatMap((id) => storyOf.get(id) ?? []))];
  const stories = await Promise.all(ids.slice(0, MOST_STORIES).map((id) => catalog.story(id)));
  const spoken = record.latest.flatMap((id) =>
    toSpoken(id, storyOf.get(id) ?? id, analyses.get(id), key),
  );
  return {
    record,
    articles: new Map(articles.map((article) => [article.id, article])),
    stories: stories.filter((story) => story !== null),
    by: distinct(spoken.filter(({ isBy }) => isBy)),
    about: distinct(spoken.filter(({ isBy }) => !isBy)),
  };
}

interface Spoken extends NameSaying {
  readonly isBy: boolean;
}

/** The statements of a report that the name made, and those of others in which it stands. */
function toSpoken(
  id: string,
  account: string,
  analysis: Analysis | undefined,
  key: string,
): Spoken[] {
  if (analysis === undefined) return [];
  const ours = analysis.names.filter((name) => name.key === key);
  const spellings = new Set(ours.map(({ text }) => text));
  return analysis.statements.flatMap((statement) => {
    const isBy = statement.speaker !== null && spellings.has(statement.speaker);
    const isAbout = ours.some(({ start, end }) => start >= statement.start && end <= statement.end);
    if (!isBy && !isAbout) return [];
    return [{ isBy, speaker: statement.speaker, saying: toSaying(id, account, statement) }];
  });
}

function toSaying(article: string, account: string, statement: Statement): Saying {
  const { kind, text, stance, cue, via, start, end, speakerFrom = null } = statement;
  return { kind, text, stance, cue, via, article, start, end, speakerFrom, accounts: [account] };
}

function distinct(spoken: readonly Spoken[]): NameSaying[] {
  const seen = new Map<string, Spoken>();
  for (const one of spoken) {
    const start = one.saying.text.slice(0, SAME_START);
    if (!seen.has(start)) seen.set(start, one);
  }
  return [...seen.values()].slice(0, MOST_SAYINGS);
}
