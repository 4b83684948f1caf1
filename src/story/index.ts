/**
 * Which reports carry one text (accounts), which are of one event (stories), and where the texts come from (origins).
 * Copies are linked before stories are formed, so that forty copies of one wire are one voice.
 * Invariants: no clock, chance or I/O; a decision depends on the window's articles and their placements alone, so that a
 * grouper rebuilt from the store goes on as if it had never stopped.
 */

export { type ComparedRow, compareTexts, type Piece } from "./compare.ts";
export { toCorrection } from "./correct-accounts.ts";
export { toFace } from "./face/face.ts";
export type { Telling } from "./face/telling.ts";
export { createGrouper, type Grouper, WINDOW_MS } from "./grouper.ts";
export { toOutletKey } from "./origin.ts";
export {
  type ParagraphFate,
  type ParagraphRecord,
  recordParagraphs,
  toFate,
} from "./paragraph-record.ts";
export { findSagaLink, type SagaLink, toMatter, toNameId } from "./saga.ts";
export { type Member, toStory } from "./story.ts";
