import type { Rarity } from "./rarity.ts";
import type { Report } from "./report.ts";
import { compareReports } from "./similarity.ts";
import { toLogOdds } from "./story-model.ts";

/** Which stories the reports of a window belong to. */
export interface StoryWindow {
  readonly rarity: Rarity;
  /** For each term of a title or lead, the reports that have it there. */
  readonly bearers: Map<number, Set<Report>>;
  readonly members: Map<string, Set<Report>>;
  readonly storyOf: Map<Report, string>;
}

/** The story a report fits best. */
export interface StoryChoice {
  readonly story: string;
  /** The report of it that is most alike. */
  readonly closest: Report;
  /** Probability that the two are of one event, 0..1. */
  readonly similarity: number;
}

/** A report is compared with those that share its telling terms; terms that more reports than this share tell nothing. */
const TELLING_TERMS = 24;
const MOST_BEARERS = 400;
const MOST_CANDIDATES = 24;
const MOST_STORIES = 8;
/** A running story has many reports; the latest of them speak for it. */
const MOST_SPEAKERS = 12;
/** A story is judged by its closest report and by all of them: the closest alone chains events, the mean alone splits them. */
const CLOSEST_COUNTS = 0.3;
/** One unlike report cannot outweigh all others. */
const LEAST_LOG_ODDS = -6;
const MOST_GAP_MS = 96 * 3_600_000;

export function createStoryWindow(rarity: Rarity): StoryWindow {
  return { rarity, bearers: new Map(), members: new Map(), storyOf: new Map() };
}

export function addToStory(window: StoryWindow, report: Report, story: string): void {
  for (const slot of report.profile.lead.slots) {
    const list = window.bearers.get(slot);
    if (list === undefined) window.bearers.set(slot, new Set([report]));
    else list.add(report);
  }
  moveToStory(window, report, story);
}

export function moveToStory(window: StoryWindow, report: Report, story: string): void {
  leaveStory(window, report);
  window.storyOf.set(report, story);
  const members = window.members.get(story);
  if (members === undefined) window.members.set(story, new Set([report]));
  else members.add(report);
}

export function removeFromStory(window: StoryWindow, report: Report): void {
  for (const slot of report.profile.lead.slots) {
    const list = window.bearers.get(slot);
    list?.delete(report);
    if (list?.size === 0) window.bearers.delete(slot);
  }
  leaveStory(window, report);
  window.storyOf.delete(report);
}

function leaveStory(window: StoryWindow, report: Report): void {
  const story = window.storyOf.get(report);
  if (story === undefined) return;
  const members = window.members.get(story);
  members?.delete(report);
  if (members?.size === 0) window.members.delete(story);
}

/** Finds the story of a report that is not in the window yet; null when it opens one. A story told in the same template is another event's. Changes nothing. */
export function chooseStory(
  window: StoryWindow,
  report: Report,
  accountOf: (report: Report) => string,
  templates: ReadonlySet<Report>,
): StoryChoice | null {
  let best: (StoryChoice & { readonly score: number }) | null = null;
  for (const story of candidateStories(window, report)) {
    const speakers = speakersOf(window, story, accountOf);
    if (speakers.some((speaker) => templates.has(speaker))) continue;
    const judged = judgeStory(window, report, speakers);
    if (judged === null || judged.score <= (best?.score ?? 0)) continue;
    best = {
      story,
      closest: judged.closest,
      similarity: toProbability(judged.odds),
      score: judged.score,
    };
  }
  return best;
}

function judgeStory(
  window: StoryWindow,
  report: Report,
  speakers: readonly Report[],
): { readonly score: number; readonly odds: number; readonly closest: Report } | null {
  let sum = 0;
  let odds = Number.NEGATIVE_INFINITY;
  let closest: Report | null = null;
  for (const speaker of speakers) {
    const logOdds = Math.max(
      LEAST_LOG_ODDS,
      toLogOdds(compareReports(report, speaker, window.rarity), window.rarity.fullness()),
    );
    sum += logOdds;
    if (logOdds <= odds) continue;
    odds = logOdds;
    closest = speaker;
  }
  if (closest === null) return null;
  const score = CLOSEST_COUNTS * odds + (1 - CLOSEST_COUNTS) * (sum / speakers.length);
  return { score, odds, closest };
}

/** Stories with a report that shares telling terms with this one, the most telling first. */
function candidateStories(window: StoryWindow, report: Report): string[] {
  const evidence = new Map<Report, number>();
  const telling = [...report.profile.lead.slots]
    .map((slot) => ({ slot, idf: window.rarity.idf(slot) }))
    .sort((a, b) => b.idf - a.idf || a.slot - b.slot)
    .slice(0, TELLING_TERMS);
  for (const { slot, idf } of telling) {
    const bearers = window.bearers.get(slot);
    if (bearers === undefined || bearers.size > MOST_BEARERS) continue;
    for (const other of bearers) {
      if (Math.abs(other.instant - report.instant) > MOST_GAP_MS) continue;
      evidence.set(other, (evidence.get(other) ?? 0) + idf * idf);
    }
  }
  const stories = new Set<string>();
  const ranked = [...evidence].sort(([a, x], [b, y]) => y - x || byLatest(a, b));
  for (const [other] of ranked.slice(0, MOST_CANDIDATES)) {
    const story = window.storyOf.get(other);
    if (story !== undefined) stories.add(story);
  }
  return [...stories].slice(0, MOST_STORIES);
}

/** The first report of each account (copies are one vote), the latest accounts first. */
function speakersOf(
  window: StoryWindow,
  story: string,
  accountOf: (report: Report) => string,
): Report[] {
  const first = new Map<string, Report>();
  for (const report of [...(window.members.get(story) ?? [])].sort((a, b) => byLatest(b, a))) {
    const account = accountOf(report);
    if (!first.has(account)) first.set(account, report);
  }
  return [...first.values()].sort(byLatest).slice(0, MOST_SPEAKERS);
}

function byLatest(a: Report, b: Report): number {
  return b.instant - a.instant || (a.id < b.id ? -1 : 1);
}

function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
