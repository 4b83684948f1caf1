import {
  type AppliedCorrection,
  type Correction,
  isOnStories,
  type Placement,
  type SourcedArticle,
  type Verdict,
} from "../model/index.ts";
import { toShortName } from "./hash.ts";

/** The accounts of a story's reports as its readers state them. */
export interface CorrectedAccounts {
  readonly accountOf: ReadonlyMap<string, string>;
  /** Those of the corrections that speak of two reports of the story, or of where one of them belongs, oldest first. */
  readonly corrections: readonly AppliedCorrection[];
}

interface Placed {
  readonly article: SourcedArticle;
  readonly placement: Placement;
}

/**
 * Corrects the accounts of a story's reports, which come in order of time. Corrections are taken one by one, the latest last,
 * so that what was said last holds, and what no longer does is told.
 */
export function correctAccounts(
  reports: readonly Placed[],
  corrections: readonly Correction[],
): CorrectedAccounts {
  const accountOf = new Map(
    reports.map(({ article, placement }) => [article.id, placement.account]),
  );
  const own = corrections
    .filter(({ first, second, verdict }) => {
      const has = [first, second].filter((id) => accountOf.has(id)).length;
      return has === 2 || (has === 1 && isOnStories(verdict));
    })
    .sort((a, b) => ((a.at === b.at ? toPair(a) < toPair(b) : a.at < b.at) ? -1 : 1));
  const stated = own.filter(({ verdict }) => !isOnStories(verdict));
  for (const [place, correction] of stated.entries()) {
    if (isHeld(accountOf, correction)) continue;
    if (correction.verdict === "same") join(accountOf, reports, correction);
    else part(accountOf, reports, correction, toLinks(reports, stated.slice(0, place)));
  }
  return {
    accountOf,
    corrections: own.map((correction) => ({
      ...correction,
      holds: isHeld(accountOf, correction),
    })),
  };
}

/** A correction of two reports; on accounts, whichever is named first. */
export function toCorrection(one: string, other: string, verdict: Verdict, at: string): Correction {
  const [first, second] = one < other || isOnStories(verdict) ? [one, other] : [other, one];
  return { first, second, verdict, at };
}

function toPair({ first, second, verdict }: Correction): string {
  return JSON.stringify([first, second, verdict]);
}

function isHeld(
  accountOf: ReadonlyMap<string, string>,
  { first, second, verdict }: Correction,
): boolean {
  if (isOnStories(verdict))
    return (accountOf.has(first) && accountOf.has(second)) === (verdict === "together");
  return (accountOf.get(first) === accountOf.get(second)) === (verdict === "same");
}

/** Both accounts become that of the earlier report. */
function join(
  accountOf: Map<string, string>,
  reports: readonly Placed[],
  { first, second }: Correction,
): void {
  const [one = "", other = ""] = inOrder(reports, first, second).map((id) => accountOf.get(id));
  for (const [id, account] of accountOf) if (account === other) accountOf.set(id, one);
}

/** The later report leaves, with those that are nearer to it than to the earlier one by links of text and what readers have stated. */
function part(
  accountOf: Map<string, string>,
  reports: readonly Placed[],
  { first, second }: Correction,
  links: readonly (readonly [string, string])[],
): void {
  const [staying = "", leaving = ""] = inOrder(reports, first, second);
  const account = accountOf.get(leaving);
  const side = new Map([
    [staying, staying],
    [leaving, leaving],
  ]);
  // Breadth first from both, so that the nearer one counts; the map grows while it is walked.
  for (const [at, of] of side) {
    for (const next of linkedTo(at, links)) {
      if (!side.has(next) && accountOf.get(next) === account) side.set(next, of);
    }
  }
  const own = `a${toShortName(`${account} ${leaving}`)}`;
  for (const [id, of] of side) if (of === leaving) accountOf.set(id, own);
}

function linkedTo(id: string, links: readonly (readonly [string, string])[]): string[] {
  return links.flatMap(([a, b]) => (a === id ? [b] : b === id ? [a] : []));
}

function inOrder(reports: readonly Placed[], first: string, second: string): string[] {
  return reports.flatMap(({ article: { id } }) => (id === first || id === second ? [id] : []));
}

function toLinks(
  reports: readonly Placed[],
  corrections: readonly Correction[],
): (readonly [string, string])[] {
  const stated = corrections.filter(({ verdict }) => verdict === "same");
  return [
    ...stated.map(({ first, second }) => [first, second] as const),
    ...reports.flatMap(({ article, placement: { copy } }) =>
      copy === null ? [] : [[article.id, copy.of] as const],
    ),
  ];
}
