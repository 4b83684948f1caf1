import { createHash } from "node:crypto";
import { type Feed, parseFeed } from "../feed/index.ts";
import type { ChildSitemap } from "../model/index.ts";
import type { CollectWorld } from "./collect-world.ts";
import { toValidators, withValidators } from "./validators.ts";

const ACCEPT = "application/xml, text/xml;q=0.9, */*;q=0.5";
const MOST_SITEMAPS = 5;

/** What the sitemaps of an index came to. */
export interface ChildReading {
  /** All of them, with what is known now. */
  readonly children: readonly ChildSitemap[];
  /** Those that were not as before. */
  readonly feeds: readonly Feed[];
  /** Why, when none could be read. */
  readonly fault: { readonly reason: string; readonly detail: string } | null;
}

const NEVER_READ: Omit<ChildSitemap, "url"> = {
  etag: null,
  lastModified: null,
  bodyHash: null,
  wholeAt: null,
  validatorsLie: false,
  entries: 0,
};

/** The latest sitemaps that an index names, with what is known of them from before. */
export function toChildren(feed: Feed, before: readonly ChildSitemap[]): readonly ChildSitemap[] {
  return [...feed.sitemaps]
    .sort((a, b) => (b.modified?.at ?? "").localeCompare(a.modified?.at ?? ""))
    .slice(0, MOST_SITEMAPS)
    .map(({ url }) => before.find((one) => one.url === url) ?? { url, ...NEVER_READ });
}

/** Asks for each whether it has changed, and reads those that have. One that fails stays as it was: it comes again with the next poll. */
export async function readChildren(
  before: readonly ChildSitemap[],
  world: CollectWorld,
  signal: AbortSignal,
): Promise<ChildReading> {
  const children: ChildSitemap[] = [];
  const feeds: Feed[] = [];
  const faults: { readonly reason: string; readonly detail: string }[] = [];
  for (const child of before) {
    const read = await readChild(child, world, signal);
    children.push(read.child);
    if (read.feed !== null) feeds.push(read.feed);
    if (read.fault !== null) faults.push(read.fault);
  }
  const none = faults.length === before.length;
  return { children, feeds, fault: none ? (faults[0] ?? null) : null };
}

interface OneRead {
  readonly child: ChildSitemap;
  readonly feed: Feed | null;
  readonly fault: ChildReading["fault"];
}

async function readChild(
  before: ChildSitemap,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<OneRead> {
  const same: OneRead = { child: before, feed: null, fault: null };
  const validators = toValidators(before, world.now().getTime());
  const outcome = await world.fetcher.fetch(
    { url: before.url, accept: ACCEPT, ...(validators === null ? {} : { validators }) },
    signal,
  );
  if (!outcome.ok) return { ...same, fault: outcome };
  const { response } = outcome;
  if (response.status === 304) {
    await world.originals.keepRevisit(response);
    return same;
  }
  if (response.status !== 200) {
    const detail = `the server answered ${response.status} for ${before.url}`;
    return { ...same, fault: { reason: `status-${response.status}`, detail } };
  }
  const bodyHash = createHash("sha256").update(response.body).digest("base64url");
  const child = withValidators(before, response, bodyHash, validators === null);
  if (bodyHash === before.bodyHash) {
    await world.originals.keepRevisit(response);
    return { ...same, child };
  }
  await world.originals.keep(response);
  const contentType = response.headers.get("content-type") ?? null;
  const reading = parseFeed({ content: response.body, url: response.url, contentType });
  if (!reading.ok) return { ...same, fault: reading };
  const { feed } = reading;
  return { child: { ...child, entries: feed.entries.length }, feed, fault: null };
}
