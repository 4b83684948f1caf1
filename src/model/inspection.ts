/** Something on a page that is not in its articles: which step took it off, and why. */
export interface InspectedRemoval {
  readonly step: string;
  readonly reason: string;
  readonly text: string;
}

/** A value that a page offers for a field, and where it was read; of one field the first is the chosen one. */
export interface InspectedChoice {
  readonly field: string;
  readonly from: string;
  readonly value: string;
}

/** One article of a page as it is read, with what was kept beside its text. */
export interface InspectedArticle {
  readonly title: string | null;
  readonly text: string;
  readonly image: string | null;
  readonly captions: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/** How a kept page is read, block by block; or why it cannot be shown. All of it is text. */
export type Inspection =
  | {
      readonly ok: true;
      readonly url: string;
      readonly charset: string | null;
      /** Why the page gives no article; null when it gives some. */
      readonly refusal: string | null;
      readonly articles: readonly InspectedArticle[];
      readonly removed: readonly InspectedRemoval[];
      readonly choices: readonly InspectedChoice[];
    }
  | { readonly ok: false; readonly reason: "not-kept" | "unreadable" };
