import type { PageTask, Poll, Source, Subscription } from "../model/index.ts";

/** A source with what fetching it has come to. `nextAt` is in milliseconds since 1970. */
export interface SourceRecord {
  readonly source: Source;
  readonly poll: Poll;
  readonly nextAt: number;
}

/** A page as found in a feed. */
export interface FoundPage {
  readonly page: PageTask;
  readonly host: string;
  /** When the publisher says it was last changed, as written: another value makes a known page due again. */
  readonly modified: string | null;
}

export interface PageRow {
  readonly page: PageTask;
  /** When it is due, in milliseconds since 1970; null when never again. */
  readonly nextAt: number | null;
}

export interface SourceRow {
  readonly source: Source;
  readonly poll: Poll;
  readonly nextAt: number;
}

export interface NewSource {
  readonly source: Source;
  readonly host: string;
}

/** The right of one worker to fetch from a host for a while. */
export interface LeaseRequest {
  readonly owner: string;
  readonly now: number;
  readonly until: number;
  readonly limit: number;
}

export interface CollectionSize {
  readonly sources: number;
  readonly paused: number;
  readonly failing: number;
  readonly dueSources: number;
  readonly duePages: number;
  readonly done: number;
  readonly aside: number;
  readonly gone: number;
}

/**
 * What is fetched, from where, and when. The unit of the queue is a host: it is leased to one worker at a time, so that its
 * manners hold however many workers there are. A lease that is not given back ends by itself; every save may be repeated.
 */
export interface Collection {
  /** Adds sources, due at once. One that is known stays as it is. Says which were new. */
  addSources(sources: readonly NewSource[], now: number): Promise<readonly string[]>;
  sources(): Promise<readonly SourceRecord[]>;
  source(id: string): Promise<SourceRecord | null>;
  /** False when there is no such source. */
  setState(id: string, state: Source["state"], now: number): Promise<boolean>;
  /**
   * Removes a source and its pages that were never fetched; the others are not looked at again. Articles stay, and what a hub was asked to
   * send until that is ended.
   */
  removeSource(id: string): Promise<boolean>;
  /** Makes every active source due. */
  hurry(now: number): Promise<void>;

  /** Hosts with something due, longest due first; none that another worker has or that is to be left alone for now. */
  leaseHosts(request: LeaseRequest): Promise<readonly string[]>;
  /** Who has leases. */
  leaseOwners(): Promise<readonly string[]>;
  /** Ends the leases of workers that are known to be dead, before their time. */
  dropLeases(owners: readonly string[]): Promise<void>;
  renewLeases(owner: string, until: number): Promise<void>;
  /** Gives a host back; it is left alone until `freeAt`. */
  releaseHost(owner: string, host: string, freeAt: number): Promise<void>;
  dueSources(host: string, now: number, limit: number): Promise<readonly SourceRecord[]>;
  duePages(host: string, now: number, limit: number): Promise<readonly PageTask[]>;
  /** When something is due next, whoever has leased it; null when nothing is. */
  nextDue(): Promise<number | null>;

  /**
   * Saves a poll with the pages it found, all or nothing. Says how many pages were new. A source that was paused meanwhile stays so; of one
   * that was removed nothing is saved.
   */
  savePoll(row: SourceRow, found: readonly FoundPage[], now: number): Promise<number>;
  /** A page whose source was removed meanwhile is kept when it gave articles, and never due. */
  savePages(rows: readonly PageRow[]): Promise<void>;
  /** Adds a page that another collection fetched. It is never due by itself. One that is known stays as it is. */
  adoptPage(page: PageTask, host: string): Promise<void>;
  page(id: string): Promise<PageTask | null>;
  /** The page that an article was read from. */
  pageOf(articleId: string): Promise<PageTask | null>;
  /** Pages that were given up, latest first. */
  aside(limit: number): Promise<readonly PageTask[]>;
  /** Makes pages that were given up due again; all of them when no ids are given. Says how many. */
  retry(ids: readonly string[] | "all", now: number): Promise<number>;
  size(now: number): Promise<CollectionSize>;

  /** What a hub is asked to send, by its source or by the token in its callback's address. */
  subscription(by: "source" | "token", value: string): Promise<Subscription | null>;
  /** All of them, also of sources that were removed. */
  subscriptions(): Promise<readonly Subscription[]>;
  /** Forgets that of a source. */
  dropSubscription(source: string): Promise<void>;
  /** There is one for a source at most. */
  saveSubscription(subscription: Subscription): Promise<void>;
}
