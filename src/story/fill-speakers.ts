import type { Statement } from "../model/index.ts";
import { tokenize } from "../text/index.ts";

/** An article's statements, as analysis read them. */
export interface ArticleStatements {
  readonly articleId: string;
  readonly statements: readonly Statement[];
}

interface Known {
  readonly articleId: string;
  readonly statement: Statement;
  readonly speaker: string;
}

/** Runs of so many words are compared; a quotation with fewer is too common to tell whose it is. */
const RUN = 4;
/** Share of the runs of the missing one that must stand in the other. */
const SAME = 0.8;

/**
 * Gives quoted words without a speaker the one that another article names for the same words, marked with that article's id.
 * Where articles name different people for them, nobody is given.
 */
export function fillSpeakers(articles: readonly ArticleStatements[]): ArticleStatements[] {
  const index = indexKnown(articles);
  return articles.map(({ articleId, statements }) => ({
    articleId,
    statements: statements.map((statement) => fill(articleId, statement, index)),
  }));
}

function indexKnown(articles: readonly ArticleStatements[]): ReadonlyMap<string, Known[]> {
  const index = new Map<string, Known[]>();
  for (const { articleId, statements } of articles) {
    for (const statement of statements) {
      const { speaker } = statement;
      if (speaker === null || statement.kind === "indirect") continue;
      const runs = runsOf(statement.text);
      const known = { articleId, statement, speaker };
      for (const run of runs) index.set(run, [...(index.get(run) ?? []), known]);
    }
  }
  return index;
}

function fill(
  articleId: string,
  statement: Statement,
  index: ReadonlyMap<string, Known[]>,
): Statement {
  if (statement.speaker !== null || statement.kind === "indirect") return statement;
  const runs = runsOf(statement.text);
  const shared = new Map<Known, number>();
  for (const run of runs)
    for (const known of index.get(run) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
  const same = [...shared]
    .filter(([known, count]) => known.articleId !== articleId && count >= SAME * runs.size)
    .map(([known]) => known)
    .sort((a, b) => namesOf(b).length - namesOf(a).length);
  const [fullest] = same;
  if (fullest === undefined || !same.every((known) => agree(fullest, known))) return statement;
  return {
    ...statement,
    speaker: fullest.speaker,
    role: fullest.statement.role,
    speakerFrom: fullest.articleId,
  };
}

/** Whether a name is within another: «الحربي» and «سالم الحربي». */
function agree(fullest: Known, known: Known): boolean {
  const words = namesOf(fullest);
  return namesOf(known).every((word) => words.includes(word));
}

function namesOf({ speaker }: Known): string[] {
  return tokenize(speaker).map(({ folded }) => folded);
}

function runsOf(text: string): ReadonlySet<string> {
  const words = tokenize(text).map(({ folded }) => folded);
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(words.slice(at, at + RUN).join(" "));
  return runs;
}
