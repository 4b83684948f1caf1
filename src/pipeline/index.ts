/**
 * The stages in order: read, save, index, group; and beside them analyze. Where the pure folders meet the store.
 * Invariants: every step may be repeated; nothing is decided twice; a run that was killed is gone on with by the next.
 */

export { type CollectOptions, type CollectReport, collect } from "./collect.ts";
export type { CollectEvent, CollectWorld, OriginalKeeper, QuietHours } from "./collect-world.ts";
export {
  type CorrectionOutcome,
  type Refusal,
  readCorrections,
  stateCorrection,
  undoCorrection,
} from "./correct.ts";
export { type ExportFilter, exportRows } from "./export.ts";
export { exportStory } from "./export-story.ts";
export { exportWarc, type WarcExportReport } from "./export-warc.ts";
export {
  type ChosenSource,
  type FoundSources,
  findSources,
  type TriedLink,
} from "./find-sources.ts";
export { groupPending } from "./group-stage.ts";
export { type ImportReport, importArticles } from "./import.ts";
export { indexPending } from "./index-stage.ts";
export type { InputItem } from "./input.ts";
export { inspectArticle } from "./inspect-article.ts";
export { type Lessons, learnFrom, openLessons } from "./lessons.ts";
export { fromExtracted, NOT_FOUND, readInputs, readPageText } from "./read-inputs.ts";
export { createPageMemory, findWarcPages, readWarcPages } from "./read-warc.ts";
export { STARTER_OUTLETS, type StarterOutlet } from "./tables/starter-outlets.ts";
export { answerHub, type HubAnswer, type PushedContent, receivePush } from "./websub.ts";
export { createWorkerPool, type WorkerPool } from "./worker-pool.ts";
export type { Progress, World } from "./world.ts";
