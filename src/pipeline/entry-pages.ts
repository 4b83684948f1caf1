import { createHash } from "node:crypto";
import { type Feed, type FeedEntry, findFullText, toEntryKeys } from "../feed/index.ts";
import {
  NEW_PAGE,
  type Original,
  type PageHint,
  type PageTask,
  type Poll,
  parseInstant,
  type Source,
} from "../model/index.ts";
import type { FoundPage } from "../store/index.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A sitemap lists years; what is older than this when it is first seen is no news. */
const OLDEST_MS = 7 * DAY_MS;
/** Of entries without a date, so many are fetched when a sitemap is first seen. */
const MOST_UNDATED = 100;

/** What a feed says of a page. */
export function toHint(entry: FeedEntry, kind: "feed" | "sitemap"): PageHint {
  const { title, author, source, published, keywords, language } = entry;
  return {
    title,
    author,
    source,
    published: published === null ? null : { ...published, from: kind },
    keywords,
    language,
    fullText: findFullText(entry),
  };
}

/** When an entry appeared, or was last changed. */
export function instantOf({ published, modified }: FeedEntry): number | null {
  return parseInstant((published ?? modified)?.at ?? "");
}

/** What entries without a date are, where a sitemap lists years of them: news; news in the first hundred; none. Those beyond are only taken note of, or passed over. */
export type Undated = "news" | "first-hundred" | "noted" | "passed-over";

/** What the entries of a feed, or of one sitemap, are read as. */
export interface Listing extends Pick<Feed, "kind" | "entries"> {
  readonly undated: Undated;
}

/** A feed, or a sitemap, as it is read when it is polled. */
export const toListing = (
  { kind, entries }: Pick<Feed, "kind" | "entries">,
  poll: Poll,
): Listing => ({
  kind,
  entries,
  undated: isSitemap(kind) && poll.succeededAt === null ? "first-hundred" : "news",
});

const isSitemap = (kind: Feed["kind"]): boolean => kind === "sitemap" || kind === "sitemap-index";

const MOST_NEWS: Readonly<Record<Undated, number>> = {
  news: Number.POSITIVE_INFINITY,
  "first-hundred": MOST_UNDATED,
  noted: 0,
  "passed-over": 0,
};

/** The pages that a feed tells of. Of a sitemap of pages only the fresh ones. */
export function toPages(
  { kind, entries, undated }: Listing,
  source: Source,
  original: Original,
  now: number,
): FoundPage[] {
  const fresh = isSitemap(kind) ? entries.filter((entry) => isNews(entry, now, undated)) : entries;
  const keys = toEntryKeys(fresh);
  const dateless = fresh.filter((entry) => instantOf(entry) === null);
  const old = new Set(dateless.slice(MOST_NEWS[undated]));
  const pages = new Map<string, FoundPage>();
  for (const [at, entry] of fresh.entries()) {
    const page = toPage(entry, keys[at] ?? null, source, kind, original);
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
function isNews(entry: FeedEntry, now: number, undated: Undated): boolean {
  const instant = instantOf(entry);
  if (instant === null && undated === "passed-over") return false;
  return entry.title !== null || instant === null || now - instant <= OLDEST_MS;
}

/** Whether a sitemap lists something that is dated and fresh. */
export const hasNews = ({ entries }: Feed, now: number): boolean =>
  entries.some((entry) => {
    const instant = instantOf(entry);
    return instant !== null && now - instant <= OLDEST_MS;
  });

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
  kind: Feed["kind"],
  original: Original,
): PageTask | null {
  if (key === null) return null;
  const hint = toHint(entry, isSitemap(kind) ? "sitemap" : "feed");
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
