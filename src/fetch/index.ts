/**
 * HTTP with manners and without danger: robots.txt, pauses between requests to one host, one name for all requests, limits of
 * time, size and redirects, and connections to the public internet only unless a host is named.
 * Invariants: the address that is judged is the one connected to; no cookie is kept; what fails is an outcome with a reason.
 */
export { createAddressGuard } from "./address-guard.ts";
export type { StandIns } from "./connector.ts";
export type { Validators } from "./exchange.ts";
export { createFetcher, type Fetcher, type FetcherOptions, type FetchRequest } from "./fetcher.ts";
export {
  type FetchedResponse,
  type FetchOutcome,
  type FetchRefusal,
  isAnswered,
} from "./outcome.ts";
export { parseRetryAfter } from "./retry-after.ts";
export { ROBOTS_NAME, type RobotsRules } from "./robots.ts";
export { unpackBody } from "./unpack-body.ts";
