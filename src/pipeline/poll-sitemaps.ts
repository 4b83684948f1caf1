import { createHash } from "node:crypto";
import { type Feed, parseFeed } from "../feed/index.ts";
import { isAnswered } from "../fetch/index.ts";
import type { ChildSitemap } from "../model/index.ts";
import type { SourceRecord } from "../store/index.ts";
import { chooseSitemap, type NamedSitemaps, nameSitemaps } from "./choose-sitemap.ts";
import type { CollectWorld } from "./collect-world.ts";
import { hasNews, type Undated } from "./entry-pages.ts";
import { toValidators, withValidators } from "./validators.ts";

const ACCEPT = "application/xml, text/xml;q=0.9, */*;q=0.5";
/** Read in one poll; the others have their turn in the next ones. */
const MOST_READ = 8;

/** A sitemap that was not as before, and what its entries without a date are. */
export interface ReadSitemap {
  readonly feed: Feed;
  readonly undated: Undated;
}

interface ReadFault {
  readonly reason: string;
  readonly detail: string;
}

/** What the sitemaps of an index came to. */
export interface ChildReading {
  /** All of them, with what is known now. */
  readonly children: readonly ChildSitemap[];
  readonly feeds: readonly ReadSitemap[];
  /** Why, when none could be read. */
  readonly fault: ReadFault | null;
}

/**
 * Asks of sitemaps, one after the other, whether they have changed, and reads those that have; an index among them names more.
 * One that fails stays as it was: it comes again with the next poll.
 */
export async function readChildren(
  named: NamedSitemaps,
  { source, poll }: SourceRecord,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<ChildReading> {
  const faults: ReadFault[] = [...named.faults];
  const feeds: ReadSitemap[] = [];
  const read = new Set<string>();
  let children = named.children;
  let answers = 0;
  while (read.size < MOST_READ && !signal.aborted) {
    const child = chooseSitemap(children, read, world.now().getTime());
    if (child === null) break;
    read.add(child.url);
    const result = await readChild(child, world, signal);
    const { known, undated } = toNoted(child, result, poll.succeededAt === null);
    const after = withRead(children, known, result.feed, source.url);
    children = after.children;
    faults.push(...(result.fault === null ? [] : [result.fault]), ...after.faults);
    if (result.fault === null && !known.isIndex) answers += 1;
    if (result.feed !== null && !known.isIndex) feeds.push({ feed: result.feed, undated });
  }
  for (const { reason, detail } of faults)
    world.onEvent({ kind: "sitemap", source: source.id, reason, detail });
  return { children, feeds, fault: answers === 0 ? (faults[0] ?? null) : null };
}

/** Puts a sitemap that was read in its place, and what it names when it is an index. */
function withRead(
  children: readonly ChildSitemap[],
  known: ChildSitemap,
  feed: Feed | null,
  root: string,
): NamedSitemaps {
  const all = children.map((one) => (one.url === known.url ? known : one));
  if (feed === null || !known.isIndex) return { children: all, faults: [] };
  return nameSitemaps(all, feed, known.url, root);
}

/** What its entries without a date are, and whether they are taken note of now. */
function toNoted(
  before: ChildSitemap,
  { child, feed }: OneRead,
  isFirstPoll: boolean,
): { readonly known: ChildSitemap; readonly undated: Undated } {
  const undated = toUndated(before, isFirstPoll);
  const isNoted = feed === null ? before.isNoted : undated !== "passed-over";
  return { known: { ...child, isNoted }, undated };
}

/** An old sitemap whose turn comes late lists what is no news; what it lists when it has changed is taken note of, and news what is more than that. */
function toUndated({ bodyHash, isLater, isNoted }: ChildSitemap, isFirstPoll: boolean): Undated {
  if (isNoted) return "news";
  if (bodyHash === null) return isFirstPoll || isLater ? "first-hundred" : "passed-over";
  return "noted";
}

interface OneRead {
  readonly child: ChildSitemap;
  readonly feed: Feed | null;
  readonly fault: ReadFault | null;
}

async function readChild(
  before: ChildSitemap,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<OneRead> {
  const now = world.now();
  const asked = { ...before, readAt: now.toISOString() };
  const failed = (fault: ReadFault): OneRead => ({ child: asked, feed: null, fault });
  const same = { ...asked, readModified: before.modified };
  const validators = toValidators(before, now.getTime());
  const outcome = await world.fetcher.fetch(
    { url: before.url, accept: ACCEPT, ...(validators === null ? {} : { validators }) },
    signal,
  );
  if (!outcome.ok) return failed(outcome);
  const { response } = outcome;
  if (response.status === 304) {
    await world.originals.keepRevisit(response);
    return { child: same, feed: null, fault: null };
  }
  if (!isAnswered(response.status)) {
    const detail = `the server answered ${response.status} for ${before.url}`;
    return failed({ reason: `status-${response.status}`, detail });
  }
  const bodyHash = createHash("sha256").update(response.body).digest("base64url");
  const child = withValidators(same, response, bodyHash, validators === null);
  if (bodyHash === before.bodyHash) {
    await world.originals.keepRevisit(response);
    return { child, feed: null, fault: null };
  }
  await world.originals.keep(response);
  const contentType = response.headers.get("content-type") ?? null;
  const reading = parseFeed({ content: response.body, url: response.url, contentType });
  if (!reading.ok) return failed(reading);
  const { feed } = reading;
  const isIndex = feed.kind === "sitemap-index";
  const isLiving = before.bodyHash !== null || before.isLater || hasNews(feed, now.getTime());
  const changedAt = isLiving ? asked.readAt : null;
  return {
    child: { ...child, isIndex, changedAt, entries: feed.entries.length },
    feed,
    fault: null,
  };
}
