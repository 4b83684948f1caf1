import { MOST_TERMS } from "./bag.ts";
import { type Bearers, createBearers, type TellingTerms } from "./bearers.ts";
import type { Belonging } from "./belonging.ts";
import type { Rarity } from "./rarity.ts";
import { byLatest, type Report } from "./report.ts";
import type { StoryJudge } from "./story-judge.ts";

/** Which stories the reports of a window belong to. */
export interface StoryWindow {
  readonly rarity: Rarity;
  readonly bearers: Bearers;
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

/** What stories are judged with: the judge of the moment, who speaks for one account, and which stories are told in one template. */
export interface StoryBench {
  readonly judge: StoryJudge;
  readonly accountOf: (report: Report) => string;
  readonly isTemplate: (a: Report, b: Report) => boolean;
  /** Whether a reader put a report where it is: it says nothing of what else belongs there. */
  readonly isGuest: (report: Report) => boolean;
  /** Whether readers say that two stories are two. */
  readonly areApart: Belonging["areApart"];
  /** Who speaks for each story, as far as asked for; void for stories that have changed since. */
  readonly speakers: Map<string, readonly Report[]>;
}

/** A report is compared with those that share its telling terms. */
const TELLING_TERMS = 24;
const MOST_CANDIDATES = 24;
const MOST_STORIES = 8;
/** A running story has many reports; the latest of them speak for it. */
const MOST_SPEAKERS = 12;
const MOST_GAP_MS = 96 * 3_600_000;
/** From these log-odds on a report joins a story, or two stories become one. */
const JOINING_ODDS = -0.05;

export function createStoryWindow(rarity: Rarity): StoryWindow {
  return { rarity, bearers: createBearers(), members: new Map(), storyOf: new Map() };
}

export function addToStory(window: StoryWindow, report: Report, story: string): void {
  window.bearers.add(report);
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
  window.bearers.remove(report);
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

/** Of the stories given, the one a report that is not in the window yet fits best; null when it opens one. Changes nothing. */
export function chooseStory(
  window: StoryWindow,
  report: Report,
  candidates: readonly string[],
  bench: StoryBench,
): StoryChoice | null {
  let best: string | null = null;
  let most = JOINING_ODDS;
  for (const story of candidates) {
    const speakers = speakersOf(window, story, bench);
    if (speakers.some((speaker) => bench.isTemplate(report, speaker))) continue;
    const odds = bench.judge.between([report], speakers, most);
    if (odds <= most) continue;
    most = odds;
    best = story;
  }
  return best === null ? null : toChoice(window, report, best, bench);
}

function toChoice(
  window: StoryWindow,
  report: Report,
  story: string,
  bench: StoryBench,
): StoryChoice | null {
  let closest: Report | null = null;
  let odds = Number.NEGATIVE_INFINITY;
  for (const speaker of speakersOf(window, story, bench)) {
    const logOdds = bench.judge.pair(report, speaker);
    if (logOdds <= odds) continue;
    odds = logOdds;
    closest = speaker;
  }
  return closest === null ? null : { story, closest, similarity: toProbability(odds) };
}

/** Two stories that turn out to be one: `gone` is to become part of `kept`, through the pair of reports that are most alike. */
export interface StoryMerge {
  readonly kept: string;
  readonly gone: string;
  readonly opening: Report;
  readonly choice: StoryChoice;
}

/** The candidate that a story is one with, if there is one, the likeliest first. The older story keeps its name. Changes nothing. */
export function findMerge(
  window: StoryWindow,
  story: string,
  candidates: readonly string[],
  bench: StoryBench,
): StoryMerge | null {
  const ours = speakersOf(window, story, bench);
  let best: string | null = null;
  let most = JOINING_ODDS;
  for (const other of candidates) {
    if (!mayMerge(window, story, other, bench)) continue;
    const theirs = speakersOf(window, other, bench);
    const odds = bench.judge.between(ours, theirs, most);
    if (odds <= most) continue;
    if (ours.some((a) => theirs.some((b) => bench.isTemplate(a, b)))) continue;
    most = odds;
    best = other;
  }
  if (best === null) return null;
  const [kept, gone] = isOlder(window, story, best) ? [story, best] : [best, story];
  const opening = oldestOf(window, gone);
  const choice = opening === null ? null : toChoice(window, opening, kept, bench);
  return opening === null || choice === null ? null : { kept, gone, opening, choice };
}

function mayMerge(
  { members }: StoryWindow,
  story: string,
  other: string,
  { areApart }: StoryBench,
): boolean {
  const theirs = members.get(other);
  return other !== story && theirs !== undefined && !areApart(members.get(story) ?? [], theirs);
}

function oldestOf(window: StoryWindow, story: string): Report | null {
  let oldest: Report | null = null;
  for (const report of window.members.get(story) ?? []) {
    if (oldest === null || byLatest(report, oldest) > 0) oldest = report;
  }
  return oldest;
}

function isOlder(window: StoryWindow, story: string, other: string): boolean {
  const [a, b] = [oldestOf(window, story), oldestOf(window, other)];
  return a !== null && b !== null && byLatest(a, b) > 0;
}

/** Stories with a report that shares telling terms with this one, the most telling first. */
export function candidateStories(window: StoryWindow, report: Report): string[] {
  const stories = new Set<string>();
  const sought = { most: MOST_CANDIDATES, instant: report.instant, withinMs: MOST_GAP_MS };
  for (const other of window.bearers.mostSharing(tellingTerms(window, report), sought)) {
    const story = window.storyOf.get(other);
    if (story !== undefined) stories.add(story);
  }
  return [...stories].slice(0, MOST_STORIES);
}

/** Filled anew for each report. */
const TELLING = {
  numbers: new Uint32Array(TELLING_TERMS),
  evidence: new Float64Array(TELLING_TERMS),
  idfs: new Float64Array(MOST_TERMS),
} as const;

/** The most telling terms of a report's lead, the most telling first, behind those as telling: terms come in the order of their slots. */
function tellingTerms({ rarity }: StoryWindow, { profile }: Report): TellingTerms {
  const { leadNumbers } = profile;
  const { numbers, evidence } = TELLING;
  const idfs =
    leadNumbers.length > TELLING.idfs.length ? new Float64Array(leadNumbers.length) : TELLING.idfs;
  rarity.idfs(leadNumbers, idfs);
  let count = 0;
  for (let at = 0; at < leadNumbers.length; at += 1) {
    const tells = (idfs[at] as number) ** 2;
    const isFull = count === TELLING_TERMS;
    if (tells <= 0 || (isFull && (evidence[count - 1] as number) >= tells)) continue;
    if (!isFull) count += 1;
    let place = count - 1;
    for (; place > 0 && (evidence[place - 1] as number) < tells; place -= 1) {
      evidence[place] = evidence[place - 1] as number;
      numbers[place] = numbers[place - 1] as number;
    }
    evidence[place] = tells;
    numbers[place] = leadNumbers[at] as number;
  }
  return { numbers, evidence, count };
}

const NOBODY: ReadonlySet<Report> = new Set();

function speakersOf(window: StoryWindow, story: string, bench: StoryBench): readonly Report[] {
  const known = bench.speakers.get(story);
  if (known !== undefined) return known;
  const speakers = findSpeakers(window.members.get(story) ?? NOBODY, bench);
  bench.speakers.set(story, speakers);
  return speakers;
}

/** The first report of each account (copies are one vote), the latest accounts first. Guests speak only where nobody else does. */
function findSpeakers(
  all: ReadonlySet<Report>,
  { accountOf, isGuest }: StoryBench,
): readonly Report[] {
  // Most stories are one report.
  if (all.size === 1) for (const only of all) return [only];
  const guests = new Set<string>();
  const first = new Map<string, Report>();
  for (const report of all) {
    const account = accountOf(report);
    if (isGuest(report)) guests.add(account);
    const known = first.get(account);
    if (known === undefined || byLatest(report, known) > 0) first.set(account, report);
  }
  const speaking: Report[] = [];
  for (const [account, report] of first) if (!guests.has(account)) speaking.push(report);
  if (speaking.length === 0) speaking.push(...first.values());
  return speaking.length === 1 ? speaking : speaking.sort(byLatest).slice(0, MOST_SPEAKERS);
}

function toProbability(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
