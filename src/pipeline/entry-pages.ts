import { createHash } from "node:crypto";
import { type Feed, type FeedEntry, toEntryKeys } from "../feed/index.ts";
import {
  NEW_PAGE,
  type Original,
  type PageTask,
  parseInstant,
  type Source,
} from "../model/index.ts";
import type { FoundPage, SourceRecord } from "../store/index.ts";
import { toHint } from "./page-article.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A sitemap lists years; what is older than this when it is first seen is no news. */
const OLDEST_MS = 7 * DAY_MS;
/** Of a sitemap that gives no dates, so many are fetched when it is first seen. */
const MOST_UNDATED = 100;

/** When an entry appeared, or was last changed. */
export function instantOf({ published, modified }: FeedEntry): number | null {
  return parseInstant((published ?? modified)?.at ?? "");
}

/** The pages that a feed tells of. Of a sitemap of pages only the fresh ones. */
export function toPages(
  entries: readonly FeedEntry[],
  feed: Pick<Feed, "kind">,
  { source, poll }: SourceRecord,
  original: Original,
  now: number,
): FoundPage[] {
  const isSitemap = feed.kind === "sitemap" || feed.kind === "sitemap-index";
  const fresh = isSitemap ? entries.filter((entry) => isNews(entry, now)) : entries;
  const keys = toEntryKeys(fresh);
  const undated = fresh.filter((entry) => instantOf(entry) === null);
  // Those beyond are only taken note of, so that later ones are known to be new.
  const old = new Set(isSitemap && poll.polls === 0 ? undated.slice(MOST_UNDATED) : []);
  const pages = new Map<string, FoundPage>();
  for (const [at, entry] of fresh.entries()) {
    const page = toPage(entry, keys[at] ?? null, source, isSitemap, original);
    if (page === null || pages.has(page.id)) continue;
    const state = old.has(entry) ? "done" : "waiting";
    pages.set(page.id, {
      page: { ...page, state },
      host: new URL(page.url).host,
      modified: toModified(entry, page),
    });
  }
  return [...pages.values()];
}

/** A sitemap of news has titles, and its outlet chooses what is news; one of pages has years of them. */
function isNews(entry: FeedEntry, now: number): boolean {
  if (entry.title !== null) return true;
  const instant = instantOf(entry);
  return instant === null || now - instant <= OLDEST_MS;
}

/** What tells one state of an entry from another: its date, and its text where the feed has it. */
function toModified({ modified, published }: FeedEntry, { hint }: PageTask): string | null {
  const date = (modified ?? published)?.at ?? null;
  if (hint.fullText === null) return date;
  const hash = createHash("sha256").update(`${hint.title}\n${hint.fullText}`).digest("base64url");
  return `${date ?? ""}#${hash}`;
}

function toPage(
  entry: FeedEntry,
  key: string | null,
  source: Source,
  isSitemap: boolean,
  original: Original,
): PageTask | null {
  if (key === null) return null;
  const hint = toHint(entry, isSitemap ? "sitemap" : "feed");
  // Without an address of its own an entry is an article only when the feed gives it whole.
  if (entry.url === null && hint.fullText === null) return null;
  return {
    ...NEW_PAGE,
    id: entry.url === null ? `${source.id}#${key}` : key,
    url: entry.url ?? source.url,
    source: source.id,
    outlet: source.title,
    hint,
    original: hint.fullText === null ? null : original,
  };
}
