import { createHash } from "node:crypto";
import { toGoneNote } from "../archive/index.ts";
import {
  type FetchedResponse,
  type FetchRefusal,
  isAnswered,
  parseRetryAfter,
} from "../fetch/index.ts";
import type { Fault, PageTask } from "../model/index.ts";
import type { CollectEvent, CollectWorld } from "./collect-world.ts";
import type { Delivery } from "./intake.ts";
import { readFullText, readPage } from "./page-article.ts";
import { nextAfterFailure, nextLook } from "./poll-schedule.ts";

const PAGE_ACCEPT = "text/html, application/xhtml+xml, */*;q=0.3";
const MOST_PAGE_BYTES = 16 * 1024 * 1024;
/** After so many tries a page is set aside with its reason. */
export const MOST_TRIES = 5;
/** After so many answers of "not found" a page that was there is gone; one answer may be a mishap. */
const TRIES_UNTIL_GONE = 2;

type PageResult = Extract<CollectEvent, { kind: "page" }>["result"];

interface Outcome {
  readonly delivery: Omit<Delivery, "before">;
  readonly result: PageResult;
  readonly bytes: number;
}

/** Fetches a page and reads its articles. Null when it was stopped: the page is still due. */
export async function fetchPage(
  task: PageTask,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<Delivery | null> {
  const started = performance.now();
  const outcome = await toOutcome(task, world, signal);
  if (outcome === null || signal.aborted) return null;
  const { delivery, result, bytes } = outcome;
  const { fault } = delivery.row.page;
  world.onEvent({
    kind: "page",
    page: task.url,
    result,
    articles: delivery.articles.length,
    bytes,
    ms: Math.round(performance.now() - started),
    reason: fault?.reason ?? null,
    detail: fault?.detail ?? null,
  });
  return { ...delivery, before: task };
}

async function toOutcome(
  task: PageTask,
  world: CollectWorld,
  signal: AbortSignal,
): Promise<Outcome | null> {
  // A try was counted before it was made. More than can be made were: something ended each of them, and the process with it.
  if (task.tries > MOST_TRIES)
    return toFailed(task, "crashed", "every try ended the process", null, world);
  if (task.hint.fullText !== null) return readGiven(task, world);
  const { etag, lastModified } = task;
  const fetched = await world.fetcher.fetch(
    {
      url: task.url,
      accept: PAGE_ACCEPT,
      maxBytes: MOST_PAGE_BYTES,
      ...(etag === null && lastModified === null ? {} : { validators: { etag, lastModified } }),
    },
    signal,
  );
  if (signal.aborted) return null;
  if (!fetched.ok) return toFailed(task, fetched.reason, fetched.detail, null, world);
  return readResponse(task, fetched.response, world);
}

/** The text that the feed gave. The page is left alone, now and later: its wording of the text would look like a change. */
function readGiven(task: PageTask, world: CollectWorld): Outcome {
  const at = world.now().toISOString();
  const outcome = toRead(task, () => readFullText(task, at), at, 0, world);
  const { articles, row } = outcome.delivery;
  if (articles.length === 0) return outcome;
  const page = { ...row.page, hint: { ...task.hint, fullText: null } };
  return { ...outcome, delivery: { articles, row: { page, nextAt: null } } };
}

const NOT_THERE: ReadonlySet<number> = new Set([404, 410]);

async function readResponse(
  task: PageTask,
  response: FetchedResponse,
  world: CollectWorld,
): Promise<Outcome> {
  const { status, headers } = response;
  if (status === 304) {
    await world.originals.keepRevisit(response);
    return toLooked(task, "not-modified", 0, world);
  }
  if (!isAnswered(status)) {
    if (NOT_THERE.has(status) && task.articles.length > 0) return toMissing(task, status, world);
    const wait = parseRetryAfter(headers.get("retry-after"), world.now());
    return toFailed(task, `status-${status}`, `the server answered ${status}`, wait, world);
  }
  const bodyHash = createHash("sha256").update(response.body).digest("base64url");
  const bytes = response.raw.length;
  const seen: PageTask = {
    ...task,
    bodyHash,
    etag: headers.get("etag") ?? null,
    lastModified: headers.get("last-modified") ?? null,
  };
  if (bodyHash === task.bodyHash && task.articles.length > 0) {
    await world.originals.keepRevisit(response);
    return toLooked(seen, "unchanged", bytes, world);
  }
  const original = await world.originals.keep(response);
  const content = {
    body: response.body,
    contentType: headers.get("content-type") ?? null,
    url: response.url,
    fetchedAt: response.fetchedAt,
  };
  const kept = { ...seen, original };
  const template = await world.lessons?.of(content.url);
  return toRead(kept, () => readPage(task, content, template), response.fetchedAt, bytes, world);
}

/** Reads articles; a page on which our own code breaks is one page's failure, not the worker's. */
function toRead(
  task: PageTask,
  read: () => ReturnType<typeof readPage>,
  fetchedAt: string,
  bytes: number,
  world: CollectWorld,
): Outcome {
  let reading: ReturnType<typeof readPage>;
  try {
    reading = read();
  } catch (error) {
    return toFailed(
      task,
      "crash",
      error instanceof Error ? error.message : String(error),
      null,
      world,
    );
  }
  if (!reading.ok) return toFailed(task, reading.reason, "the page gives no article", null, world);
  const page: PageTask = {
    ...task,
    state: "done",
    tries: 0,
    looks: task.looks + 1,
    fault: null,
    articles: reading.articles.map(({ id }) => id),
    fetchedAt,
    goneAt: null,
  };
  const nextAt = nextLook(task.looks, world.now().getTime(), world.random);
  return {
    delivery: { articles: reading.articles, row: { page, nextAt } },
    result: "articles",
    bytes,
  };
}

function toLooked(
  task: PageTask,
  result: "not-modified" | "unchanged",
  bytes: number,
  world: CollectWorld,
): Outcome {
  const nextAt = nextLook(task.looks, world.now().getTime(), world.random);
  const page: PageTask = {
    ...task,
    state: "done",
    tries: 0,
    looks: task.looks + 1,
    fault: null,
    goneAt: null,
  };
  return { delivery: { articles: [], row: { page, nextAt } }, result, bytes };
}

/** A page that gave articles and is not there: gone when it is said twice. It is looked at once more later, for outlets take things back. */
async function toMissing(task: PageTask, status: number, world: CollectWorld): Promise<Outcome> {
  const now = world.now();
  const fault = toFault(`status-${status}`, `the server answered ${status}`, now);
  const isGone = task.tries >= TRIES_UNTIL_GONE || status === 410;
  if (!isGone) {
    const nextAt = nextAfterFailure(task.tries, null, now.getTime(), world.random);
    return {
      delivery: { articles: [], row: { page: { ...task, fault }, nextAt } },
      result: "failed",
      bytes: 0,
    };
  }
  const goneAt = task.goneAt ?? now.toISOString();
  // With the originals, so that whoever has only these knows it.
  if (task.goneAt === null) await world.originals.note(toGoneNote({ url: task.url, goneAt }));
  const page: PageTask = {
    ...task,
    state: "gone",
    tries: 0,
    looks: task.looks + 1,
    fault,
    goneAt,
  };
  const nextAt = nextLook(task.looks, now.getTime(), world.random);
  return { delivery: { articles: [], row: { page, nextAt } }, result: "gone", bytes: 0 };
}

const toFault = (reason: string, detail: string, now: Date): Fault => ({
  reason,
  detail,
  at: now.toISOString(),
});

/** Reasons that another try will not change. */
const FINAL: ReadonlySet<string> = new Set<FetchRefusal | string>([
  "bad-address",
  "robots",
  "private-address",
  "crashed",
  "status-410",
  "not-text",
]);

function toFailed(
  task: PageTask,
  reason: string,
  detail: string,
  retryAfterMs: number | null,
  world: CollectWorld,
): Outcome {
  const now = world.now();
  const fault = toFault(reason, detail, now);
  const isOver = FINAL.has(reason) || task.tries >= MOST_TRIES;
  // What has given its articles already only misses a look.
  if (isOver && task.articles.length > 0) {
    const nextAt = nextLook(task.looks, now.getTime(), world.random);
    const page: PageTask = { ...task, state: "done", tries: 0, looks: task.looks + 1, fault };
    return { delivery: { articles: [], row: { page, nextAt } }, result: "failed", bytes: 0 };
  }
  const nextAt = isOver
    ? null
    : nextAfterFailure(task.tries, retryAfterMs, now.getTime(), world.random);
  const page: PageTask = { ...task, state: isOver ? "aside" : task.state, fault };
  return {
    delivery: { articles: [], row: { page, nextAt } },
    result: isOver ? "aside" : "failed",
    bytes: 0,
  };
}
