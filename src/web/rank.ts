import type { Story } from "../model/index.ts";

const HOUR_MS = 3_600_000;
/** An hour of age weighs as much as this many outlets. */
const OUTLETS_PER_HOUR = 0.08;

/** Stories in the order of the front page: many independent accounts first, then many outlets, the newer before the older. */
export function rankStories(stories: readonly Story[]): Story[] {
  const latest = Math.max(...stories.map(({ to }) => Date.parse(to ?? "1970-01-01")));
  const weight = (story: Story) => {
    const hours = (latest - Date.parse(story.to ?? "1970-01-01")) / HOUR_MS;
    return 2 * story.independent + story.outlets + 0.2 * story.reports - OUTLETS_PER_HOUR * hours;
  };
  return [...stories].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}
