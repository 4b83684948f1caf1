import { type Correction, isOnStories, toInstant, type Verdict } from "../model/index.ts";
import type { Store } from "../store/index.ts";
import { toCorrection, WINDOW_MS } from "../story/index.ts";
import { groupAgain } from "./group-stage.ts";
import { renewStories } from "./renew-stories.ts";

/** What came of a correction: the story it changed, or why there is none it could change. */
export type CorrectionOutcome =
  | { readonly ok: true; readonly story: string }
  | { readonly ok: false; readonly reason: Refusal };

/** "out-of-reach": so far apart in time that no story holds both. */
export type Refusal = "one-report" | "no-such-report" | "two-stories" | "out-of-reach";

/**
 * Keeps what a reader states of two reports, and makes their stories anew as it says. When it is on stories, the first of the two
 * comes or goes, with the reports that carry its text; the other is what tells the story.
 */
export async function stateCorrection(
  store: Store,
  one: string,
  other: string,
  verdict: Verdict,
  now: Date,
): Promise<CorrectionOutcome> {
  if (one === other) return { ok: false, reason: "one-report" };
  const storyOf = await store.catalog.storiesOf([one, other]);
  const [story, second] = [storyOf.get(one), storyOf.get(other)];
  if (story === undefined || second === undefined) return { ok: false, reason: "no-such-report" };
  if (story !== second && !isOnStories(verdict)) return { ok: false, reason: "two-stories" };
  if (verdict === "together" && !(await isInReach(store, one, other)))
    return { ok: false, reason: "out-of-reach" };
  const correction = toCorrection(one, other, verdict, now.toISOString());
  await store.corrections.save(correction);
  await heed(store, correction);
  return { ok: true, story: (await store.catalog.storiesOf([one])).get(one) ?? story };
}

/** Whether two reports can meet in one window; an undated one stands after all others. */
async function isInReach({ catalog }: Store, one: string, other: string): Promise<boolean> {
  const { to } = await catalog.size();
  const last = to === null ? 0 : Date.parse(to);
  const [a = last, b = last] = (await catalog.articles([one, other])).map(
    (article) => toInstant(article) ?? last,
  );
  return Math.abs(a - b) < WINDOW_MS;
}

/** Brings the stories of two reports to what is stated of them. */
async function heed(store: Store, correction: Correction): Promise<void> {
  const { first, second, verdict } = correction;
  const storyOf = await store.catalog.storiesOf([first, second]);
  const stories = [...new Set(storyOf.values())];
  const isMoved = isOnStories(verdict) && storyOf.size === 2;
  if (isMoved && (stories.length === 1) !== (verdict === "together")) {
    await groupAgain(store, await carriersOf(store, first, second));
  }
  await renewStories(store, [
    ...new Set([...stories, ...(await store.catalog.storiesOf([first, second])).values()]),
  ]);
}

/** A report and those of its story that carry its text; it alone when one of them is the other report. */
async function carriersOf({ catalog }: Store, id: string, other: string): Promise<string[]> {
  const story = (await catalog.storiesOf([id])).get(id);
  const members = story === undefined ? [] : await catalog.membersOf([story]);
  const account = members.find(({ article }) => article.id === id)?.placement.account;
  const carriers = members
    .filter(({ placement }) => placement.account === account)
    .map(({ article }) => article.id);
  return carriers.includes(other) || carriers.length === 0 ? [id] : carriers;
}

/** Takes back what was stated of two reports; their accounts and stories are again as the engine finds them. False when nothing was. */
export async function undoCorrection(store: Store, one: string, other: string): Promise<boolean> {
  const pair = toPair(one, other);
  const stated = (await store.corrections.list()).filter(
    ({ first, second }) => toPair(first, second) === pair,
  );
  if (!(await store.corrections.remove(one, other))) return false;
  const before = await store.catalog.storiesOf([one, other]);
  for (const { first, second, verdict } of stated) {
    if (isOnStories(verdict)) await groupAgain(store, await carriersOf(store, first, second));
  }
  const after = await store.catalog.storiesOf([one, other]);
  await renewStories(store, [...new Set([...before.values(), ...after.values()])]);
  return true;
}

const toPair = (one: string, other: string): string => JSON.stringify([one, other].sort());

/** Takes up corrections that were kept elsewhere; those of reports that are not here (yet) count once they are. */
export async function readCorrections(
  store: Store,
  corrections: readonly Correction[],
): Promise<void> {
  for (const correction of corrections) await store.corrections.save(correction);
  for (const correction of corrections) {
    if (isOnStories(correction.verdict)) await heed(store, correction);
  }
  const ids = corrections.flatMap(({ first, second }) => [first, second]);
  await renewStories(store, [...new Set((await store.catalog.storiesOf(ids)).values())]);
}
