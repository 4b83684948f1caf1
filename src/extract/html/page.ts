import type { ElementNames } from "./names.ts";

/**
 * A page as one flat text, with its elements and blocks as ranges of it: what one pass over the source gives, without a tree of
 * nodes. `text.slice(start, end)` of an element or block is what a reader sees of it, entities resolved and white space
 * collapsed; blocks are separated by "\n". Text that no reader sees (script, style, template, noscript, svg, select) is not in it.
 */
export interface HtmlPage {
  readonly text: string;
  /** In order of their start tags. An element's parent comes before it. */
  readonly elements: readonly PageElement[];
  readonly blocks: readonly TextBlock[];
  readonly head: PageHead;
}

export interface PageElement {
  /** Lower case. */
  readonly tag: string;
  /** The attributes as written; read them with `attributeOf(element.attributes, name)`. */
  readonly attributes: string;
  /** Those of them that tell what it is, read. */
  readonly names: ElementNames;
  /** Where the parent stands in `elements`; -1 without one. */
  readonly parent: number;
  readonly start: number;
  readonly end: number;
  /** How many characters of the range stand inside links. */
  readonly linkLength: number;
}

/** A run of text without a break: a paragraph, a heading, a cell, or a line that `<br>` ends. */
export interface TextBlock {
  readonly start: number;
  readonly end: number;
  readonly linkLength: number;
  /** How many characters stand in bold or strong. */
  readonly boldLength: number;
  /** The innermost block-level element that holds it, as an index into `elements`; -1 outside all. */
  readonly element: number;
  /** It goes on after a `<br>` of the same element. */
  readonly afterBreak: boolean;
}

/** What a page says of itself out of sight. */
export interface PageHead {
  /** The first `<title>`, entities resolved; null without one. */
  readonly title: string | null;
  /** Of `<html>`. */
  readonly language: string | null;
  readonly direction: string | null;
  readonly base: string | null;
  readonly metas: readonly PageMeta[];
  /** Every `<link>` with `rel` and `href`. */
  readonly links: readonly PageLink[];
  /** Sources of `<script type="application/ld+json">`, as written. */
  readonly jsonLd: readonly string[];
}

export interface PageMeta {
  /** `name`, `property`, `itemprop` or `http-equiv`, lower case. */
  readonly name: string;
  readonly content: string;
  /** Where in the text of the page it stands: microdata puts such elements into the body, beside what they are of. */
  readonly at: number;
}

export interface PageLink {
  /** Lower case. */
  readonly rel: string;
  readonly href: string;
  readonly type: string | null;
}
