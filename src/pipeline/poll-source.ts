import { createHash } from "node:crypto";
import { type Feed, findHubLinks, parseFeed } from "../feed/index.ts";
import {
  type FetchedResponse,
  type FetchOutcome,
  isAnswered,
  parseRetryAfter,
} from "../fetch/index.ts";
import type { Original, Poll } from "../model/index.ts";
import type { FoundPage, SourceRecord } from "../store/index.ts";
import { nameSitemaps, toKnown } from "./choose-sitemap.ts";
import type { CollectWorld } from "./collect-world.ts";
import { toListing, toPages } from "./entry-pages.ts";
import { nextAfterFailure, nextAfterSuccess } from "./poll-schedule.ts";
import { type ChildReading, readChildren } from "./poll-sitemaps.ts";
import { toLatest, toRhythm } from "./rhythm.ts";
import { toValidators, withValidators } from "./validators.ts";
import { keepSubscription } from "./websub.ts";

const FEED_ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
const GONE = 410;

/** Fetches a source and saves what it came to: the poll, the pages found, when to come again. */
export async function pollSource(
  record: SourceRecord,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now();
  const { source, poll } = record;
  const validators = toValidators(poll, world.now().getTime());
  const outcome = await world.fetcher.fetch(
    { url: source.url, accept: FEED_ACCEPT, ...(validators === null ? {} : { validators }) },
    signal,
  );
  // What was stopped says nothing of the source; it is still due.
  if (signal.aborted) return;
  const result = await readOutcome(record, outcome, validators === null, world, signal);
  if (signal.aborted) return;
  const now = world.now().getTime();
  const found = await world.store.collection.savePoll(result.row, result.pages, now);
  world.onEvent({
    kind: "poll",
    source: source.id,
    result: result.result,
    entries: result.entries,
    found,
    bytes: outcome.ok ? outcome.response.raw.length : 0,
    ms: Math.round(performance.now() - started),
    reason: result.row.poll.fault?.reason ?? null,
    detail: result.row.poll.fault?.detail ?? null,
  });
  if (result.result !== "failed") await keepSubscription(result.row, world, signal);
}

interface PollResult {
  readonly row: SourceRecord;
  readonly pages: readonly FoundPage[];
  readonly entries: number;
  readonly result: "changed" | "unchanged" | "not-modified" | "failed";
}

async function readOutcome(
  record: SourceRecord,
  outcome: FetchOutcome,
  isWhole: boolean,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<PollResult> {
  if (!outcome.ok) return toFailed(record, outcome.reason, outcome.detail, null, world);
  const { response, movedTo } = outcome;
  const { status, headers } = response;
  const source = movedTo === null ? record.source : { ...record.source, url: movedTo };
  if (movedTo !== null) world.onEvent({ kind: "moved", source: source.id, to: movedTo });
  const moved = { ...record, source };
  if (status === 304) {
    await world.originals.keepRevisit(response);
    return readIndexAgain(moved, record.poll, "not-modified", world, signal);
  }
  if (!isAnswered(status)) {
    const wait = parseRetryAfter(headers.get("retry-after"), world.now());
    const failed = toFailed(
      moved,
      `status-${status}`,
      `the server answered ${status}`,
      wait,
      world,
    );
    return status === GONE ? toPaused(failed) : failed;
  }
  return readBody(moved, response, isWhole, world, signal);
}

async function readBody(
  record: SourceRecord,
  response: FetchedResponse,
  isWhole: boolean,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<PollResult> {
  const { source } = record;
  const bodyHash = createHash("sha256").update(response.body).digest("base64url");
  const poll = withValidators(record.poll, response, bodyHash, isWhole);
  if (bodyHash === record.poll.bodyHash && record.poll.fault === null) {
    await world.originals.keepRevisit(response);
    return readIndexAgain(record, poll, "unchanged", world, signal);
  }
  const original = await world.originals.keep(response);
  const reading = parseFeed({
    content: response.body,
    url: response.url,
    contentType: response.headers.get("content-type") ?? null,
  });
  if (!reading.ok)
    return toFailed({ ...record, poll }, reading.reason, reading.detail, null, world);
  const { feed } = reading;
  const sitemaps = nameSitemaps(toKnown(poll.children), feed, null, source.url);
  const inner = await readChildren(sitemaps, { ...record, poll }, world, signal);
  if (inner.fault !== null && feed.sitemaps.length > 0) {
    const { reason, detail } = inner.fault;
    const tried = { ...poll, bodyHash: null, children: inner.children };
    return toFailed({ ...record, poll: tried }, reason, detail, null, world);
  }
  const title = source.title ?? feed.title ?? titleOf(inner.feeds.map((one) => one.feed));
  const next: Poll = {
    ...poll,
    waitMs: feed.waitMs,
    ...toHubs(feed, response),
  };
  const named = { ...source, title, home: source.home ?? feed.home };
  return toChanged({ ...record, source: named, poll: next }, feed, inner, original, world);
}

/** The text of an index may stay while the sitemaps that it names grow: these are asked each time. */
async function readIndexAgain(
  record: SourceRecord,
  poll: Poll,
  result: "unchanged" | "not-modified",
  world: CollectWorld,
  signal: AbortSignal,
): Promise<PollResult> {
  if (poll.children.length === 0) return toUnchanged(record, poll, result, world);
  const named = { children: toKnown(poll.children), faults: [] };
  const inner = await readChildren(named, { ...record, poll }, world, signal);
  if (inner.fault !== null) {
    const tried = { ...poll, children: inner.children };
    return toFailed(
      { ...record, poll: tried },
      inner.fault.reason,
      inner.fault.detail,
      null,
      world,
    );
  }
  if (inner.feeds.length === 0) {
    return toUnchanged(record, { ...poll, children: inner.children }, result, world);
  }
  return toChanged({ ...record, poll }, INDEX, inner, NOWHERE, world);
}

const INDEX: Pick<Feed, "kind" | "entries"> = { kind: "sitemap-index", entries: [] };
/** No entry of a sitemap has its text in it. */
const NOWHERE: Original = { file: "", offset: 0, length: 0 };

function toChanged(
  { source, poll }: SourceRecord,
  feed: Pick<Feed, "kind" | "entries">,
  inner: ChildReading,
  original: Original,
  world: CollectWorld,
): PollResult {
  const now = world.now();
  const listings = [
    toListing(feed, poll),
    ...inner.feeds.map((one) => ({ ...one.feed, undated: one.undated })),
  ];
  const entries = listings.flatMap((one) => one.entries);
  const pages = listings.flatMap((one) => toPages(one, source, original, now.getTime()));
  const rhythm = toRhythm(poll, entries, pages, now.getTime());
  const isIndex = inner.children.length > 0;
  const next: Poll = {
    ...poll,
    ...rhythm,
    // Of an index only what changed was read; what was read before is still there.
    ...(isIndex ? { recent: toLatest([...new Set([...rhythm.recent, ...poll.recent])]) } : {}),
    triedAt: now.toISOString(),
    succeededAt: now.toISOString(),
    failures: 0,
    fault: null,
    children: inner.children,
    entries: inner.children.reduce((sum, child) => sum + child.entries, feed.entries.length),
    polls: poll.polls + 1,
  };
  const nextAt = nextAfterSuccess(next, now.getTime(), world.random, world.quiet);
  return {
    row: { source, poll: next, nextAt },
    pages,
    entries: entries.length,
    result: "changed",
  };
}

function toUnchanged(
  record: SourceRecord,
  before: Poll,
  result: "unchanged" | "not-modified",
  world: CollectWorld,
): PollResult {
  const now = world.now();
  const poll: Poll = {
    ...before,
    triedAt: now.toISOString(),
    succeededAt: now.toISOString(),
    failures: 0,
    fault: null,
    polls: before.polls + 1,
    unchanged: before.unchanged + 1,
  };
  const nextAt = nextAfterSuccess(poll, now.getTime(), world.random, world.quiet);
  return { row: { source: record.source, poll, nextAt }, pages: [], entries: poll.entries, result };
}

function toFailed(
  { source, poll: before }: SourceRecord,
  reason: string,
  detail: string,
  retryAfterMs: number | null,
  world: CollectWorld,
): PollResult {
  const now = world.now();
  const failures = before.failures + 1;
  const fault = { reason, detail, at: now.toISOString() };
  const poll: Poll = {
    ...before,
    triedAt: now.toISOString(),
    failures,
    fault,
    polls: before.polls + 1,
  };
  const nextAt = nextAfterFailure(failures, retryAfterMs, now.getTime(), world.random);
  return { row: { source, poll, nextAt }, pages: [], entries: 0, result: "failed" };
}

/** An outlet that says that a feed is gone for good is not asked again until someone wishes it. */
function toPaused(failed: PollResult): PollResult {
  const { row } = failed;
  return { ...failed, row: { ...row, source: { ...row.source, state: "paused" } } };
}

const titleOf = (feeds: readonly Feed[]): string | null =>
  feeds.find(({ title }) => title !== null)?.title ?? null;

/** What a response says of its hubs counts over what the feed in it does. Without its own address there is nothing to subscribe to. */
function toHubs(feed: Feed, { rawHeaders, url }: FetchedResponse): Pick<Poll, "hubs" | "topic"> {
  const links = findHubLinks(rawHeaders, url);
  return {
    hubs: links.hubs.length > 0 ? links.hubs : feed.hubs,
    topic: links.self ?? feed.self,
  };
}
