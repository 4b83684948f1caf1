/** How exactly a publication time is known. */
export type Precision = "minute" | "day" | "month" | "year";

/**
 * When the publisher says an article appeared.
 * `at` is ISO 8601: with an offset for "minute", a bare `YYYY-MM-DD` for "day", `YYYY-MM`, `YYYY`. `from` names where it was read.
 */
export interface Published {
  readonly at: string;
  readonly precision: Precision;
  readonly from: string;
}

/**
 * What a page has of its article beside the text: its lead picture's address, its captions, and the links that were taken off. It is kept
 * as data; a change of it is no new version of the article.
 */
export interface Beside {
  readonly image: string | null;
  readonly captions: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/**
 * One published article (a report) as its page or record gave it. Text is untouched: paragraphs separated by "\n".
 * Publisher, byline and credited source stay three fields; what is not known is null and never guessed.
 */
export interface Article {
  readonly id: string;
  readonly url: string | null;
  /** Who publishes. */
  readonly outlet: string | null;
  /** Whom the page credits in a source line («المصدر: …»), as written. */
  readonly source: string | null;
  /** The byline as written: a reporter, a city, an agency. */
  readonly author: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly summary: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly published: Published | null;
  /** When the text was collected, ISO 8601. Never sold as a publication time. */
  readonly fetchedAt: string | null;
  /** Only of articles that were read from pages, where there is something. */
  readonly beside?: Beside;
}
