import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serve as listen, type ServerType } from "@hono/node-server";
import type { Command } from "commander";
import { readKept } from "../archive/index.ts";
import type { Original } from "../model/index.ts";
import {
  type CollectEvent,
  inspectArticle,
  openLessons,
  stateCorrection,
  undoCorrection,
} from "../pipeline/index.ts";
import { warmSearch } from "../search/index.ts";
import type { Store } from "../store/index.ts";
import type { Corrector, Retrier } from "../web/index.ts";
import {
  addFetchOptions,
  type FetchOptions,
  keepCollecting,
  LESSONS_FOLDER,
  type OpenedWorld,
  openCollectWorld,
  WARC_FOLDER,
} from "./collecting.ts";
import { toTeller } from "./fetch.ts";
import { addHomeOption, withStore } from "./home.ts";
import { type HubDesk, toHubDesk } from "./hubs.ts";
import { CliError, type Io } from "./io.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { fillEmpty } from "./sample-home.ts";
import { VERSION } from "./version.ts";

interface Options extends FetchOptions {
  readonly collect?: boolean;
  readonly port: string;
  readonly host: string;
  readonly sample: boolean;
  readonly corrections: boolean;
  readonly public?: string;
}

const DEFAULT_PORT = "8080";
const DEFAULT_HOST = "127.0.0.1";
const LARGEST_PORT = 65_535;
/** Requests come in between. */
const BETWEEN_WARMING_MS = 20;

/** `tawatur serve`: the reader in a browser; an empty database is filled with the sample first. */
export function addServe(program: Command, io: Io): void {
  const command = program
    .command("serve")
    .description("serve the reader; an empty database is filled with the invented sample first")
    .option("--port <n>", "port to listen on", DEFAULT_PORT)
    .option("--host <address>", "address to listen on", DEFAULT_HOST)
    .option("--no-sample", "leave an empty database empty")
    .option(
      "--no-corrections",
      "take no readers' corrections and try no page again for them; for a reader that strangers reach",
    )
    .option("--collect", "also fetch the sources, each at its own rhythm")
    .option(
      "--public <address>",
      "with --collect: the web address at which this server is reached from outside, so that hubs can send what is new (WebSub)",
    );
  addFetchOptions(addHomeOption(command)).action(async (options: Options) => {
    const port = toPort(options.port);
    const hubs = options.collect === true ? toHubDesk(options, io) : null;
    // The reader is loaded when it is asked for: other commands start without it.
    const { createWeb } = await import("../web/index.ts");
    let canWrite = true;
    const onUnwritable = (reason: string) => {
      canWrite = false;
      io.err(`${reason}\nit is shown as it is: nothing is added and no corrections are taken\n`);
    };
    const work = async (store: Store) => {
      const metrics = createMetrics(store, io.now);
      const readOriginal = (place: Original) => readKept(join(store.location, WARC_FOLDER), place);
      const onError = (error: unknown) =>
        io.err(`tawatur: ${error instanceof Error ? error.stack : String(error)}\n`);
      const lessons = openLessons(join(store.location, LESSONS_FOLDER));
      const web = createWeb({
        store,
        version: VERSION,
        now: io.now,
        metrics: metrics.text,
        inspector: (id) => inspectArticle(store.collection, readOriginal, id, lessons),
        ...(hubs && { hubs: hubs.listener }),
        ...(options.corrections && canWrite && toDeeds(store, io)),
        onError,
      });
      const server = await open(web.fetch, port, options.host);
      let warming: Promise<void> | undefined;
      try {
        if (options.sample && canWrite) await fillEmpty(store, io);
        if (io.signal.aborted) return;
        io.err(
          `tawatur ${VERSION} · http://${toHostname(options.host)}:${portOf(server) ?? port} · Ctrl-C ends\n`,
        );
        warming = warmSearch(store, () => sleep(BETWEEN_WARMING_MS), io.signal).catch(onError);
        if (options.collect === true) await collectBeside(store, options, metrics, io, hubs);
        else await untilAborted(io.signal);
      } finally {
        await close(server);
        await warming;
      }
    };
    await withStore(options, io, work, options.collect === true ? {} : { onUnwritable });
  });
}

/** What whoever keeps the machine may change from the reader. */
const toDeeds = (store: Store, io: Io): { corrector: Corrector; retrier: Retrier } => ({
  corrector: {
    state: (one, other, verdict) => stateCorrection(store, one, other, verdict, io.now()),
    undo: (one, other) => undoCorrection(store, one, other),
  },
  retrier: (pages) => store.collection.retry(pages, io.now().getTime()),
});

function toPort(written: string): number {
  const port = Number(written);
  if (Number.isInteger(port) && port >= 0 && port <= LARGEST_PORT) return port;
  throw new CliError(
    `serve: --port takes a whole number from 0 to ${LARGEST_PORT}, not ${written}`,
    2,
  );
}

function toHostname(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function portOf(server: ServerType): number | null {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : null;
}

const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken by another program; choose another with --port",
  EACCES: "may not be listened on by this user; choose another with --port",
  EADDRNOTAVAIL: "is no address of this machine; choose another with --host",
};

function open(
  fetch: Parameters<typeof listen>[0]["fetch"],
  port: number,
  hostname: string,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch, port, hostname }, () => resolve(server));
    server.once("error", (error: NodeJS.ErrnoException) => {
      const fault = LISTEN_FAULTS[error.code ?? ""] ?? error.message;
      reject(new CliError(`${toHostname(hostname)}:${port} ${fault}`, 1, error));
    });
  });
}

/** Collects beside the reader, which goes on whatever fails. */
async function collectBeside(
  store: Store,
  options: Options,
  metrics: Metrics,
  io: Io,
  hubs: HubDesk | null,
): Promise<void> {
  const tell = toTeller("json", io);
  const onEvent = (event: CollectEvent) => {
    metrics.onEvent(event);
    tell(event);
  };
  const extras = hubs === null ? {} : { callback: hubs.callback };
  const open = (): OpenedWorld => {
    const opened = openCollectWorld(store, options, io, onEvent, extras);
    hubs?.use(opened.world);
    return {
      ...opened,
      close: async () => {
        hubs?.use(null);
        await opened.close();
      },
    };
  };
  await keepCollecting(open, io.signal);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener("abort", () => resolve(), { once: true }),
  );
}

function close(server: ServerType): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
