/**
 * WebSub (the W3C Recommendation), the subscriber's side: a hub that a feed names is asked to send what is new; it asks back whether
 * we asked; then it sends. What it sends goes the way of a poll. Polling goes on beside it, for hubs fall silent without a word.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { parseFeed } from "../feed/index.ts";
import type { Subscription } from "../model/index.ts";
import type { Collection, SourceRecord } from "../store/index.ts";
import type { CollectEvent, CollectWorld } from "./collect-world.ts";
import { toListing, toPages } from "./entry-pages.ts";
import { nextAfterSuccess } from "./poll-schedule.ts";
import { toRhythm } from "./rhythm.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What is asked for; the hub decides. */
const LEASE_MS = 10 * DAY_MS;
const LONGEST_LEASE_MS = 365 * DAY_MS;
/** A lease is renewed when less than this is left of it, or less than half of a short one. */
const RENEW_BEFORE_MS = 3 * DAY_MS;
/** A hub that was asked and never asked back is asked again after this. */
const UNANSWERED_MS = 6 * HOUR_MS;
const REFUSED_MS = 7 * DAY_MS;
const TOKEN_BYTES = 24;
const SECRET_BYTES = 32;

/** Whether a hub is to be asked, for the first time or again. */
export function isSubscriptionDue(
  before: Subscription | null,
  hub: string,
  topic: string,
  now: number,
): boolean {
  if (before === null || before.hub !== hub || before.topic !== topic) return true;
  if (before.state === "ending") return true;
  const askedFor = now - Date.parse(before.askedAt);
  if (before.state === "refused") return askedFor > REFUSED_MS;
  if (before.state === "asked" || before.until === null) return askedFor > UNANSWERED_MS;
  const early = Math.min(RENEW_BEFORE_MS, (before.leaseMs ?? LEASE_MS) / 2);
  // A hub that does not answer a renewal is not asked at every poll.
  return Date.parse(before.until) - now < early && askedFor > Math.min(UNANSWERED_MS, early / 2);
}

/** Asks the hub of a source, when it has one and it is time. A hub that cannot be asked is a hub that refused. */
export async function keepSubscription(
  { source, poll }: SourceRecord,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<void> {
  const [hub] = poll.hubs;
  const { topic } = poll;
  if (world.callback === undefined || hub === undefined || topic === null) return;
  const { collection } = world.store;
  const before = await collection.subscription("source", source.id);
  const now = world.now();
  if (!isSubscriptionDue(before, hub, topic, now.getTime())) return;
  const asked = toAsked(before, source.id, hub, topic, now);
  // Saved first: many hubs ask back before they answer.
  await collection.saveSubscription(asked);
  const form = {
    "hub.callback": world.callback(asked.token),
    "hub.mode": "subscribe",
    "hub.topic": topic,
    "hub.lease_seconds": String(LEASE_MS / 1000),
    // Also without TLS: it then still keeps out whoever is not on the way between the two.
    "hub.secret": asked.secret,
  };
  const outcome = await world.fetcher.post({ url: hub, form }, signal);
  if (signal.aborted) return;
  const status = outcome.ok ? outcome.response.status : 0;
  if (status >= 200 && status < 300) return;
  const reason = outcome.ok ? `status-${status}` : outcome.reason;
  await collection.saveSubscription({ ...asked, state: "refused", reason });
}

function toAsked(
  before: Subscription | null,
  source: string,
  hub: string,
  topic: string,
  now: Date,
): Subscription {
  const askedAt = now.toISOString();
  // One that is renewed keeps its name, and goes on meanwhile.
  if (before?.hub === hub && before.topic === topic && before.state === "active") {
    return { ...before, askedAt };
  }
  return {
    source,
    token: randomBytes(TOKEN_BYTES).toString("base64url"),
    hub,
    topic,
    secret: randomBytes(SECRET_BYTES).toString("hex"),
    state: "asked",
    askedAt,
    until: null,
    leaseMs: null,
    reason: null,
    pushedAt: null,
  };
}

/**
 * Asks hubs to end what is sent of sources that are paused or removed. One that does not ask back is asked again until the lease
 * ends by itself; what it sends meanwhile is answered with "gone".
 */
export async function endSubscriptions(world: CollectWorld, signal: AbortSignal): Promise<void> {
  if (world.callback === undefined) return;
  const { collection } = world.store;
  for (const known of await collection.subscriptions()) {
    if (signal.aborted) return;
    const record = await collection.source(known.source);
    if (record?.source.state !== "active") await endSubscription(known, world, signal);
  }
}

async function endSubscription(
  known: Subscription,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<void> {
  const { collection } = world.store;
  const now = world.now();
  const isOver = known.until !== null && Date.parse(known.until) <= now.getTime();
  if (known.state === "refused" || isOver) {
    await collection.dropSubscription(known.source);
    return;
  }
  const askedFor = now.getTime() - Date.parse(known.askedAt);
  if (world.callback === undefined || (known.state === "ending" && askedFor < UNANSWERED_MS))
    return;
  const until = known.until ?? new Date(now.getTime() + LEASE_MS).toISOString();
  // Saved first: many hubs ask back before they answer.
  await collection.saveSubscription({
    ...known,
    state: "ending",
    askedAt: now.toISOString(),
    until,
  });
  const form = {
    "hub.callback": world.callback(known.token),
    "hub.mode": "unsubscribe",
    "hub.topic": known.topic,
  };
  const outcome = await world.fetcher.post({ url: known.hub, form }, signal);
  const isUnknown = outcome.ok && UNKNOWN_TO_HUB.has(outcome.response.status);
  if (isUnknown) await collection.dropSubscription(known.source);
}

const UNKNOWN_TO_HUB: ReadonlySet<number> = new Set([404, 410]);

/** What a hub is answered. */
export interface HubAnswer {
  readonly status: 200 | 202 | 404 | 410;
  readonly body: string;
}

const NO: HubAnswer = { status: 404, body: "" };

/** Answers a hub that asks whether we asked, or says that it will not. */
export async function answerHub(
  collection: Collection,
  token: string,
  query: URLSearchParams,
  now: Date,
): Promise<HubAnswer> {
  const known = await collection.subscription("token", token);
  if (known === null || query.get("hub.topic") !== known.topic) return NO;
  const mode = query.get("hub.mode");
  if (mode === "denied") {
    const reason = query.get("hub.reason") ?? "denied";
    await collection.saveSubscription({ ...known, state: "refused", reason });
    return { status: 200, body: "" };
  }
  const challenge = query.get("hub.challenge");
  if (mode === "unsubscribe" && known.state === "ending" && challenge !== null) {
    await collection.dropSubscription(known.source);
    return { status: 200, body: challenge };
  }
  if (mode !== "subscribe" || challenge === null || known.state === "ending") return NO;
  const leaseMs = toLeaseMs(query.get("hub.lease_seconds"));
  const until = new Date(now.getTime() + leaseMs).toISOString();
  await collection.saveSubscription({ ...known, state: "active", until, leaseMs, reason: null });
  return { status: 200, body: challenge };
}

function toLeaseMs(written: string | null): number {
  const seconds = Number(written ?? Number.NaN);
  return seconds > 0 ? Math.min(seconds * 1000, LONGEST_LEASE_MS) : LEASE_MS;
}

/** What a hub has sent. */
export interface PushedContent {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  /** The `X-Hub-Signature` field. */
  readonly signature: string | null;
}

const METHODS: ReadonlySet<string> = new Set(["sha1", "sha256", "sha384", "sha512"]);

/** Whether content was signed with the secret, by any method that WebSub knows. */
export function isSigned({ body, signature }: PushedContent, secret: string): boolean {
  const [method = "", written = ""] = (signature ?? "").split("=");
  if (!METHODS.has(method.toLowerCase())) return false;
  const expected = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(written, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Takes what a hub sends. What is not signed as agreed is received, as the Recommendation asks, and not read. */
export async function receivePush(
  world: CollectWorld,
  token: string,
  content: PushedContent,
): Promise<HubAnswer> {
  const { collection } = world.store;
  const known = await collection.subscription("token", token);
  const record = known === null ? null : await collection.source(known.source);
  if (known === null || record === null || record.source.state === "paused") {
    return { status: 410, body: "" };
  }
  const isGenuine = isSigned(content, known.secret);
  if (isGenuine) {
    await collection.saveSubscription({ ...known, pushedAt: world.now().toISOString() });
  }
  const taken = isGenuine
    ? await takeContent(world, known, content)
    : { result: "failed" as const, entries: 0, found: 0, reason: "bad-signature" };
  world.onEvent({
    kind: "push",
    source: known.source,
    bytes: content.body.length,
    ...taken,
  });
  return { status: 202, body: "" };
}

type Taken = Pick<
  Extract<CollectEvent, { kind: "push" }>,
  "result" | "entries" | "found" | "reason"
>;

async function takeContent(
  world: CollectWorld,
  { source: id, topic, hub }: Subscription,
  { body, contentType }: PushedContent,
): Promise<Taken> {
  const reading = parseFeed({ content: body, url: topic, contentType });
  if (!reading.ok) return { result: "failed", entries: 0, found: 0, reason: reading.reason };
  const { feed } = reading;
  const now = world.now();
  const rawHeaders = ["Content-Type", contentType ?? "application/xml", "X-Pushed-By", hub];
  const original = await world.originals.keep({
    url: topic,
    status: 200,
    rawHeaders,
    headers: new Map(),
    raw: body,
    body,
    fetchedAt: now.toISOString(),
  });
  // Read again only now: a poll may have been saved while the original was kept.
  const record = await world.store.collection.source(id);
  if (record === null) return { result: "failed", entries: 0, found: 0, reason: "no-source" };
  const pages = toPages(toListing(feed, record.poll), record.source, original, now.getTime());
  const poll = {
    ...record.poll,
    ...toRhythm(record.poll, feed.entries, pages, now.getTime()),
    succeededAt: now.toISOString(),
    failures: 0,
    fault: null,
  };
  const nextAt = nextAfterSuccess(poll, now.getTime(), world.random, world.quiet);
  const row = { source: record.source, poll, nextAt };
  const found = await world.store.collection.savePoll(row, pages, now.getTime());
  return { result: "changed", entries: feed.entries.length, found, reason: null };
}
