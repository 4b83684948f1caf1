/**
 * The engine's records: plain readonly data, JSON-shaped, the same in memory, in a fixture and on the wire.
 * Types record progress: an Article has been read from somewhere, of a SourcedArticle is known whose words it has, an AnalyzedArticle
 * has been understood, a Placement says where it belongs, a Story is what its reports make together.
 */
export type {
  Analysis,
  AnalyzedArticle,
  Attribution,
  Credit,
  CreditPlace,
  Dateline,
  Name,
  SourcedArticle,
  Sourcing,
  Topic,
} from "./analysis.ts";
export type { Article, Beside, Precision, Published } from "./article.ts";
export {
  type AppliedCorrection,
  type Correction,
  isOnStories,
  type Verdict,
} from "./correction.ts";
export type {
  ChosenSentence,
  CountPoint,
  Denial,
  Face,
  Happening,
  RunningCount,
  Saying,
  Speaker,
  WordChoice,
} from "./face.ts";
export type {
  InspectedArticle,
  InspectedChoice,
  InspectedRemoval,
  Inspection,
} from "./inspection.ts";
export {
  type ChildSitemap,
  type EarlierOriginal,
  type Fault,
  NEVER_POLLED,
  NEW_PAGE,
  type Original,
  type PageHint,
  type PageTask,
  type Poll,
  type Source,
  type Validated,
} from "./source.ts";
export type { Stance, Statement, StatementKind } from "./statement.ts";
export type { Account, CopyKind, CopyLink, Origin, Placement, Story, StoryLink } from "./story.ts";
export type { Subscription } from "./subscription.ts";
export { parseInstant, toInstant } from "./time.ts";
