import type { LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { createAddressGuard } from "./address-guard.ts";
import { createConnector, type StandIns } from "./connector.ts";
import { type Exchange, type ExchangeOutcome, exchange, type Validators } from "./exchange.ts";
import { createHostGate, type HostGate } from "./host-gate.ts";
import type { FetchedResponse, FetchOutcome, FetchRefusal } from "./outcome.ts";
import {
  MOST_ROBOTS_BYTES,
  type RobotsAnswer,
  type RobotsFault,
  type RobotsRules,
  toRobotsRules,
} from "./robots.ts";

export interface FetcherOptions {
  /** Names the program and how to reach who runs it. */
  readonly userAgent: string;
  readonly now: () => Date;
  /** Hosts that may be private: `localhost:8080`, `*.localhost:8080`, `10.0.0.7`. None by default. */
  readonly named?: readonly string[];
  readonly standIns?: StandIns;
  /** Between two requests to one host; 2 seconds by default. A host's crawl-delay counts when it is longer. */
  readonly pauseMs?: number;
  /** 30 seconds by default. */
  readonly totalMs?: number;
  /** 10 seconds by default. */
  readonly connectTimeoutMs?: number;
  /** 52 MB by default: what a feed may be. */
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  /** For tests of names that change their address. */
  readonly lookup?: LookupFunction;
}

export interface FetchRequest {
  readonly url: string;
  readonly accept?: string;
  readonly validators?: Validators;
  readonly maxBytes?: number;
}

export interface FormPost {
  readonly url: string;
  readonly form: Readonly<Record<string, string>>;
}

/** Fetches with manners. Failures are outcomes with reasons; nothing is thrown but mistakes. */
export interface Fetcher {
  fetch(request: FetchRequest, signal: AbortSignal): Promise<FetchOutcome>;
  /** Sends a form to a service that asks for it, such as a hub; robots.txt is not about that. */
  post(request: FormPost, signal: AbortSignal): Promise<FetchOutcome>;
  /** What the host of an address allows; asked at most once a day. */
  robots(url: string, signal: AbortSignal): Promise<RobotsRules>;
  close(): Promise<void>;
}

const PAUSE_MS = 2000;
const TOTAL_MS = 30_000;
const CONNECT_MS = 10_000;
const MAX_BYTES = 52_428_800;
const MAX_REDIRECTS = 10;
const MAX_HEADER_BYTES = 64 * 1024;
const KEEP_ALIVE_MS = 4000;
const MOST_ROBOTS = 20_000;
const ANYTHING = "*/*";

const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const REDIRECT: ReadonlySet<number> = new Set([...PERMANENT, 302, 303, 307]);

interface Manners {
  readonly options: FetcherOptions;
  readonly agent: Dispatcher;
  readonly gate: HostGate;
  readonly robots: Map<string, RobotsMemory>;
}

interface RobotsMemory {
  readonly rules: Promise<RobotsRules>;
  validTo: number;
}

/** A fetcher with its own connections, pauses and memory of robots.txt files. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { named = [], standIns, lookup, connectTimeoutMs = CONNECT_MS } = options;
  const connect = createConnector({
    guard: createAddressGuard(named),
    connectTimeoutMs,
    ...(standIns === undefined ? {} : { standIns }),
    ...(lookup === undefined ? {} : { lookup }),
  });
  const agent = new Agent({
    connect,
    connections: 2,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  });
  const gate = createHostGate(options.pauseMs ?? PAUSE_MS, () => performance.now());
  const manners: Manners = { options, agent, gate, robots: new Map() };
  return {
    fetch: (request, signal) => fetchPolitely(manners, request, signal),
    post: (request, signal) => postForm(manners, request, signal),
    robots: (url, signal) => robotsOf(manners, new URL(url), signal),
    close: () => agent.close(),
  };
}

function parseAddress(written: string, base?: string): URL | null {
  if (!URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.username = "";
  url.password = "";
  url.hash = "";
  return url;
}

const refuse = (reason: FetchRefusal, detail: string, url: string): FetchOutcome => ({
  ok: false,
  reason,
  detail,
  url,
});

async function fetchPolitely(
  manners: Manners,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  const start = parseAddress(request.url);
  if (start === null) return refuse("bad-address", "not an http or https address", request.url);
  const via: string[] = [];
  let url = start;
  let permanent = true;
  for (;;) {
    const rules = await robotsOf(manners, url, signal);
    if (rules.isAllowed(url.href) !== true) return refuseByRobots(rules, url);
    const found = await requestOnce(manners, url, request, signal);
    if (!found.ok) return refuse(found.reason, found.detail, url.href);
    const { response } = found;
    if (!REDIRECT.has(response.status)) {
      const movedTo = via.length > 0 && permanent ? url.href : null;
      return { ok: true, response, via, movedTo };
    }
    permanent &&= PERMANENT.has(response.status);
    via.push(url.href);
    const next = findNext(response, via, manners.options.maxRedirects ?? MAX_REDIRECTS);
    if (!(next instanceof URL)) return next;
    url = next;
  }
}

const MOST_REPLY_BYTES = 64 * 1024;
/** Redirects that keep the form; others make a GET of it, which says nothing to who is asked. */
const KEEPS_FORM: ReadonlySet<number> = new Set([307, 308]);

async function postForm(
  manners: Manners,
  { url: written, form }: FormPost,
  signal: AbortSignal,
): Promise<FetchOutcome> {
  let url = parseAddress(written);
  if (url === null) return refuse("bad-address", "not an http or https address", written);
  const via: string[] = [];
  for (;;) {
    const asked = { url: url.href, maxBytes: MOST_REPLY_BYTES };
    const found = await requestOnce(manners, url, asked, signal, form);
    if (!found.ok) return refuse(found.reason, found.detail, url.href);
    const { response } = found;
    if (!KEEPS_FORM.has(response.status)) return { ok: true, response, via, movedTo: null };
    via.push(url.href);
    const next = findNext(response, via, manners.options.maxRedirects ?? MAX_REDIRECTS);
    if (!(next instanceof URL)) return next;
    url = next;
  }
}

/** Where a redirect leads, or why it is not followed. */
function findNext(
  { url, headers }: FetchedResponse,
  via: readonly string[],
  maxRedirects: number,
): URL | FetchOutcome {
  const location = headers.get("location");
  const next = location === undefined ? null : parseAddress(location, url);
  if (next === null) return refuse("bad-redirect", "leads to no http or https address", url);
  if (via.includes(next.href)) return refuse("redirect-loop", `back to ${next.href}`, url);
  if (via.length <= maxRedirects) return next;
  return refuse("too-many-redirects", `${via.length} redirects`, url);
}

/** A host that could not be reached for its robots.txt has not been reached: the reason is the connection's. */
function refuseByRobots({ fault }: RobotsRules, url: URL): FetchOutcome {
  if (fault === null) return refuse("robots", "robots.txt forbids this address", url.href);
  return refuse(fault.reason, fault.detail, url.href);
}

function requestOnce(
  { options, agent, gate }: Manners,
  url: URL,
  { accept = ANYTHING, validators, maxBytes }: FetchRequest,
  signal: AbortSignal,
  form: FormPost["form"] | null = null,
): Promise<ExchangeOutcome> {
  const asked: Exchange = {
    url,
    accept,
    userAgent: options.userAgent,
    validators: validators ?? null,
    form,
    limits: {
      totalMs: options.totalMs ?? TOTAL_MS,
      maxBytes: maxBytes ?? options.maxBytes ?? MAX_BYTES,
    },
    now: options.now,
  };
  return gate
    .pass(url.host, () => exchange(agent, asked, signal), signal)
    .catch((error: unknown): ExchangeOutcome => {
      if (!signal.aborted) throw error;
      return { ok: false, reason: "aborted", detail: "asked to stop" };
    });
}

async function robotsOf(manners: Manners, url: URL, signal: AbortSignal): Promise<RobotsRules> {
  const { robots, options, gate } = manners;
  const known = robots.get(url.origin);
  if (known !== undefined && known.validTo > options.now().getTime()) return known.rules;
  if (robots.size > MOST_ROBOTS) robots.clear();
  const rules = askRobots(manners, url, signal).then((answer) =>
    toRobotsRules(`${url.origin}/robots.txt`, answer, options.now().getTime()),
  );
  // Remembered before it is answered, so that it is asked once however many wait for it.
  const memory = { rules, validTo: Number.POSITIVE_INFINITY };
  robots.set(url.origin, memory);
  const { validTo, crawlDelayMs } = await rules;
  // What was stopped was not answered, and must not be remembered as if it were.
  if (signal.aborted) robots.delete(url.origin);
  memory.validTo = validTo;
  gate.setPause(url.host, Math.max(options.pauseMs ?? PAUSE_MS, crawlDelayMs ?? 0));
  return rules;
}

/** Five redirects are followed, as RFC 9309 asks, on any host; beyond, there is no robots.txt. */
const ROBOTS_REDIRECTS = 5;

async function askRobots(manners: Manners, page: URL, signal: AbortSignal): Promise<RobotsAnswer> {
  let url: URL | null = new URL("/robots.txt", page.origin);
  for (let redirects = 0; url !== null && redirects <= ROBOTS_REDIRECTS; redirects += 1) {
    const asked = { url: url.href, accept: "text/plain, */*;q=0.5", maxBytes: MOST_ROBOTS_BYTES };
    const found: ExchangeOutcome = await requestOnce(manners, url, asked, signal);
    if (!found.ok) return found.reason === "too-large" ? NO_ROBOTS : unreachable(found);
    if (!REDIRECT.has(found.response.status)) return toRobotsAnswer(found.response);
    url = parseAddress(found.response.headers.get("location") ?? "", url.href);
  }
  return NO_ROBOTS;
}

const NO_ROBOTS: RobotsAnswer = { kind: "none" };

function unreachable({ reason, detail }: RobotsFault): RobotsAnswer {
  return { kind: "unreachable", fault: { reason, detail } };
}

function toRobotsAnswer({ status, body }: FetchedResponse): RobotsAnswer {
  if (status >= 500 || status === 429) {
    return unreachable({ reason: "robots-unreachable", detail: `robots.txt: status ${status}` });
  }
  if (status >= 400) return NO_ROBOTS;
  return { kind: "text", text: new TextDecoder().decode(body) };
}
