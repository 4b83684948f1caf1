import type { PageTask } from "../model/index.ts";
import type { SourceRecord } from "../store/index.ts";
import type { CollectWorld } from "./collect-world.ts";
import { fetchPage, MOST_TRIES } from "./fetch-page.ts";
import { settle } from "./import.ts";
import { createIntake, type Delivery, type Intake } from "./intake.ts";
import { pollSource } from "./poll-source.ts";
import { endSubscriptions } from "./websub.ts";

export interface CollectOptions {
  /** Hosts at once; 24 by default. */
  readonly concurrency?: number;
  /** Goes on until it is stopped, instead of until nothing is due. */
  readonly continuous?: boolean;
}

export interface CollectReport {
  readonly polls: number;
  readonly pages: number;
  readonly new: number;
  readonly changed: number;
  readonly interrupted: boolean;
}

const CONCURRENCY = 24;
const LEASE_MS = 30_000;
const RENEW_MS = 8000;
const SOURCES_AT_ONCE = 10;
const PAGES_AT_ONCE = 20;
const IDLE_MS = 1000;
/** What is due and leased by another worker is looked at again this soon. */
const BETWEEN_LOOKS_MS = 50;
/** What becomes due within this time is waited for by a run that ends when nothing is due: hosts in their pause. */
const PATIENCE_MS = 3000;
/** New articles are grouped into stories this often while fetching goes on. */
const SETTLE_MS = 30_000;
const IDLE_SETTLE_MS = 3000;
const ENDS_EVERY_MS = 60_000;

interface Run {
  readonly world: CollectWorld;
  readonly intake: Intake;
  readonly signal: AbortSignal;
  readonly active: Map<string, Promise<void>>;
  polls: number;
  pages: number;
  settledAt: number;
  settledCount: number;
  /** When subscriptions were last looked at; null: not yet. */
  endedAt: number | null;
  failure: unknown;
  /** Ends the wait of the run, when it waits. */
  wake: (() => void) | null;
}

/**
 * Fetches what is due, host by host, and makes articles and stories of it. Any number of workers may do so at once. Killed
 * anywhere, what was not saved is still due, and what was saved is known.
 */
export async function collect(
  world: CollectWorld,
  options: CollectOptions,
  signal: AbortSignal,
): Promise<CollectReport> {
  const run: Run = {
    world,
    intake: createIntake(world, signal),
    signal,
    active: new Map(),
    polls: 0,
    pages: 0,
    settledAt: performance.now(),
    settledCount: 0,
    endedAt: null,
    failure: null,
    wake: null,
  };
  const stop = () => run.wake?.();
  signal.addEventListener("abort", stop, { once: true });
  const renewing = setInterval(() => {
    const until = world.now().getTime() + LEASE_MS;
    // A lease that could not be renewed ends, and its work is done again: no harm.
    world.store.collection.renewLeases(world.owner, until).catch(() => {});
  }, RENEW_MS);
  try {
    await leaseAndRun(run, options);
  } finally {
    clearInterval(renewing);
    signal.removeEventListener("abort", stop);
    await Promise.all(run.active.values());
    await run.intake.drain();
  }
  if (run.failure !== null) throw run.failure;
  if (!signal.aborted) await settle(world, signal);
  const { new: added, changed } = run.intake.saved();
  return { polls: run.polls, pages: run.pages, new: added, changed, interrupted: signal.aborted };
}

async function leaseAndRun(run: Run, options: CollectOptions): Promise<void> {
  const { concurrency = CONCURRENCY, continuous = false } = options;
  const { signal, active } = run;
  while (!signal.aborted && run.failure === null) {
    await endWhenTime(run);
    const leased = await startHosts(run, concurrency - active.size);
    if (active.size > 0) await pause(run, IDLE_MS);
    else if (leased === 0 && (await isOver(run, continuous))) return;
    await settleWhenTime(run, active.size > 0 ? SETTLE_MS : IDLE_SETTLE_MS);
  }
}

async function startHosts(run: Run, limit: number): Promise<number> {
  const { collection } = run.world.store;
  if (limit <= 0) return 0;
  const now = run.world.now().getTime();
  const request = { owner: run.world.owner, now, until: now + LEASE_MS, limit };
  const hosts = await collection.leaseHosts(request);
  for (const host of hosts) start(run, host);
  return hosts.length;
}

/** Whether nothing is left to do; else waits for what comes next. */
async function isOver(run: Run, continuous: boolean): Promise<boolean> {
  const wait = await toWait(run);
  if (!continuous && (wait === null || wait > PATIENCE_MS)) return true;
  await pause(run, Math.min(IDLE_MS, Math.max(BETWEEN_LOOKS_MS, wait ?? IDLE_MS)));
  return false;
}

/** How long until something is due; null when nothing will be. */
async function toWait({ world }: Run): Promise<number | null> {
  const next = await world.store.collection.nextDue();
  return next === null ? null : next - world.now().getTime();
}

/** Waits for a time, or until a host is finished or the run is stopped. One timer at a time, so that long runs gather nothing. */
function pause(run: Run, ms: number): Promise<void> {
  if (run.signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      run.wake = null;
      resolve();
    };
    const timer = setTimeout(end, ms);
    run.wake = end;
  });
}

/** Ends now and then what hubs send of sources that are not wanted any more. */
async function endWhenTime(run: Run): Promise<void> {
  if (run.endedAt !== null && performance.now() - run.endedAt < ENDS_EVERY_MS) return;
  run.endedAt = performance.now();
  await endSubscriptions(run.world, run.signal);
}

/** Groups new articles now and then, when there are any. */
async function settleWhenTime(run: Run, every: number): Promise<void> {
  const { new: added, changed } = run.intake.saved();
  if (added + changed === run.settledCount || performance.now() - run.settledAt < every) return;
  run.settledCount = added + changed;
  await settle(run.world, run.signal);
  run.settledAt = performance.now();
}

function start(run: Run, host: string): void {
  const work = runHost(run, host)
    .catch((error: unknown) => {
      if (!run.signal.aborted) run.failure ??= error;
    })
    .finally(() => {
      run.active.delete(host);
      run.wake?.();
    });
  run.active.set(host, work);
}

/** Everything that is due of one host, one request after the other; then the host is given back. */
async function runHost(run: Run, host: string): Promise<void> {
  const { world, signal } = run;
  const { collection } = world.store;
  try {
    while (!signal.aborted && run.failure === null) {
      const now = world.now().getTime();
      const sources = await collection.dueSources(host, now, SOURCES_AT_ONCE);
      const pages = await collection.duePages(host, now, PAGES_AT_ONCE);
      if (sources.length === 0 && pages.length === 0) return;
      await runSources(run, sources);
      await runPages(run, pages);
    }
  } finally {
    const freeAt = world.now().getTime() + world.pauseMs;
    await collection.releaseHost(world.owner, host, freeAt);
  }
}

async function runSources(run: Run, sources: readonly SourceRecord[]): Promise<void> {
  for (const source of sources) {
    if (run.signal.aborted) return;
    await pollSource(source, run.world, run.signal);
    run.polls += 1;
  }
}

/** New pages together; one that has been tried before alone, so that if it ends the process it is known which it was. */
async function runPages(run: Run, pages: readonly PageTask[]): Promise<void> {
  const fresh = pages.filter(({ tries }) => tries === 0);
  if (fresh.length > 0) await tryPages(run, fresh);
  for (const page of pages) {
    if (page.tries > 0 && !run.signal.aborted) await tryPages(run, [page]);
  }
}

async function tryPages(run: Run, pages: readonly PageTask[]): Promise<void> {
  const { world, signal } = run;
  const now = world.now().getTime();
  // Counted before they are made: a page that ends the process is known by its tries when the next one begins.
  const tried = pages.map((page) => ({ ...page, tries: Math.min(page.tries, MOST_TRIES) + 1 }));
  await world.store.collection.savePages(tried.map((page) => ({ page, nextAt: now })));
  const deliveries: Delivery[] = [];
  for (const page of tried) {
    const delivery = await fetchPage(page, world, signal);
    if (delivery === null) break;
    deliveries.push(delivery);
    run.pages += 1;
  }
  await run.intake.put(deliveries);
}
