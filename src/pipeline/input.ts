import type { PackagedReport } from "../archive/index.ts";
import type { Article, Correction } from "../model/index.ts";

/** A story as a package names it: which reports it has. */
export interface PackagedStory {
  readonly id: string;
  readonly reports: readonly string[];
  readonly corrections: readonly Correction[];
}

/** One thing an input held: an article, or a part that gave none, with where it stands and why. */
export type InputItem =
  | {
      readonly ok: true;
      readonly article: Article;
      readonly where: string;
      readonly warnings: readonly string[];
      /** Set for a report out of a story's package, which has more than its present state. */
      readonly packaged?: { readonly report: PackagedReport; readonly story: PackagedStory };
    }
  | {
      readonly ok: false;
      readonly where: string;
      readonly reason: string;
      readonly detail: string;
    };
