import type { FeedDate } from "./feed-date.ts";

/** What a document turned out to be. */
export type FeedKind = "rss" | "rdf" | "atom" | "json-feed" | "sitemap" | "sitemap-index";

/** Something that was wrong with a document that was read all the same. */
export type FeedFault =
  /** It ends before it is closed; an entry that was cut within its address is left out. */
  | "truncated"
  /** It has more entries than are read; the rest is left out. */
  | "too-many-entries"
  /** A field was longer than is read; the rest of the field is left out. */
  | "field-cut"
  /** Some bytes are not of the charset it is in. */
  | "bad-bytes";

/** One entry of a feed, or one address of a sitemap. What it does not say is null. */
export interface FeedEntry {
  /** The publisher's own id, as written. */
  readonly id: string | null;
  /** Absolute http or https address. */
  readonly url: string | null;
  /** Plain text. */
  readonly title: string | null;
  /** HTML as published: a teaser, or all there is. */
  readonly summary: string | null;
  /** HTML as published under a name that promises the whole text. */
  readonly content: string | null;
  readonly author: string | null;
  /** Whom an aggregating feed says the entry is from. */
  readonly source: string | null;
  readonly published: FeedDate | null;
  readonly modified: FeedDate | null;
  readonly keywords: readonly string[];
  readonly image: string | null;
  readonly language: string | null;
}

/** A document with entries. */
export interface Feed {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** The page the feed belongs to. */
  readonly home: string | null;
  readonly language: string | null;
  /** WebSub hubs, and the topic address to name to them. */
  readonly hubs: readonly string[];
  readonly self: string | null;
  /** How long the publisher asks to wait before coming again. */
  readonly waitMs: number | null;
  /** The next page of a paged feed. */
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
  /** Sitemaps that a sitemap index names. */
  readonly sitemaps: readonly { readonly url: string; readonly modified: FeedDate | null }[];
  readonly faults: readonly FeedFault[];
}

/** Why a document gives no feed. */
export type FeedRefusal =
  | "empty"
  /** A web page; its links may lead to a feed. */
  | "html"
  /** Neither XML nor JSON with entries. */
  | "not-a-feed"
  | "opml"
  | "too-large"
  /** Packed, and the packing is damaged. */
  | "bad-packing"
  /** Packed so that it unpacks to more than is read. */
  | "packing-bomb"
  /** It declares entities made of entities, or of files. */
  | "entity-declarations"
  /** Elements within elements beyond any feed's need. */
  | "too-deep";

export type FeedReading =
  | { readonly ok: true; readonly feed: Feed }
  | { readonly ok: false; readonly reason: FeedRefusal; readonly detail: string };

/** Bounds of what is read. */
export interface FeedLimits {
  readonly maxBytes: number;
  readonly maxEntries: number;
  readonly maxDepth: number;
  readonly maxFieldLength: number;
  readonly maxFieldsPerEntry: number;
}

/** A feed of a hundred thousand entries or fifty megabytes is read; beyond, no feed is honest. */
export const FEED_LIMITS: FeedLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxEntries: 100_000,
  maxDepth: 256,
  maxFieldLength: 2_000_000,
  maxFieldsPerEntry: 500,
};
