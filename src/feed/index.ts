/**
 * Bytes of feeds, sitemaps and lists of feeds to plain data, or the reason why not; and where a site may keep them.
 * `xml-reader` takes records out of XML in any state of repair, `entry` gives their fields a meaning, `identity` knows an entry again.
 * Invariants: never throws; time and memory are in proportion to the document and bounded; no entity is expanded but single
 * letters; an entry without a date stays without; every refusal has a reason.
 */

export { toAddress } from "./addresses.ts";
export { type FeedLink, findFeedLinks, findSitemapLines, listUsualPaths } from "./discover.ts";
export {
  FEED_LIMITS,
  type Feed,
  type FeedEntry,
  type FeedFault,
  type FeedKind,
  type FeedLimits,
  type FeedReading,
  type FeedRefusal,
} from "./feed.ts";
export { type FeedDate, parseFeedDate } from "./feed-date.ts";
export { findFullText } from "./full-text.ts";
export { toEntryKeys, toPageKey } from "./identity.ts";
export { findHubLinks, type HubLinks } from "./link-header.ts";
export { type OpmlFeed, type OpmlReading, parseOpml, toOpml } from "./opml.ts";
export { type FeedInput, parseFeed } from "./read-feed.ts";
