import { createHash } from "node:crypto";
import { type Feed, findHubLinks, parseFeed } from "../feed/index.ts";
import {
  type FetchedResponse,
  type FetchOutcome,
  parseRetryAfter,
  type Validators,
} from "../fetch/index.ts";
import type { Poll } from "../model/index.ts";
import type { FoundPage, SourceRecord } from "../store/index.ts";
import type { CollectWorld } from "./collect-world.ts";
import { toPages } from "./entry-pages.ts";
import { nextAfterFailure, nextAfterSuccess } from "./poll-schedule.ts";
import { toRhythm } from "./rhythm.ts";
import { keepSubscription } from "./websub.ts";

const FEED_ACCEPT =
  "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";
const DAY_MS = 24 * 60 * 60 * 1000;
/** A condition is left out once a day, to find out servers that say "not modified" of everything. */
const WHOLE_EVERY_MS = DAY_MS;
const MOST_SITEMAPS = 5;
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

function toValidators(
  { etag, lastModified, wholeAt, validatorsLie }: Poll,
  now: number,
): Validators | null {
  if (validatorsLie || wholeAt === null || now - Date.parse(wholeAt) > WHOLE_EVERY_MS) return null;
  return etag === null && lastModified === null ? null : { etag, lastModified };
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
    return toUnchanged(moved, record.poll, "not-modified", world);
  }
  if (status !== 200) {
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
    return toUnchanged(record, poll, "unchanged", world);
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
  const inner = await readSitemaps(feed, world, signal);
  const entries = [...feed.entries, ...inner.flatMap((one) => one.entries)];
  const now = world.now().getTime();
  const title = source.title ?? feed.title ?? titleOf(inner);
  const titled = { ...source, title, home: source.home ?? feed.home };
  const pages = toPages(entries, feed, { ...record, source: titled }, original, now);
  const next: Poll = {
    ...poll,
    ...toRhythm(record.poll, entries, pages, now),
    triedAt: response.fetchedAt,
    succeededAt: response.fetchedAt,
    failures: 0,
    fault: null,
    entries: entries.length,
    polls: poll.polls + 1,
    waitMs: feed.waitMs,
    ...toHubs(feed, response),
    ...(feed.kind === "sitemap-index" ? NEVER_UNCHANGED : {}),
  };
  const nextAt = nextAfterSuccess(next, now, world.random, world.quiet);
  return {
    row: { source: titled, poll: next, nextAt },
    pages,
    entries: entries.length,
    result: "changed",
  };
}

/** The server lies when a body that it says has one validator is not the body that had that validator before. */
function withValidators(
  before: Poll,
  { headers, fetchedAt }: FetchedResponse,
  bodyHash: string,
  isWhole: boolean,
): Poll {
  const etag = headers.get("etag") ?? null;
  const lastModified = headers.get("last-modified") ?? null;
  const isSame =
    (etag ?? lastModified) !== null && etag === before.etag && lastModified === before.lastModified;
  const lies = isSame && before.bodyHash !== null && before.bodyHash !== bodyHash;
  return {
    ...before,
    etag,
    lastModified,
    bodyHash,
    wholeAt:
      isWhole || before.wholeAt === null || bodyHash !== before.bodyHash
        ? fetchedAt
        : before.wholeAt,
    validatorsLie: before.validatorsLie || lies,
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

/** The latest sitemaps that an index names. One that fails is left out: it comes again with the next poll. */
async function readSitemaps(feed: Feed, world: CollectWorld, signal: AbortSignal): Promise<Feed[]> {
  const latest = [...feed.sitemaps]
    .sort((a, b) => (b.modified?.at ?? "").localeCompare(a.modified?.at ?? ""))
    .slice(0, MOST_SITEMAPS);
  const feeds: Feed[] = [];
  for (const { url } of latest) {
    const outcome = await world.fetcher.fetch({ url, accept: FEED_ACCEPT }, signal);
    if (!outcome.ok || outcome.response.status !== 200) continue;
    const { response } = outcome;
    await world.originals.keep(response);
    const contentType = response.headers.get("content-type") ?? null;
    const reading = parseFeed({ content: response.body, url: response.url, contentType });
    if (reading.ok) feeds.push(reading.feed);
  }
  return feeds;
}

const titleOf = (feeds: readonly Feed[]): string | null =>
  feeds.find(({ title }) => title !== null)?.title ?? null;

/** The text of an index may stay while the sitemaps that it names grow: it is read whole each time, and they with it. */
const NEVER_UNCHANGED: Pick<Poll, "etag" | "lastModified" | "bodyHash"> = {
  etag: null,
  lastModified: null,
  bodyHash: null,
};

/** What a response says of its hubs counts over what the feed in it does. Without its own address there is nothing to subscribe to. */
function toHubs(feed: Feed, { rawHeaders, url }: FetchedResponse): Pick<Poll, "hubs" | "topic"> {
  const links = findHubLinks(rawHeaders, url);
  return {
    hubs: links.hubs.length > 0 ? links.hubs : feed.hubs,
    topic: links.self ?? feed.self,
  };
}
