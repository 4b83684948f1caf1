import type { Origin, SourcedArticle } from "../model/index.ts";
import { foldWord, rememberByWord, tokenize } from "../text/index.ts";
import { AGENCY_WORDS, OUTLET_KIND_WORDS } from "./tables/outlet-kind-words.ts";
import { RELAY_CUES } from "./tables/relay-cues.ts";

const KIND_WORDS: ReadonlySet<string> = new Set(OUTLET_KIND_WORDS.map(foldWord));
const AGENCY_MARKS: ReadonlySet<string> = new Set(AGENCY_WORDS.map(foldWord));
const ARTICLE = /^(?:وال|ال|لل|بال)(?=..)/u;

/** One key for all ways to write an outlet's or agency's name: «وكالة المدار للأنباء», «المدار». "" when unknown. */
export function toOutletKey(name: string | null): string {
  return name === null ? "" : outletKeyOf(name);
}

/** Outlets are few, and asked for with every article. */
const LONGEST_OUTLET = 60;
const outletKeyOf: (name: string) => string = rememberByWord((name) => {
  const words = tokenize(name).map((token) => token.folded);
  const telling = words.filter((word) => !KIND_WORDS.has(word));
  return (telling.length > 0 ? telling : words).map((word) => word.replace(ARTICLE, "")).join(" ");
}, LONGEST_OUTLET);

/** Whether an outlet calls itself a news agency. */
const isAgency: (name: string) => boolean = rememberByWord(
  (name) => tokenize(name).some((token) => AGENCY_MARKS.has(token.folded)),
  LONGEST_OUTLET,
);

/**
 * Whom an article says its text comes from, in a place that speaks for the whole text. An agency is the origin of its own
 * text; another outlet's uncredited text has none, because not saying so is not evidence.
 */
export function statedOrigin(article: SourcedArticle): Origin | null {
  const own = toOutletKey(article.outlet);
  for (const credit of article.attribution.credits) {
    if (credit.key === null || credit.place === "text") continue;
    const key = toOutletKey(credit.name);
    if (key !== own) return { name: credit.name, key, inferred: false, evidence: credit.evidence };
  }
  if (article.outlet === null || !isAgency(article.outlet)) return null;
  return { name: article.outlet, key: own, inferred: false, evidence: article.outlet };
}

/** What most reports of an account state as its origin, the earliest of equals; null when none does. */
export function accountOrigin(articles: readonly SourcedArticle[]): Origin | null {
  const votes = new Map<string, { readonly origin: Origin; readonly by: string; count: number }>();
  for (const article of articles) {
    const origin = statedOrigin(article);
    if (origin === null) continue;
    const vote = votes.get(origin.key);
    if (vote === undefined) votes.set(origin.key, { origin, by: article.id, count: 1 });
    else vote.count += 1;
  }
  const [most] = [...votes.values()].sort((a, b) => b.count - a.count);
  return most === undefined ? null : { ...most.origin, evidence: most.by };
}

/** The origin that texts state in which a good part of a report stands; null when none does, or when they contradict each other. */
export function overlappingOrigin(articles: readonly SourcedArticle[]): Origin | null {
  let first: Origin | null = null;
  for (const article of articles) {
    const origin = statedOrigin(article);
    if (origin === null) continue;
    if (first !== null && first.key !== origin.key) return null;
    first ??= { ...origin, evidence: article.id };
  }
  return first;
}

/** A report's own stated origin, else its account's, marked as inferred with the id of the report that states it. */
export function originOf(article: SourcedArticle, shared: Origin | null): Origin | null {
  return statedOrigin(article) ?? (shared === null ? null : { ...shared, inferred: true });
}

const CUES_BY_FIRST = new Map<string, string[][]>();
for (const cue of RELAY_CUES) {
  const words = cue.split(" ").map(foldWord);
  const first = words[0] ?? "";
  CUES_BY_FIRST.set(first, [...(CUES_BY_FIRST.get(first) ?? []), words]);
}
/** How many words after a cue may name an outlet. */
const NAME_WORDS = 6;
const LEADING_WAW = /^و(?=.{3})/u;

/** Which of the outlets, given by their keys, a text says it passes on: «نقلاً عن جريدة الميناء», «ذكرت إذاعة الوادي». */
export function relayedOutlets(text: string, keys: ReadonlySet<string>): string[] {
  const words = tokenize(text).map(({ folded }) => folded);
  const relayed = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    for (const cue of CUES_BY_FIRST.get(bare(words[at])) ?? []) {
      if (!cue.every((word, k) => k === 0 || words[at + k] === word)) continue;
      const start = at + cue.length;
      const key = namedOutlet(words.slice(start, start + NAME_WORDS), keys);
      if (key !== null) relayed.add(key);
    }
  }
  return [...relayed];
}

function namedOutlet(words: readonly string[], keys: ReadonlySet<string>): string | null {
  const name = toOutletKey(words.join(" "));
  for (const key of keys) if (name === key || name.startsWith(`${key} `)) return key;
  return null;
}

function bare(word: string | undefined): string {
  return word?.replace(LEADING_WAW, "") ?? "";
}
