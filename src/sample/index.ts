/**
 * The invented press of `samples/` as web sites: pages in ten templates, feeds and sitemaps of every kind, articles that appear,
 * are corrected and deleted over time, and faults on demand.
 * Invariant: pure; the time on the air is an argument, and whoever serves it brings the socket.
 */

export { FEED_PATHS } from "./feeds.ts";
export { type PressArticle, type PressFile, type PressOutlet, toOutlets } from "./press.ts";
export {
  createPress,
  PRESS_FAULTS,
  type PressFault,
  type PressOptions,
  type PressRequest,
  type PressResponse,
} from "./site.ts";
