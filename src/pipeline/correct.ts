import type { Correction, Verdict } from "../model/index.ts";
import type { Store } from "../store/index.ts";
import { type Member, toCorrection, toStory } from "../story/index.ts";

/** What came of a correction: the story it changed, or why there is none it could change. */
export type CorrectionOutcome =
  | { readonly ok: true; readonly story: string }
  | { readonly ok: false; readonly reason: "one-report" | "no-such-report" | "two-stories" };

/** Keeps what a reader states of two reports of a story, and makes the story anew as it says. */
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
  if (story !== second) return { ok: false, reason: "two-stories" };
  await store.corrections.save(toCorrection(one, other, verdict, now.toISOString()));
  await renewStories(store, [story]);
  return { ok: true, story };
}

/** Takes back what was stated of two reports; their accounts are again as the engine finds them. False when nothing was. */
export async function undoCorrection(store: Store, one: string, other: string): Promise<boolean> {
  const removed = await store.corrections.remove(one, other);
  const stories = await store.catalog.storiesOf([one, other]);
  if (removed) await renewStories(store, [...new Set(stories.values())]);
  return removed;
}

/** Takes up corrections that were kept elsewhere; those of reports that are not here (yet) count once they are. */
export async function readCorrections(
  store: Store,
  corrections: readonly Correction[],
): Promise<void> {
  for (const correction of corrections) await store.corrections.save(correction);
  const ids = corrections.flatMap(({ first, second }) => [first, second]);
  await renewStories(store, [...new Set((await store.catalog.storiesOf(ids)).values())]);
}

/** Makes stories anew from the placements of their reports; again, when a running pipeline changed them meanwhile. */
export async function renewStories(store: Store, stories: readonly string[]): Promise<void> {
  let before = await readBasis(store, stories);
  for (;;) {
    const made = stories.flatMap((story) => {
      const members = before.members.filter(({ placement }) => placement.story === story);
      return members.length === 0 ? [] : [toStory(story, members, before.corrections)];
    });
    await store.catalog.saveGroups({ placements: [], stories: made, emptied: [] });
    const after = await readBasis(store, stories);
    if (toPrint(before) === toPrint(after)) return;
    before = after;
  }
}

interface Basis {
  readonly members: readonly Member[];
  readonly corrections: readonly Correction[];
}

async function readBasis({ catalog, corrections }: Store, stories: readonly string[]) {
  const members = await catalog.membersOf(stories);
  return { members, corrections: await corrections.list() };
}

function toPrint({ members, corrections }: Basis): string {
  return JSON.stringify([members.map(({ placement }) => placement), corrections]);
}
