import type { Choice, ExtractedDate } from "../extraction.ts";
import type { HtmlPage } from "../html/page.ts";

/** What metadata is read from. */
export interface MetadataContext {
  readonly page: HtmlPage;
  readonly url: string | null;
  /** ISO 8601; relative ages and page clocks mean nothing without it. */
  readonly fetchedAt: string | null;
  /** Where the article's body stands in the text of the page; its byline and date are near. */
  readonly body: { readonly start: number; readonly end: number };
}

/** What a page says of its own article. What it does not say is null or empty. */
export interface Metadata {
  readonly title: string | null;
  readonly published: ExtractedDate | null;
  readonly modified: ExtractedDate | null;
  readonly author: string | null;
  /** Who publishes. */
  readonly outlet: string | null;
  /** Whom the page credits, when it does so outside of the body. */
  readonly source: string | null;
  readonly keywords: readonly string[];
  readonly language: string | null;
  /** The canonical address, absolute. */
  readonly url: string | null;
  readonly image: string | null;
  readonly choices: readonly Choice[];
}
