import type { Correction, Origin, Placement, SourcedArticle, StoryLink } from "../model/index.ts";
import {
  type AccountWindow,
  addToAccount,
  chooseAccount,
  createAccountWindow,
  isSameTemplate,
  mergeAccount,
  removeFromAccount,
  textsBehind,
} from "./accounts.ts";
import { type Belonging, readBelonging } from "./belonging.ts";
import { toShortName } from "./hash.ts";
import { accountOrigin, originOf, overlappingOrigin } from "./origin.ts";
import { createRarity, type Rarity } from "./rarity.ts";
import { type Report, toReport, writtenTerms } from "./report.ts";
import { createRoom, type Room } from "./room.ts";
import { sharedRarest } from "./similarity.ts";
import {
  addToStory,
  candidateStories,
  chooseStory,
  createStoryWindow,
  findMerge,
  moveToStory,
  removeFromStory,
  type StoryBench,
  type StoryChoice,
  type StoryWindow,
} from "./stories.ts";
import { createStoryJudge } from "./story-judge.ts";

/** Copies are looked for this far back and forth; stories reach less far, see `stories.ts`. */
export const WINDOW_MS: number = 7 * 86_400_000;

/** Groups articles one by one. What it decides depends on the articles of its window, their placements and nothing else. */
export interface Grouper {
  /**
   * Places an article and returns its placement first, then those of earlier articles that changed by it. `fallback` orders an undated
   * one.
   */
  place(article: SourcedArticle, fallback: number): readonly Placement[];
  /** Takes up an article whose placement is known, as after a restart. */
  restore(article: SourcedArticle, placement: Placement, fallback: number): void;
  /** Takes what readers have stated of reports in place of what was known of it. Nothing placed before is moved. */
  heed(corrections: readonly Correction[]): void;
  /** Lets go of everything older than an instant. */
  forget(before: number): void;
}

interface Window {
  readonly rarity: Rarity;
  readonly accounts: AccountWindow;
  readonly stories: StoryWindow;
  readonly placements: Map<Report, Placement>;
  /** By instant, then id. */
  readonly reports: Report[];
  readonly room: Room;
  belonging: Belonging;
}

const MOST_SHARED_SHOWN = 8;

/** A grouper whose window is empty. */
export function createGrouper(): Grouper {
  const rarity = createRarity();
  const window: Window = {
    rarity,
    accounts: createAccountWindow(rarity),
    stories: createStoryWindow(rarity),
    placements: new Map(),
    reports: [],
    room: createRoom(),
    belonging: readBelonging([]),
  };
  return {
    place: (article, fallback) => place(window, toReport(article, fallback)),
    restore: (article, placement, fallback) => {
      const report = toReport(article, fallback);
      enter(window, report);
      addToAccount(window.accounts, report, placement.account);
      addToStory(window.stories, report, placement.story);
      window.placements.set(report, placement);
    },
    heed: (corrections) => {
      window.belonging = readBelonging(corrections);
    },
    forget: (before) => forget(window, before),
  };
}

function place(window: Window, report: Report): readonly Placement[] {
  enter(window, report);
  const { areApart } = window.belonging;
  const choice = chooseAccount(window.accounts, report, areApart);
  const named = { id: report.id, name: toShortName(report.id) };
  const account = choice.account ?? toFreeId("a", named, window.accounts.members);
  const mates = choice.account === null ? [] : (window.accounts.members.get(account) ?? []);
  const isBarred = (story: string) =>
    areApart([report, ...mates], window.stories.members.get(story) ?? []);
  const stated = statedStory(window, report);
  const copied = mates[0] === undefined ? null : (window.stories.storyOf.get(mates[0]) ?? null);
  const home = stated ?? (copied !== null && isBarred(copied) ? null : copied);

  for (const merged of choice.merged) mergeAccount(window.accounts, merged, account);
  addToAccount(window.accounts, report, account, choice.ties);
  const bench = toBench(window);
  const candidates = candidateStories(window.stories, report).filter((id) => !isBarred(id));
  const joined = home === null ? chooseStory(window.stories, report, candidates, bench) : null;
  const story = home ?? joined?.story ?? toFreeId("s", named, window.stories.members);
  addToStory(window.stories, report, story);
  window.placements.set(report, {
    articleId: report.id,
    story,
    account,
    copy: choice.copy,
    origin: null,
    joined: joined === null ? null : toStoryLink(window, report, joined),
  });
  const settled = settle(window, report, account, story);
  forgetSpeakers(bench, story, settled);
  // Where a reader has put a report, it must not draw the story after it that it was taken from. A report that fits no story joins none.
  const isNew = choice.account === null && home === null && joined === null;
  const moved = stated === null && !isNew ? mergeStories(window, story, candidates, bench) : [];
  const followed = bringFollowers(window, [...settled, ...moved]);
  return lastOfEach(window, [...settled, ...moved, ...followed]);
}

/** Only the story that a report came to has other speakers now, unless other reports were moved with it. */
function forgetSpeakers({ speakers }: StoryBench, story: string, changed: readonly Report[]): void {
  if (changed.length > 1) speakers.clear();
  else speakers.delete(story);
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The name that a report's own story or account has; another where others still bear that one, whom the report has left. */
function toFreeId(
  prefix: string,
  { id, name }: Named,
  taken: ReadonlyMap<string, unknown>,
): string {
  let free = `${prefix}${name}`;
  for (let seed = `${id} ${id}`; taken.has(free); seed = `${seed} ${id}`)
    free = `${prefix}${toShortName(seed)}`;
  return free;
}

/** The story of the report whose story a reader last said this one to be of; null when none of those is in the window. */
function statedStory(window: Window, report: Report): string | null {
  for (const id of window.belonging.anchorsOf(report.id)) {
    const story = storyOfId(window, id);
    if (story === undefined) continue;
    if (!window.belonging.areApart([report], window.stories.members.get(story) ?? [])) return story;
  }
  return null;
}

function storyOfId(window: Window, id: string): string | undefined {
  for (const [report, story] of window.stories.storyOf) if (report.id === id) return story;
  return undefined;
}

/** Where a report has come or gone, those that readers say are of its story follow, with the reports of their accounts; returned are those that moved. */
function bringFollowers(window: Window, changed: readonly Report[]): Report[] {
  const followed: Report[] = [];
  const seen = new Set<string>();
  const queue = [...changed];
  // The queue grows while it is walked: followers may have followers.
  for (const anchor of queue) {
    const story = window.stories.storyOf.get(anchor);
    for (const id of window.belonging.followersOf(anchor.id)) {
      const [latest] = window.belonging.anchorsOf(id);
      if (story === undefined || seen.has(id) || latest !== anchor.id) continue;
      seen.add(id);
      const moved = moveAccount(window, id, story);
      followed.push(...moved);
      queue.push(...moved);
    }
  }
  return followed;
}

function moveAccount(window: Window, id: string, story: string): readonly Report[] {
  const report = window.reports.find((each) => each.id === id);
  const account = report === undefined ? undefined : window.accounts.accountOf.get(report);
  const members = account === undefined ? [] : (window.accounts.members.get(account) ?? []);
  const there = window.stories.members.get(story) ?? [];
  if (window.belonging.areApart(members, there)) return [];
  const moved = members.filter((member) => window.stories.storyOf.get(member) !== story);
  for (const member of moved) {
    const before = window.placements.get(member);
    if (before === undefined) continue;
    moveToStory(window.stories, member, story);
    window.placements.set(member, { ...before, story });
  }
  return moved;
}

function toBench(window: Window): StoryBench {
  return {
    judge: createStoryJudge(window.rarity, window.room),
    accountOf: (report) => window.accounts.accountOf.get(report) ?? report.id,
    isTemplate: (a, b) => isSameTemplate(window.accounts, a, b),
    isGuest: ({ id }) => window.belonging.anchorsOf(id).length > 0,
    areApart: window.belonging.areApart,
    speakers: new Map(),
  };
}

/** Makes stories one that the latest report shows to be one, and returns the reports whose story changed. */
function mergeStories(
  window: Window,
  story: string,
  candidates: readonly string[],
  bench: StoryBench,
): Report[] {
  const moved: Report[] = [];
  let current = story;
  for (;;) {
    const merge = findMerge(window.stories, current, candidates, bench);
    if (merge === null) return moved;
    bench.speakers.clear();
    for (const report of [...(window.stories.members.get(merge.gone) ?? [])]) {
      moveToStory(window.stories, report, merge.kept);
      const before = window.placements.get(report);
      if (before === undefined) continue;
      const joined =
        report === merge.opening ? toStoryLink(window, report, merge.choice) : before.joined;
      window.placements.set(report, { ...before, story: merge.kept, joined });
      moved.push(report);
    }
    current = merge.kept;
  }
}

/** The placements of reports as they are now, each once. */
function lastOfEach(window: Window, reports: readonly Report[]): Placement[] {
  const each = reports.length === 1 ? reports : [...new Set(reports)];
  return each.flatMap((report) => window.placements.get(report) ?? []);
}

/** Brings the placements of an account up to date, and returns the report first, then those whose placements changed. */
function settle(window: Window, report: Report, account: string, story: string): Report[] {
  const members = window.accounts.members.get(account) ?? [];
  const stated = accountOrigin(members.map(({ article }) => article));
  const changed: Report[] = [report];
  for (const member of members) {
    const before = window.placements.get(member);
    if (before === undefined) continue;
    const shared = stated ?? overlappingOrigin(textsBehind(window.accounts, member));
    const after = { ...before, account, story, origin: originFor(member, shared) };
    if (member !== report && isSamePlacement(before, after)) continue;
    if (before.story !== story) moveToStory(window.stories, member, story);
    window.placements.set(member, after);
    if (member !== report) changed.push(member);
  }
  return changed;
}

/** What a report or its account states; else what its way of writing shows. */
function originFor({ article, style }: Report, shared: Origin | null): Origin | null {
  return originOf(article, shared) ?? style;
}

function isSamePlacement(a: Placement, b: Placement): boolean {
  return (
    a.story === b.story &&
    a.account === b.account &&
    a.origin?.key === b.origin?.key &&
    a.origin?.inferred === b.origin?.inferred &&
    a.origin?.evidence === b.origin?.evidence
  );
}

function toStoryLink(window: Window, report: Report, choice: StoryChoice): StoryLink {
  const rarest = sharedRarest(
    report.profile.lead,
    choice.closest.profile.lead,
    window.rarity,
    MOST_SHARED_SHOWN,
  );
  return {
    with: choice.closest.id,
    similarity: choice.similarity,
    shared: writtenTerms(report.article, rarest),
  };
}

function enter(window: Window, report: Report): void {
  window.rarity.add(report.profile.whole.numbers);
  let place = window.reports.length;
  while (place > 0 && isLater(window.reports[place - 1], report)) place -= 1;
  window.reports.splice(place, 0, report);
}

function isLater(a: Report | undefined, b: Report): boolean {
  return a !== undefined && (a.instant > b.instant || (a.instant === b.instant && a.id > b.id));
}

function forget(window: Window, before: number): void {
  const kept = window.reports.findIndex((report) => report.instant >= before);
  if (kept === 0) return;
  const gone = window.reports.splice(0, kept === -1 ? window.reports.length : kept);
  for (const report of gone) {
    window.rarity.remove(report.profile.whole.numbers);
    removeFromAccount(window.accounts, report);
    removeFromStory(window.stories, report);
    window.placements.delete(report);
  }
}
