import {
  type Account,
  type Correction,
  type Origin,
  type Placement,
  type SourcedArticle,
  type Story,
  toInstant,
} from "../model/index.ts";
import { sharedMedia } from "./cited-medium.ts";
import { correctAccounts } from "./correct-accounts.ts";
import { firstTogether } from "./first-together.ts";
import { styleOrigin } from "./house-style.ts";
import { accountOrigin, relayedOutlets, toOutletKey } from "./origin.ts";
import { sharedStatements } from "./shared-statement.ts";

/** A report of a story with where it was placed. */
export interface Member {
  readonly article: SourcedArticle;
  readonly placement: Placement;
}

/** The story that its reports make together, as readers correct it. At least one report is needed; no order matters. */
export function toStory(
  id: string,
  members: readonly Member[],
  stated: readonly Correction[] = [],
): Story {
  const reports = [...members].sort(byTime);
  const [opening] = reports;
  if (opening === undefined) throw new TypeError(`story ${id} has no report`);
  const { accountOf, corrections } = correctAccounts(reports, stated);
  const accounts = toAccounts(reports, accountOf);
  const instants = reports.flatMap(({ article }) => toInstant(article) ?? []);
  const face = reports.find(({ article }) => article.title !== null) ?? opening;
  return {
    id,
    title: face.article.title ?? firstWords(face.article.text),
    titleFrom: face.article.id,
    first: firstTogether(reports.map(({ article }) => article)).map(({ id: first }) => first),
    from: toIso(instants[0]),
    to: toIso(instants.at(-1)),
    accounts,
    reports: reports.length,
    outlets: new Set(reports.map(({ article }) => toOutletKey(article.outlet) || article.id)).size,
    independent: countIndependent(accounts, reports),
    corrections,
  };
}

const TITLE_WORDS = 12;
const SPACE = /\s+/u;

function firstWords(text: string): string {
  return text.split(SPACE).slice(0, TITLE_WORDS).join(" ");
}

function toIso(instant: number | undefined): string | null {
  return instant === undefined ? null : new Date(instant).toISOString();
}

function byTime(a: Member, b: Member): number {
  const left = toInstant(a.article) ?? Number.POSITIVE_INFINITY;
  const right = toInstant(b.article) ?? Number.POSITIVE_INFINITY;
  if (left !== right) return left < right ? -1 : 1;
  return a.article.id < b.article.id ? -1 : 1;
}

/** An outlet of the story with the account it tells. */
interface Teller {
  readonly account: string;
  readonly name: string;
}

function toAccounts(reports: readonly Member[], accountOf: ReadonlyMap<string, string>): Account[] {
  const members = new Map<string, SourcedArticle[]>();
  for (const { article, placement } of reports) {
    const account = accountOf.get(article.id) ?? placement.account;
    const list = members.get(account) ?? [];
    list.push(article);
    members.set(account, list);
  }
  const stated = new Map([...members].map(([id, list]) => [id, accountOrigin(list)]));
  const outlets = new Map<string, Teller>();
  for (const [account, list] of members) {
    for (const { outlet } of list) {
      if (outlet !== null) outlets.set(toOutletKey(outlet), { account, name: outlet });
    }
  }
  const media = sharedMedia(members);
  const statements = sharedStatements(members);
  return [...members].map(([id, list]) => ({
    id,
    reports: list.map((article) => article.id),
    origin:
      creditedOrigin(list, stated.get(id) ?? null) ??
      relayedOrigin(id, list, outlets, stated) ??
      media.get(id) ??
      statements.get(id) ??
      stated.get(id) ??
      styleOf(list),
  }));
}

/** The agency whose way of writing one of an account's reports shows. */
function styleOf(articles: readonly SourcedArticle[]): Origin | null {
  for (const article of articles) {
    const origin = styleOrigin(article);
    if (origin !== null) return { ...origin, evidence: article.id };
  }
  return null;
}

/** What an account credits comes first; an agency's own text, or one that credits nobody, may still pass on another's. */
function creditedOrigin(articles: readonly SourcedArticle[], stated: Origin | null): Origin | null {
  return articles.some(({ outlet }) => toOutletKey(outlet) === stated?.key) ? null : stated;
}

/** Where an account that names no origin comes from when it passes on another outlet of the story: that outlet's origin, or the outlet. */
function relayedOrigin(
  id: string,
  articles: readonly SourcedArticle[],
  outlets: ReadonlyMap<string, Teller>,
  stated: ReadonlyMap<string, Origin | null>,
): Origin | null {
  const others = new Map([...outlets].filter(([, { account }]) => account !== id));
  if (others.size === 0) return null;
  const keys = new Set(others.keys());
  for (const article of articles) {
    const [key = ""] = relayedOutlets(article.text, keys);
    const teller = others.get(key);
    if (teller === undefined) continue;
    const origin = stated.get(teller.account) ?? { name: teller.name, key };
    return { name: origin.name, key: origin.key, inferred: false, evidence: article.id };
  }
  return null;
}

/**
 * At most how many accounts are independent: accounts with one origin count once, and so do an outlet's own uncredited ones. An
 * account that passes on another outlet of the story rests on what that outlet rests on.
 */
function countIndependent(accounts: readonly Account[], reports: readonly Member[]): number {
  const outlets = new Map(reports.map(({ article }) => [article.id, toOutletKey(article.outlet)]));
  const rests = new Map<string, Set<string>>();
  for (const { origin, reports: ids } of accounts) {
    for (const id of ids) {
      const outlet = outlets.get(id) ?? "";
      rests.set(outlet, (rests.get(outlet) ?? new Set()).add(origin?.key ?? outlet));
    }
  }
  const sources = accounts.map(({ id, origin, reports: [first = ""] }) => {
    const outlet = outlets.get(first) ?? "";
    const source = origin?.key ?? (outlet === "" ? id : outlet);
    const [root = source, ...others] = rests.get(source) ?? [];
    return others.length === 0 ? root : source;
  });
  return new Set(sources).size;
}
