import { decodeHTML } from "entities";
import { Parser } from "htmlparser2";
import { toAddress } from "./addresses.ts";
import { toLine } from "./plain-text.ts";
import { USUAL_PATHS } from "./tables/usual-paths.ts";

/** An address where a feed or sitemap may be, and what points there. */
export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
  readonly kind: "feed" | "sitemap";
  readonly from: "link" | "anchor" | "robots" | "usual-path";
}

const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed|x-rss|x-atom)?\+?(?:xml|json)\b/iu;
const FEED_ADDRESS = /(?:(?:^|[/.?=_-])(?:rss2?|feeds?|atom|rdf)(?:[/.?=&_-]|$))|\.(?:rss|rdf)$/iu;
const COMMENTS = /comments?\b|تعليقات/iu;
const MOST_LINKS = 50;
const SITEMAP_LINE = /^\s{0,20}sitemap\s{0,20}:\s{0,20}(\S{1,2000})/gimu;

/** The feeds that a web page links to: those it declares first, then anchors that look like feeds. Feeds of comments come last. */
export function findFeedLinks(html: string, url: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  let base = url;
  const add = (href: string | undefined, title: string | null, from: FeedLink["from"]): void => {
    const address = toAddress(href, [base]);
    if (address === null || found.has(address) || found.size >= MOST_LINKS) return;
    found.set(address, { url: address, title, kind: "feed", from });
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const href = attributes["href"];
      if (href === undefined) return;
      if (name === "base") base = toAddress(href, [url]) ?? base;
      if (name === "link" && isFeedLink(attributes)) {
        add(href, toLine(decodeHTML(attributes["title"] ?? "")), "link");
      }
      if (name === "a" && FEED_ADDRESS.test(href))
        add(href, toLine(attributes["title"] ?? null), "anchor");
    },
  });
  parser.end(html);
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

function isFeedLink(attributes: Readonly<Record<string, string>>): boolean {
  const rel = (attributes["rel"] ?? "").toLowerCase();
  if (!rel.includes("alternate") && rel !== "feed") return false;
  return rel === "feed" || FEED_TYPE.test(attributes["type"] ?? "");
}

function rank({ url, title, from }: FeedLink): number {
  const isComments = COMMENTS.test(url) || COMMENTS.test(title ?? "");
  return (from === "link" ? 0 : 1) + (isComments ? 2 : 0);
}

/** The sitemaps that a robots.txt names; those of news first. */
export function findSitemapLines(robots: string, url: string): FeedLink[] {
  const found = new Map<string, FeedLink>();
  for (const [, written] of robots.matchAll(SITEMAP_LINE)) {
    const address = toAddress(written, [url]);
    if (address === null || found.size >= MOST_LINKS) continue;
    found.set(address, { url: address, title: null, kind: "sitemap", from: "robots" });
  }
  return [...found.values()].sort(
    (a, b) => Number(b.url.includes("news")) - Number(a.url.includes("news")),
  );
}

/** Where the feeds of a site usually are. */
export function listUsualPaths(url: string): FeedLink[] {
  return USUAL_PATHS.flatMap(([path, kind]) => {
    const address = toAddress(path, [url]);
    return address === null
      ? []
      : [{ url: address, title: null, kind, from: "usual-path" as const }];
  });
}
