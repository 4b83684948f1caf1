import {
  type Account,
  type AnalyzedArticle,
  type Origin,
  type Placement,
  type Story,
  toInstant,
} from "../model/index.ts";
import { accountOrigin, relayedOutlets, toOutletKey } from "./origin.ts";

/** A report of a story with where it was placed. */
export interface Member {
  readonly article: AnalyzedArticle;
  readonly placement: Placement;
}

/** The story that its reports make together. At least one report is needed; their order does not matter. */
export function toStory(id: string, members: readonly Member[]): Story {
  const reports = [...members].sort(byTime);
  const [opening] = reports;
  if (opening === undefined) throw new TypeError(`story ${id} has no report`);
  const accounts = toAccounts(reports);
  const instants = reports.flatMap(({ article }) => toInstant(article) ?? []);
  const first = reports.find(({ article }) => article.published !== null);
  const face = reports.find(({ article }) => article.title !== null) ?? opening;
  return {
    id,
    title: face.article.title ?? firstWords(face.article.text),
    titleFrom: face.article.id,
    first: first?.article.id ?? null,
    from: toIso(instants[0]),
    to: toIso(instants.at(-1)),
    accounts,
    reports: reports.length,
    outlets: new Set(reports.map(({ article }) => toOutletKey(article.outlet) || article.id)).size,
    independent: countIndependent(accounts, reports),
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

function toAccounts(reports: readonly Member[]): Account[] {
  const members = new Map<string, Member[]>();
  for (const report of reports) {
    const list = members.get(report.placement.account) ?? [];
    list.push(report);
    members.set(report.placement.account, list);
  }
  return [...members].map(([id, list]) => ({
    id,
    reports: list.map(({ article }) => article.id),
    origin: accountOrigin(list.map(({ article }) => ({ id: article.id, article }))),
  }));
}

/**
 * At most how many accounts are independent: accounts with one origin count once, an outlet's uncredited accounts count once,
 * and an account that says it relays another outlet of the story counts with that one.
 */
function countIndependent(accounts: readonly Account[], reports: readonly Member[]): number {
  const byId = new Map(reports.map((member) => [member.article.id, member.article]));
  const groups = new Map<string, string>();
  const rootOf = (key: string): string => {
    const parent = groups.get(key) ?? key;
    return parent === key ? key : rootOf(parent);
  };
  const join = (a: string, b: string) => groups.set(rootOf(a), rootOf(b));
  const outletsOf = new Map<string, string>();
  for (const account of accounts) {
    const articles = account.reports.flatMap((id) => byId.get(id) ?? []);
    for (const article of articles) outletsOf.set(toOutletKey(article.outlet), account.id);
    join(account.id, sourceOf(account.origin, articles[0]));
  }
  const keys = new Set([...outletsOf.keys()].filter((key) => key !== ""));
  for (const account of accounts) {
    for (const article of account.reports.flatMap((id) => byId.get(id) ?? [])) {
      for (const outlet of toRelayed(article, keys)) {
        const relayed = outletsOf.get(outlet);
        if (relayed !== undefined && relayed !== account.id) join(account.id, relayed);
      }
    }
  }
  return new Set(accounts.map(({ id }) => rootOf(id))).size;
}

function sourceOf(origin: Origin | null, first: AnalyzedArticle | undefined): string {
  if (origin !== null) return `origin ${origin.key}`;
  const outlet = toOutletKey(first?.outlet ?? null);
  return outlet === "" ? `report ${first?.id}` : `origin ${outlet}`;
}

/** The story's outlets that an article passes on, by a credit that speaks for its whole text or in so many words. */
function toRelayed(article: AnalyzedArticle, keys: ReadonlySet<string>): string[] {
  const own = toOutletKey(article.outlet);
  const credited = article.analysis.credits
    .filter(({ key, place }) => key !== null && place !== "text")
    .map(({ name }) => toOutletKey(name));
  return [...credited, ...relayedOutlets(article.text, keys)].filter((key) => key !== own);
}
