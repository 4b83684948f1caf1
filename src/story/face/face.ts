import type { Face, Story } from "../../model/index.ts";
import { toRunningCounts } from "./running-counts.ts";
import { toDenials, toSpeakers } from "./speakers.ts";
import { chooseSummary } from "./summary.ts";
import type { Telling } from "./telling.ts";
import { toTimeline } from "./timeline.ts";
import { countWordChoices } from "./word-choice.ts";

/**
 * What a story tells, chosen from one report an account: its copies say nothing else. `all` are the reports whose words are
 * counted by outlet; every part names the report it stands in.
 */
export function toFace(story: Story, tellings: readonly Telling[], all: readonly Telling[]): Face {
  const speakers = toSpeakers(tellings);
  return {
    summary: chooseSummary(story.title, tellings),
    timeline: toTimeline(story.from, tellings),
    counts: toRunningCounts(all),
    speakers,
    denials: toDenials(speakers),
    words: countWordChoices(all),
  };
}
