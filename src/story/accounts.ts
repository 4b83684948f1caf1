import type { CopyKind, CopyLink, SourcedArticle } from "../model/index.ts";
import { OF_OPENING } from "./bag.ts";
import type { Belonging } from "./belonging.ts";
import { leadShare, type Overlap, shinglesOf, toOverlap } from "./fingerprint.ts";
import { createMarkIndex, type MarkIndex } from "./mark-index.ts";
import type { Rarity } from "./rarity.ts";
import type { Report } from "./report.ts";

/** Two reports whose texts overlap enough to support being one account. */
export interface Tie {
  readonly other: Report;
  readonly overlap: Overlap;
}

/** From here on a text is another's copy, or a part of it. */
const COPY_JACCARD = 0.6;
const CUT_SHARE = 0.8;
/** A text that another outlet has rewritten lightly still shares this much with it, and opens with what the other tells. */
const REWRITTEN_SHARE = 0.55;
const REWRITTEN_LEAD = 0.35;
/** From here on two texts do not speak against being in one account. */
const SUPPORT_JACCARD = 0.2;
const SUPPORT_SHARE = 0.4;
/**
 * Two accounts become one only when this share of their pairs support it: an article stitched together from several texts
 * is a copy of each, and must not make them one. Measured on syndicated news: without it, a third of the pairs share little.
 */
const LEAST_SUPPORT = 0.25;
/** A lightly rewritten text joins one account, and only one whose texts nearly all overlap with it; it never makes two one. */
const REWRITTEN_SUPPORT = 0.95;
const LEAST_MARKS = 3;
const VERBATIM_SHARE = 0.98;
/** Two texts are one template when under this share of their telling words, the mean of both ways, stands in the other. */
const TEMPLATE_SHARE = 0.4;
/** On another day the press has mostly done with a text, and a template is used again: less is enough to tell them apart. */
const LATE_TEMPLATE_SHARE = 0.7;
const DAY_MS = 86_400_000;
/** Stories of one template share at least this much of their words. */
const FORM_JACCARD = 0.4;
/** A template's words are there from the first; who only shares what comes later has news of his own. */
const FORM_LEAD = 0.2;
const LIKE_LENGTH = 0.66;
const TELLING_WORDS = 8;

function isCopy(report: Report, { other, overlap }: Tie): boolean {
  if (isCarried(overlap)) return true;
  const share = Math.max(overlap.shareOfFirst, overlap.shareOfSecond);
  return share >= REWRITTEN_SHARE && report.outlet !== other.outlet && isLeadTold(report, other);
}

/** Whether one of two texts, or most of both, stands in the other as it is. */
function isCarried({ jaccard, shareOfFirst, shareOfSecond }: Overlap): boolean {
  return jaccard >= COPY_JACCARD || Math.max(shareOfFirst, shareOfSecond) >= CUT_SHARE;
}

/** Whether what the shorter text opens with stands in the longer one: else they share background and not the news. */
function isLeadTold(a: Report, b: Report): boolean {
  const [short, long] = countShingles(a) <= countShingles(b) ? [a, b] : [b, a];
  return leadShare(short.fingerprint, long.fingerprint) >= REWRITTEN_LEAD;
}

function countShingles({ fingerprint }: Report): number {
  return shinglesOf(fingerprint).length;
}

function isSupport({ jaccard, shareOfFirst, shareOfSecond }: Overlap): boolean {
  return jaccard >= SUPPORT_JACCARD || Math.max(shareOfFirst, shareOfSecond) >= SUPPORT_SHARE;
}

function kindOf(report: Report, of: Report, overlap: Overlap): CopyKind {
  if (report.url !== null && report.url === of.url) return "repost";
  if (report.outlet !== "" && report.outlet === of.outlet) return "update";
  const { jaccard, shareOfFirst, shareOfSecond } = overlap;
  if (Math.min(shareOfFirst, shareOfSecond) >= VERBATIM_SHARE) return "verbatim";
  return jaccard >= COPY_JACCARD ? "copy" : "cut";
}

/** How many reports of the window carry the text of this one. */
function countCarriers({ accountOf, members }: AccountWindow, report: Report): number {
  return members.get(accountOf.get(report) ?? "")?.length ?? 0;
}

/**
 * The share of the rarest terms of one report's opening, by their rarity, that the other's whole text has. That the two texts
 * themselves have a term does not make it common: among a handful of articles nothing but what was changed would be rare.
 */
function tellingShare(window: AccountWindow, report: Report, other: Report): number {
  const { lead, leadNumbers, leadPlaces } = report.profile;
  const has = new Set(other.profile.whole.slots);
  const [ours, theirs] = [countCarriers(window, report), countCarriers(window, other)];
  const idfOf = (slot: number, at: number) =>
    window.rarity.idf(leadNumbers[at] ?? 0, ours + (has.has(slot) ? theirs : 0));
  const telling = Array.from(lead, (slot, at) => ({ slot, at }))
    .filter(({ at }) => ((leadPlaces[at] ?? 0) & OF_OPENING) !== 0)
    .map(({ slot, at }) => ({ slot, idf: idfOf(slot, at) }))
    .sort((a, b) => b.idf - a.idf || a.slot - b.slot)
    .slice(0, TELLING_WORDS);
  let all = 0;
  let found = 0;
  for (const { slot, idf } of telling) {
    all += idf;
    if (has.has(slot)) found += idf;
  }
  return all === 0 ? 1 : found / all;
}

/**
 * «The ruler congratulates the president of X»: the same words about another event. The texts must
 * be of like length: a short text inside a long one is a cut, whatever else the long one tells.
 */
function isTemplate(window: AccountWindow, a: Report, b: Report): boolean {
  const lengths = [countShingles(a), countShingles(b)];
  if (Math.min(...lengths) / Math.max(...lengths) < LIKE_LENGTH) return false;
  if (leadShare(a.fingerprint, b.fingerprint) < FORM_LEAD) return false;
  const sameDay = Math.floor(a.instant / DAY_MS) === Math.floor(b.instant / DAY_MS);
  const share = (tellingShare(window, a, b) + tellingShare(window, b, a)) / 2;
  return share < (sameDay ? TEMPLATE_SHARE : LATE_TEMPLATE_SHARE);
}

/** Which accounts the reports of a window belong to. Its state depends on the reports in it and their accounts alone. */
export interface AccountWindow {
  readonly rarity: Rarity;
  readonly marks: MarkIndex;
  readonly byUrl: Map<string, Report[]>;
  /** Reports of each account, oldest first. */
  readonly members: Map<string, readonly Report[]>;
  readonly accountOf: Map<Report, string>;
  readonly ties: Map<Report, Map<Report, Overlap>>;
}

/** A window without reports. Terms are weighed by the rarity its owner keeps. */
export function createAccountWindow(rarity: Rarity): AccountWindow {
  return {
    rarity,
    marks: createMarkIndex(),
    byUrl: new Map(),
    members: new Map(),
    accountOf: new Map(),
    ties: new Map(),
  };
}

/** Which account a report belongs to. */
export interface AccountChoice {
  /** The account, by name; null when no earlier text is its text. */
  readonly account: string | null;
  /** Accounts that turn out to be the same one. */
  readonly merged: readonly string[];
  readonly copy: CopyLink | null;
  readonly ties: readonly Tie[];
}

/** Finds the account of a report that is not in the window yet. Changes nothing. */
export function chooseAccount(
  window: AccountWindow,
  report: Report,
  areApart: Belonging["areApart"],
): AccountChoice {
  const ties = findTies(window, report);
  const reposts = report.url === null ? [] : (window.byUrl.get(report.url) ?? []);
  if (ties.length === 0 && reposts.length === 0)
    return { account: null, merged: [], copy: null, ties };
  const templates = new Set(
    ties.map(({ other }) => other).filter((other) => isTemplate(window, report, other)),
  );
  const joined = joinSupported(window, report, { ties, reposts, templates, areApart });
  const [account = null, ...merged] = joined.sort(
    (a, b) => oldest(window, a) - oldest(window, b) || (a < b ? -1 : 1),
  );
  const inside = ties.filter(({ other }) => joined.includes(window.accountOf.get(other) ?? ""));
  return { account, merged, copy: toCopyLink(report, inside, reposts), ties };
}

/** Puts a report into an account, new or known. `ties` are those found while choosing; without them they are found again. */
export function addToAccount(
  window: AccountWindow,
  report: Report,
  account: string,
  ties: readonly Tie[] = findTies(window, report),
): void {
  window.marks.add(report);
  if (report.url !== null) {
    window.byUrl.set(report.url, [...(window.byUrl.get(report.url) ?? []), report]);
  }
  moveToAccount(window, [report], account);
  for (const { other, overlap } of ties) {
    tie(window, report, other, overlap);
    tie(window, other, report, turn(overlap));
  }
}

/** Makes all reports of one account members of another. */
export function mergeAccount(window: AccountWindow, from: string, into: string): void {
  const moved = window.members.get(from) ?? [];
  window.members.delete(from);
  moveToAccount(window, moved, into);
}

/** Forgets a report that has left the window. */
export function removeFromAccount(window: AccountWindow, report: Report): void {
  const account = window.accountOf.get(report);
  if (account === undefined) return;
  window.accountOf.delete(report);
  drop(window.members, account, report);
  for (const other of window.ties.get(report)?.keys() ?? []) window.ties.get(other)?.delete(report);
  window.ties.delete(report);
  window.marks.remove(report);
  if (report.url !== null) drop(window.byUrl, report.url, report);
}

function moveToAccount(window: AccountWindow, reports: readonly Report[], account: string): void {
  for (const report of reports) window.accountOf.set(report, account);
  const members = [...(window.members.get(account) ?? []), ...reports];
  window.members.set(account, members.sort(byInstant));
}

function findTies({ marks }: AccountWindow, report: Report): Tie[] {
  const ties: Tie[] = [];
  marks.eachSharing(report, (other, shared) => {
    const all = Math.min(report.fingerprint.marks.length, other.fingerprint.marks.length);
    if (shared < Math.min(LEAST_MARKS, all)) return;
    const overlap = toOverlap(report.fingerprint, other.fingerprint);
    if (isSupport(overlap)) ties.push({ other, overlap });
  });
  return ties;
}

/** Most reports have no ties, and no list of them. */
function tie(window: AccountWindow, report: Report, other: Report, overlap: Overlap): void {
  const known = window.ties.get(report);
  if (known === undefined) window.ties.set(report, new Map([[other, overlap]]));
  else known.set(other, overlap);
}

/** What speaks for and against a report's joining accounts. */
interface Grounds {
  readonly ties: readonly Tie[];
  readonly reposts: readonly Report[];
  readonly templates: ReadonlySet<Report>;
  /** What readers say is of two stories is not one text either. */
  readonly areApart: Belonging["areApart"];
}

/** Joins account after account, same addresses first, then the closest text, as long as their pairs support it. */
function joinSupported(
  window: AccountWindow,
  report: Report,
  { ties, reposts, templates, areApart }: Grounds,
): string[] {
  const copies = ties
    .filter((tie) => isCopy(report, tie) && !templates.has(tie.other))
    .sort(byCloseness);
  const tied = new Set(ties.map(({ other }) => other));
  const joined: string[] = [];
  let ours: readonly Report[] = [];
  const join = (other: Report, least: number) => {
    const account = window.accountOf.get(other);
    if (account === undefined || joined.includes(account)) return;
    const theirs = window.members.get(account) ?? [];
    if (toSupport(window, ours, theirs, tied) < least) return;
    if (areApart([report, ...ours], theirs)) return;
    joined.push(account);
    ours = [...ours, ...theirs];
  };
  for (const other of reposts) join(other, 0);
  for (const { other, overlap } of copies) if (isCarried(overlap)) join(other, LEAST_SUPPORT);
  for (const { other } of copies) if (joined.length === 0) join(other, REWRITTEN_SUPPORT);
  return joined;
}

/**
 * The share of pairs that support an account's joining the growing one: the new report's own (`tied`), and those of the reports
 * already in. The lesser of the two counts, so that one stitched text cannot make two texts one that share nothing.
 */
function toSupport(
  window: AccountWindow,
  ours: readonly Report[],
  theirs: readonly Report[],
  tied: ReadonlySet<Report>,
): number {
  const own = theirs.filter((report) => tied.has(report)).length / theirs.length;
  if (ours.length === 0) return own;
  let supported = 0;
  for (const a of ours) {
    const overlaps = window.ties.get(a);
    supported += theirs.filter((b) => overlaps?.has(b)).length;
  }
  return Math.min(own, supported / (ours.length * theirs.length));
}

function oldest(window: AccountWindow, account: string): number {
  return window.members.get(account)?.[0]?.instant ?? Number.POSITIVE_INFINITY;
}

function drop(lists: Map<string, readonly Report[]>, key: string, report: Report): void {
  const rest = (lists.get(key) ?? []).filter((bearer) => bearer !== report);
  if (rest.length > 0) lists.set(key, rest);
  else lists.delete(key);
}

function turn({ jaccard, shareOfFirst, shareOfSecond }: Overlap): Overlap {
  return { jaccard, shareOfFirst: shareOfSecond, shareOfSecond: shareOfFirst };
}

function byInstant(a: Report, b: Report): number {
  return a.instant - b.instant || (a.id < b.id ? -1 : 1);
}

function byCloseness(a: Tie, b: Tie): number {
  return b.overlap.jaccard - a.overlap.jaccard || byInstant(a.other, b.other);
}

/** The report whose text this one carries: of those no later than itself, the closest; the earliest of equals. */
function toCopyLink(
  report: Report,
  ties: readonly Tie[],
  reposts: readonly Report[],
): CopyLink | null {
  const [best] = ties
    .filter((tie) => isCopy(report, tie) && byInstant(tie.other, report) < 0)
    .sort(byCloseness);
  const of = best?.other ?? reposts.filter((other) => byInstant(other, report) < 0)[0];
  if (of === undefined) return null;
  const overlap = best?.overlap ?? toOverlap(report.fingerprint, of.fingerprint);
  return {
    of: of.id,
    kind: kindOf(report, of, overlap),
    share: overlap.shareOfFirst,
    shareOfOther: overlap.shareOfSecond,
    jaccard: overlap.jaccard,
  };
}

/** Whether two reports share their words and not their event: the same template. */
export function isSameTemplate(window: AccountWindow, a: Report, b: Report): boolean {
  const overlap = window.ties.get(a)?.get(b);
  const isForm = overlap !== undefined && overlap.jaccard >= FORM_JACCARD;
  return isForm && isTemplate(window, a, b);
}

/** A text of another account in which this much of a report stands speaks for where the report comes from, marked as inferred. */
const BEHIND_SHARE = 0.3;

/** Articles in whose texts a good part of a report stands though they are not its account, those with most of it first. */
export function textsBehind(window: AccountWindow, report: Report): SourcedArticle[] {
  const account = window.accountOf.get(report);
  return [...(window.ties.get(report) ?? [])]
    .filter(
      ([other, overlap]) =>
        overlap.shareOfFirst >= BEHIND_SHARE && window.accountOf.get(other) !== account,
    )
    .sort(([a, x], [b, y]) => y.shareOfFirst - x.shareOfFirst || byInstant(a, b))
    .map(([{ article }]) => article);
}
