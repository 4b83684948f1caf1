import type { AnalyzedArticle, Placement, StoryLink } from "../model/index.ts";
import type { Token } from "../text/index.ts";
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
import { toShortId } from "./hash.ts";
import { accountOrigin, originOf, overlappingOrigin } from "./origin.ts";
import { createRarity, type Rarity } from "./rarity.ts";
import { type Report, toReport, writtenTerms } from "./report.ts";
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
   * one; `tokens` are those of its text, where they are at hand.
   */
  place(
    article: AnalyzedArticle,
    fallback: number,
    tokens?: readonly Token[],
  ): readonly Placement[];
  /** Takes up an article whose placement is known, as after a restart. */
  restore(article: AnalyzedArticle, placement: Placement, fallback: number): void;
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
  };
  return {
    place: (article, fallback, tokens) => place(window, toReport(article, fallback, tokens)),
    restore: (article, placement, fallback) => {
      const report = toReport(article, fallback);
      enter(window, report);
      addToAccount(window.accounts, report, placement.account);
      addToStory(window.stories, report, placement.story);
      window.placements.set(report, placement);
    },
    forget: (before) => forget(window, before),
  };
}

function place(window: Window, report: Report): readonly Placement[] {
  enter(window, report);
  const choice = chooseAccount(window.accounts, report);
  const account = choice.account ?? toShortId("a", report.id);
  const home = choice.account === null ? null : storyOfAccount(window, choice.account);

  for (const merged of choice.merged) mergeAccount(window.accounts, merged, account);
  addToAccount(window.accounts, report, account, choice.ties);
  const bench = toBench(window);
  const candidates = candidateStories(window.stories, report);
  const joined = home === null ? chooseStory(window.stories, report, candidates, bench) : null;
  const story = home ?? joined?.story ?? toShortId("s", report.id);
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
  const moved = mergeStories(window, story, candidates, bench);
  return lastOfEach(window, [...settled, ...moved]);
}

function toBench(window: Window): StoryBench {
  return {
    judge: createStoryJudge(window.rarity),
    accountOf: (report) => window.accounts.accountOf.get(report) ?? report.id,
    isTemplate: (a, b) => isSameTemplate(window.accounts, a, b),
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
  return [...new Set(reports)].flatMap((report) => window.placements.get(report) ?? []);
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
    const after = { ...before, account, story, origin: originOf(member.article, shared) };
    if (member !== report && isSamePlacement(before, after)) continue;
    if (before.story !== story) moveToStory(window.stories, member, story);
    window.placements.set(member, after);
    if (member !== report) changed.push(member);
  }
  return changed;
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

function storyOfAccount(window: Window, account: string): string | null {
  const [first] = window.accounts.members.get(account) ?? [];
  return first === undefined ? null : (window.stories.storyOf.get(first) ?? null);
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
  window.rarity.add(report.profile.whole.slots);
  let place = window.reports.length;
  while (place > 0 && isLater(window.reports[place - 1], report)) place -= 1;
  window.reports.splice(place, 0, report);
}

function isLater(a: Report | undefined, b: Report): boolean {
  return a !== undefined && (a.instant > b.instant || (a.instant === b.instant && a.id > b.id));
}

function forget(window: Window, before: number): void {
  const kept = window.reports.findIndex((report) => report.instant >= before);
  const gone = window.reports.splice(0, kept === -1 ? window.reports.length : kept);
  for (const report of gone) {
    window.rarity.remove(report.profile.whole.slots);
    removeFromAccount(window.accounts, report);
    removeFromStory(window.stories, report);
    window.placements.delete(report);
  }
}
