import { decode } from "../extract/index.ts";
import {
  type Feed,
  type FeedLink,
  findFeedLinks,
  listUsualPaths,
  type OpmlFeed,
  parseFeed,
  parseOpml,
} from "../feed/index.ts";
import { type Fetcher, isAnswered } from "../fetch/index.ts";

/** An address that was tried, with what it turned out to be. */
export interface TriedLink {
  readonly url: string;
  /** What pointed to it. */
  readonly from: FeedLink["from"] | "given" | "sitemap-index";
  readonly result:
    | {
        readonly ok: true;
        readonly kind: Feed["kind"];
        readonly title: string | null;
        readonly entries: number;
        /** Whether it says more of its entries than their addresses. */
        readonly isNews: boolean;
      }
    | { readonly ok: false; readonly reason: string; readonly detail: string };
}

/** A source that was chosen, and why. */
export interface ChosenSource {
  readonly url: string;
  readonly kind: "feed" | "sitemap";
  readonly title: string | null;
  readonly home: string | null;
  readonly why: "given" | "declared" | "linked" | "news-sitemap" | "usual-path" | "only-sitemap";
}

export type FoundSources =
  | {
      readonly kind: "sources";
      readonly chosen: readonly ChosenSource[];
      readonly tried: readonly TriedLink[];
    }
  | { readonly kind: "opml"; readonly feeds: readonly OpmlFeed[]; readonly passedOver: number }
  | { readonly kind: "failed"; readonly reason: string; readonly detail: string };

/** Addresses tried for one site. */
const MOST_TRIED = 14;

/** Looks for what can be read again and again at an address: a feed, a sitemap, a list of feeds, or a page that leads to them. */
export async function findSources(
  url: string,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<FoundSources> {
  const got = await get(url, fetcher, signal);
  if (!got.ok) return { kind: "failed", reason: got.reason, detail: got.detail };
  const reading = parseFeed({ content: got.body, url: got.url, contentType: got.contentType });
  if (reading.ok)
    return { kind: "sources", ...choose([toTried(url, "given", reading.feed)], null) };
  if (reading.reason === "opml") {
    const list = parseOpml(got.body, got.contentType);
    if (list.ok) return { kind: "opml", feeds: list.feeds, passedOver: list.passedOver };
    return { kind: "failed", reason: list.reason, detail: "the list of feeds cannot be read" };
  }
  if (reading.reason !== "html") {
    return { kind: "failed", reason: reading.reason, detail: reading.detail };
  }
  const html = decode(got.body, got.contentType ?? undefined).text;
  const tried = await tryLinks(await listLinks(html, got.url, fetcher, signal), fetcher, signal);
  return { kind: "sources", ...choose(tried, got.url) };
}

type Got =
  | {
      readonly ok: true;
      readonly url: string;
      readonly body: Uint8Array;
      readonly contentType: string | null;
    }
  | { readonly ok: false; readonly reason: string; readonly detail: string };

async function get(url: string, fetcher: Fetcher, signal: AbortSignal): Promise<Got> {
  const outcome = await fetcher.fetch({ url }, signal);
  if (!outcome.ok) return { ok: false, reason: outcome.reason, detail: outcome.detail };
  const { status, body, headers, url: at } = outcome.response;
  if (!isAnswered(status)) {
    return { ok: false, reason: `status-${status}`, detail: `the server answered ${status}` };
  }
  return { ok: true, url: at, body, contentType: headers.get("content-type") ?? null };
}

async function listLinks(
  html: string,
  url: string,
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<FeedLink[]> {
  const { sitemaps } = await fetcher.robots(url, signal);
  const named = sitemaps.map(
    (at): FeedLink => ({ url: at, title: null, kind: "sitemap", from: "robots" }),
  );
  const newsFirst = named.sort(
    (a, b) => Number(b.url.includes("news")) - Number(a.url.includes("news")),
  );
  return [...findFeedLinks(html, url), ...newsFirst, ...listUsualPaths(url)];
}

async function tryLinks(
  links: readonly FeedLink[],
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<TriedLink[]> {
  const tried: TriedLink[] = [];
  for (const link of links) {
    if (signal.aborted || tried.length >= MOST_TRIED) break;
    if (tried.some(({ url }) => url === link.url) || !isWanted(link, tried)) continue;
    tried.push(await tryLink(link.url, link.from, fetcher, signal));
  }
  return tried;
}

/** Usual paths are guesses: none is made once a feed (or, for sitemaps, a news sitemap) is found. */
function isWanted(link: FeedLink, tried: readonly TriedLink[]): boolean {
  const hasFeed = tried.some(isFeed);
  if (link.from === "link") return true;
  if (link.kind === "feed") return !hasFeed;
  return link.from === "robots" || !(hasFeed || tried.some(isSitemap));
}

async function tryLink(
  url: string,
  from: TriedLink["from"],
  fetcher: Fetcher,
  signal: AbortSignal,
): Promise<TriedLink> {
  const got = await get(url, fetcher, signal);
  if (!got.ok) return { url, from, result: got };
  const reading = parseFeed({ content: got.body, url: got.url, contentType: got.contentType });
  if (!reading.ok) return { url, from, result: reading };
  return toTried(url, from, reading.feed);
}

function toTried(url: string, from: TriedLink["from"], feed: Feed): TriedLink {
  return {
    url,
    from,
    result: {
      ok: true,
      kind: feed.kind,
      title: feed.title,
      entries: feed.entries.length + feed.sitemaps.length,
      isNews: feed.entries.some(({ title, published }) => title !== null || published !== null),
    },
  };
}

const isSitemap = ({ result }: TriedLink): boolean =>
  result.ok && (result.kind === "sitemap" || result.kind === "sitemap-index");
const isFeed = (tried: TriedLink): boolean => tried.result.ok && !isSitemap(tried);

const WHY: Readonly<Record<TriedLink["from"], ChosenSource["why"]>> = {
  given: "given",
  link: "declared",
  anchor: "linked",
  robots: "news-sitemap",
  "usual-path": "usual-path",
  "sitemap-index": "news-sitemap",
};

/** The first feed, and a news sitemap beside it; a sitemap of everything only when there is nothing else. */
function choose(
  tried: readonly TriedLink[],
  home: string | null,
): { readonly chosen: readonly ChosenSource[]; readonly tried: readonly TriedLink[] } {
  const feed =
    tried.find((one) => isFeed(one) && one.result.ok && one.result.entries > 0) ??
    tried.find(isFeed);
  const news = tried.find((one) => isSitemap(one) && one.result.ok && one.result.isNews);
  const chosen = [feed, news].filter((one) => one !== undefined);
  const sitemap = tried.find(isSitemap);
  if (chosen.length > 0 || sitemap === undefined) {
    return { chosen: chosen.map((one) => toChosen(one, home, WHY[one.from])), tried };
  }
  const why = sitemap.from === "given" ? "given" : "only-sitemap";
  return { chosen: [toChosen(sitemap, home, why)], tried };
}

function toChosen(one: TriedLink, home: string | null, why: ChosenSource["why"]): ChosenSource {
  return {
    url: one.url,
    kind: isSitemap(one) ? "sitemap" : "feed",
    title: one.result.ok ? one.result.title : null,
    home,
    why,
  };
}
