import type { PressArticle, PressOutlet } from "../press.ts";

/** What a template is given. */
export interface PageParts {
  readonly outlet: PressOutlet;
  readonly article: PressArticle;
  /** Others of the same site, for the furniture around the article. */
  readonly others: readonly PressArticle[];
  readonly origin: string;
  /** Of the feed or sitemap, for sites that tell it. */
  readonly feedPath: string | null;
}

export type Template = (parts: PageParts) => string;
