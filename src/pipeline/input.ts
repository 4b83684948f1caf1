import type { GonePage, PackagedReport } from "../archive/index.ts";
import type { Article, Correction } from "../model/index.ts";

/** A story as a package names it: which reports it has. */
export interface PackagedStory {
  readonly id: string;
  readonly reports: readonly string[];
  readonly corrections: readonly Correction[];
}

/** One thing an input held: an article, that a page is deleted, or a part that gave none, with where it stands and why. */
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
      readonly ok: true;
      /** Comes behind the articles of its page. */
      readonly gone: GonePage;
      readonly where: string;
      readonly warnings: readonly string[];
    }
  | {
      readonly ok: false;
      readonly where: string;
      readonly reason: string;
      readonly detail: string;
    };

/** What went wrong with an input, without its name where `where` has said it. */
export function toDetail(error: unknown, where: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const at = message.indexOf(`${where}: `);
  return at === -1 ? message : message.slice(at + where.length + 2);
}
