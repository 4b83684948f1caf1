import type { Published } from "./article.ts";

/** A feed or sitemap that is read again and again. `id` is the address it was added by. */
export interface Source {
  readonly id: string;
  /** Where it is now: a permanent redirect moves it. */
  readonly url: string;
  readonly kind: "feed" | "sitemap";
  /** The outlet's name, which its reports bear. */
  readonly title: string | null;
  readonly home: string | null;
  readonly country: string | null;
  /** Names of the folders it is in, outermost first. */
  readonly folder: readonly string[];
  readonly state: "active" | "paused";
  /** ISO 8601 UTC. */
  readonly addedAt: string;
}

/** Why something could not be fetched or read. `reason` is from a closed set of the folder that gave it. */
export interface Fault {
  readonly reason: string;
  readonly detail: string;
  readonly at: string;
}

/** What a document that is fetched again and again was when it was last fetched. */
export interface Validated {
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Hash of the last whole body. */
  readonly bodyHash: string | null;
  /** When the body was last fetched without a condition. */
  readonly wholeAt: string | null;
  /** The server said "not modified" of a body that had changed: no condition is put to it any more. */
  readonly validatorsLie: boolean;
}

/** A sitemap that an index names, which may be an index itself. Times are ISO 8601 UTC. */
export interface ChildSitemap extends Validated {
  readonly url: string;
  /** The index among these that names it; null when the source itself does. */
  readonly within: string | null;
  readonly isIndex: boolean;
  /** When it was last changed, as the index says, now and when it was last read. */
  readonly modified: string | null;
  readonly readModified: string | null;
  readonly readAt: string | null;
  /** When it was last found to be other than before. */
  readonly changedAt: string | null;
  readonly entries: number;
  /** Whether it was named after its index had been read before: it was made since. */
  readonly isLater: boolean;
  /** Whether its entries without a date are taken note of, so that a new one is known to be new. */
  readonly isNoted: boolean;
}

/** What fetching a source has come to. Times are ISO 8601 UTC. */
export interface Poll extends Validated {
  readonly triedAt: string | null;
  readonly succeededAt: string | null;
  /** Failures since the last success. */
  readonly failures: number;
  readonly fault: Fault | null;
  /** Publication times of its latest entries, newest first. */
  readonly recent: readonly string[];
  /** How long after its own publication time each of the latest entries was seen, in milliseconds. */
  readonly lateness: readonly number[];
  readonly entries: number;
  readonly polls: number;
  readonly unchanged: number;
  /** What the publisher asks to wait. */
  readonly waitMs: number | null;
  readonly hubs: readonly string[];
  /** The address to name to the hubs. */
  readonly topic: string | null;
  /** Of an index: the sitemaps in it, and in the indexes in it. */
  readonly children: readonly ChildSitemap[];
}

/** A source that has never been fetched. */
export const NEVER_POLLED: Poll = {
  etag: null,
  lastModified: null,
  bodyHash: null,
  wholeAt: null,
  validatorsLie: false,
  triedAt: null,
  succeededAt: null,
  failures: 0,
  fault: null,
  recent: [],
  lateness: [],
  entries: 0,
  polls: 0,
  unchanged: 0,
  waitMs: null,
  hubs: [],
  topic: null,
  children: [],
};

/** What a feed says of a page before the page is fetched. */
export interface PageHint {
  readonly title: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly published: Published | null;
  readonly keywords: readonly string[];
  readonly language: string | null;
  /** The whole text as HTML, when the feed gives it; the page is then not fetched. */
  readonly fullText: string | null;
}

/** Where in the archive an original is: a record of a file. */
export interface Original {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** Where a page is kept as it once was. */
export interface EarlierOriginal {
  readonly original: Original;
  /** When it was received, ISO 8601 UTC. */
  readonly fetchedAt: string;
}

/** A page to fetch, or fetched and to be looked at again. */
export interface PageTask {
  /** The same for all addresses of one page. */
  readonly id: string;
  readonly url: string;
  readonly source: string | null;
  readonly outlet: string | null;
  readonly hint: PageHint;
  /** "aside": given up after several tries; "gone": the outlet deleted it. */
  readonly state: "waiting" | "done" | "aside" | "gone";
  /** Tries since the last success. */
  readonly tries: number;
  /** How often it has been looked at again. */
  readonly looks: number;
  readonly fault: Fault | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  readonly original: Original | null;
  /** What it was before the articles last changed, and before that, oldest first; left out when they never did. */
  readonly earlier?: readonly EarlierOriginal[];
  /** Ids of the articles it gave. */
  readonly articles: readonly string[];
  readonly fetchedAt: string | null;
  /** When it was found deleted. */
  readonly goneAt: string | null;
}

/** What is known of a page of which only the address is. */
export const NEW_PAGE: Omit<PageTask, "id" | "url"> = {
  source: null,
  outlet: null,
  hint: {
    title: null,
    author: null,
    source: null,
    published: null,
    keywords: [],
    language: null,
    fullText: null,
  },
  state: "waiting",
  tries: 0,
  looks: 0,
  fault: null,
  etag: null,
  lastModified: null,
  bodyHash: null,
  original: null,
  articles: [],
  fetchedAt: null,
  goneAt: null,
};
