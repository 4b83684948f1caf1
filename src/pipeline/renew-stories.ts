import type { Correction } from "../model/index.ts";
import type { Store } from "../store/index.ts";
import { type Member, toStory } from "../story/index.ts";

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
