import type { TextChange } from "./hygiene/changes.ts";

/** Why a page gave no article. A closed set, so that every run can count its failures by reason. */
export type Refusal =
  | "empty"
  | "not-text"
  | "too-short"
  | "too-large"
  | "index-page"
  | "login-page"
  | "error-page"
  | "video-page"
  | "paywall";

/** Something that was on the page and is not in the article, with the step that took it off and why. */
export interface Removal {
  readonly step: string;
  readonly reason: string;
  readonly text: string;
  /** Where its links lead; told only when asked to explain. */
  readonly links?: readonly RemovedLink[];
}

/** A link that was taken off with what it stood in. */
export interface RemovedLink {
  readonly text: string;
  /** Absolute. */
  readonly url: string;
}

export interface ExtractedDate {
  readonly at: string;
  readonly precision: "minute" | "day" | "month" | "year";
  readonly from: string;
}

export interface ExtractedDateline {
  readonly place: string | null;
  readonly credit: readonly string[];
}

/** What the text of an article gives without its page. */
export interface TextArticle {
  readonly title: string | null;
  /** Paragraphs separated by "\n", without labels and furniture. */
  readonly text: string;
  readonly published: ExtractedDate | null;
  readonly author: string | null;
  /** Whom the page credits. */
  readonly source: string | null;
  readonly dateline: ExtractedDateline | null;
  readonly keywords: readonly string[];
  /** The page's own article; others came along with it. */
  readonly lead: boolean;
}

/** One article of a page. What the page does not say is null or empty; nothing is taken over from another article of the page. */
export interface ExtractedArticle extends TextArticle {
  readonly modified: ExtractedDate | null;
  /** Who publishes the page. */
  readonly outlet: string | null;
  readonly language: string | null;
  /** Where the page says it is found, else where it was found. */
  readonly url: string | null;
  readonly image: string | null;
  /** Of its pictures; they are not in the text. */
  readonly captions: readonly string[];
  /** What stood between its paragraphs and leads to other articles; not in the text. */
  readonly links: readonly RemovedLink[];
}

export type TextExtraction =
  | {
      readonly ok: true;
      readonly articles: readonly TextArticle[];
      readonly removed: readonly Removal[];
    }
  | { readonly ok: false; readonly reason: Refusal; readonly removed: readonly Removal[] };

/** Why a field has its value: "published" from "json-ld", say. */
export interface Choice {
  readonly field: string;
  readonly from: string;
  readonly value: string;
}

/** What was done to an article's text or title for display; those of one field in order take all of it back with `restoreText`. */
export interface ArticleChange extends TextChange {
  /** Which of the page's articles. */
  readonly article: number;
  readonly field: "title" | "text";
}

/** `charset` is told when the page came as bytes; `choices` are of the page's own article. */
export type Extraction = {
  readonly removed: readonly Removal[];
  readonly choices: readonly Choice[];
  readonly changes: readonly ArticleChange[];
  readonly charset: string | null;
} & (
  | { readonly ok: true; readonly articles: readonly ExtractedArticle[] }
  | { readonly ok: false; readonly reason: Refusal }
);
