import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Command, Option } from "commander";
import { ArchiveError, createWarcWriter, type WarcWriter } from "../archive/index.ts";
import { createFetcher, type StandIns } from "../fetch/index.ts";
import {
  type CollectEvent,
  type CollectOptions,
  type CollectReport,
  type CollectWorld,
  collect,
  createWorkerPool,
  openLessons,
  type QuietHours,
} from "../pipeline/index.ts";
import { type Store, StoreError } from "../store/index.ts";
import type { HomeOption } from "./home.ts";
import { CliError, type Io } from "./io.ts";
import { VERSION } from "./version.ts";

/** What every command that fetches takes. */
export interface FetchOptions extends HomeOption {
  readonly allow?: readonly string[];
  readonly contact?: string;
  readonly pause?: string;
  readonly quiet?: string;
}

/** Where originals are kept, in the home folder. */
export const WARC_FOLDER = "warc";
/** Where what each host's pages have taught is kept, beside them. */
export const LESSONS_FOLDER = "lessons";

const DEFAULT_PAUSE_S = 2;
const LONGEST_PAUSE_S = 3600;
const QUIET = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})(?:([+-])(\d{2}):(\d{2}))?$/u;
const SPACE = /\s+/u;
const CONTACT = /^[\u0021-\u007E]{3,200}$/u;

const gather = (value: string, before: readonly string[] = []): string[] => [...before, value];

export function addFetchOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--allow <host>",
        "a host that may be private, as localhost:8090 or *.localhost:8090; may be repeated",
      ).argParser(gather),
    )
    .option("--contact <address>", "how site owners reach you; it is sent with every request")
    .option("--pause <seconds>", `between two requests to one host (default: ${DEFAULT_PAUSE_S})`)
    .option("--quiet <hours>", "when nothing is polled, as 01:00-05:00+03:00");
}

/** The name that is sent with every request. */
function toUserAgent(contact: string | undefined): string {
  if (contact === undefined) return `Tawatur/${VERSION} (self-hosted news reader)`;
  if (!CONTACT.test(contact)) {
    throw new CliError("--contact takes a web or mail address in plain letters", 2);
  }
  return `Tawatur/${VERSION} (self-hosted news reader; +${contact})`;
}

function toPauseMs(written: string | undefined): number {
  const seconds = written === undefined ? DEFAULT_PAUSE_S : Number(written);
  if (written !== "" && seconds >= 0 && seconds <= LONGEST_PAUSE_S) return seconds * 1000;
  throw new CliError(`--pause takes seconds from 0 to ${LONGEST_PAUSE_S}, not ${written}`, 2);
}

function toQuiet(written: string | undefined): QuietHours | null {
  if (written === undefined) return null;
  const found = QUIET.exec(written);
  if (found === null) throw new CliError(`--quiet takes 01:00-05:00+03:00, not ${written}`, 2);
  const [, fromHour, fromMinute, toHour, toMinute, sign, offsetHours = "0", offsetMinutes = "0"] =
    found;
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return {
    fromMinute: Number(fromHour) * 60 + Number(fromMinute),
    toMinute: Number(toHour) * 60 + Number(toMinute),
    offsetMinutes: sign === "-" ? -offset : offset,
  };
}

/** A world to collect in, and how to leave it. */
export interface OpenedWorld {
  readonly world: CollectWorld;
  readonly close: () => Promise<void>;
}

export interface WorldExtras {
  /** Hosts that a server of this very process stands in for. */
  readonly standIns?: StandIns;
  /** Where hubs reach this process. */
  readonly callback?: (token: string) => string;
}

/** Opens what collecting needs. */
export function openCollectWorld(
  store: Store,
  options: FetchOptions,
  io: Io,
  onEvent: (event: CollectEvent) => void,
  { standIns, callback }: WorldExtras = {},
): OpenedWorld {
  const pauseMs = toPauseMs(options.pause ?? io.env["TAWATUR_PAUSE"]);
  const allowed = options.allow ?? (io.env["TAWATUR_ALLOW"] ?? "").split(SPACE).filter(Boolean);
  const contact = options.contact ?? (io.env["TAWATUR_CONTACT"] || undefined);
  if (contact === undefined && allowed.length === 0 && standIns === undefined) {
    io.err("site owners cannot reach you: set --contact or $TAWATUR_CONTACT\n");
  }
  const fetcher = createFetcher({
    userAgent: toUserAgent(contact),
    now: io.now,
    named: allowed,
    pauseMs,
    ...(standIns === undefined ? {} : { standIns }),
  });
  const writer = createOriginals(store, io);
  const pool = createWorkerPool();
  const world: CollectWorld = {
    store,
    analyzeAll: pool.analyzeAll,
    joinIn: pool.joinIn,
    now: io.now,
    onProgress: () => {},
    onWait: () => {},
    fetcher,
    originals: writer,
    lessons: openLessons(join(store.location, LESSONS_FOLDER)),
    random: Math.random,
    onEvent,
    owner: `${hostname()}|${process.pid}|${randomUUID()}`,
    pauseMs,
    quiet: toQuiet(options.quiet ?? (io.env["TAWATUR_QUIET"] || undefined)),
    ...(callback === undefined ? {} : { callback }),
  };
  return {
    world,
    close: async () => {
      await fetcher.close();
      await writer.close();
      await pool.close();
    },
  };
}

/** Keeps originals in the home folder, in files of its own; none is made before there is something to keep. */
export function createOriginals(store: Store, io: Io): WarcWriter {
  return createWarcWriter({
    folder: join(store.location, WARC_FOLDER),
    writer: `${process.pid}-${randomUUID().slice(-8)}`,
    software: `Tawatur/${VERSION}`,
    now: io.now,
  });
}

/** Collects until nothing is due, or until it is stopped. Leases of workers of this machine that have died are ended first. */
export async function runCollect(
  { world }: OpenedWorld,
  options: CollectOptions,
  signal: AbortSignal,
): Promise<CollectReport> {
  const { collection } = world.store;
  const dead = (await collection.leaseOwners()).filter(isDead);
  if (dead.length > 0) await collection.dropLeases(dead);
  return collect(world, options, signal);
}

/** Something that may be mended while we wait: a disk that is full, a database that another process writes for long. */
const AFTER_FAILURE_MS = 30_000;

/** Collects until it is stopped. What fails is told and tried again. */
export async function keepCollecting(
  open: () => OpenedWorld,
  signal: AbortSignal,
  afterFailureMs: number = AFTER_FAILURE_MS,
): Promise<CollectReport> {
  let total: CollectReport = { polls: 0, pages: 0, new: 0, changed: 0, interrupted: false };
  while (!signal.aborted) {
    const opened = open();
    try {
      total = toSum(total, await runCollect(opened, { continuous: true }, signal));
    } catch (error) {
      if (!(error instanceof StoreError || error instanceof ArchiveError)) throw error;
      const { code: reason, message: detail } = error;
      opened.world.onEvent({ kind: "store-fault", reason, detail });
      await sleep(afterFailureMs, undefined, { signal }).catch(() => {});
    } finally {
      await opened.close();
    }
  }
  return total;
}

const toSum = (one: CollectReport, other: CollectReport): CollectReport => ({
  polls: one.polls + other.polls,
  pages: one.pages + other.pages,
  new: one.new + other.new,
  changed: one.changed + other.changed,
  interrupted: other.interrupted,
});

function isDead(owner: string): boolean {
  const [machine, pid] = owner.split("|");
  if (machine !== hostname() || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
