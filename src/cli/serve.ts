import { fileURLToPath } from "node:url";
import { serve as listen, type ServerType } from "@hono/node-server";
import type { Command } from "commander";
import type { Store } from "../store/index.ts";
import { addHomeOption, type HomeOption, withStore } from "./home.ts";
import { importInto } from "./import.ts";
import { CliError, type Io } from "./io.ts";
import { VERSION } from "./version.ts";

interface Options extends HomeOption {
  readonly port: string;
  readonly host: string;
  readonly sample: boolean;
}

const DEFAULT_PORT = "8080";
const DEFAULT_HOST = "127.0.0.1";
const LARGEST_PORT = 65_535;
const SAMPLE = fileURLToPath(new URL("../../samples/press", import.meta.url));

/** The note that tells the reader that the database holds the sample. */
const SAMPLE_NOTE = "sample";

/** `tawatur serve`: the reader in a browser; an empty database is filled with the sample first. */
export function addServe(program: Command, io: Io): void {
  const command = program
    .command("serve")
    .description("serve the reader; an empty database is filled with the invented sample first")
    .option("--port <n>", "port to listen on", DEFAULT_PORT)
    .option("--host <address>", "address to listen on", DEFAULT_HOST)
    .option("--no-sample", "leave an empty database empty");
  addHomeOption(command).action(async (options: Options) => {
    const port = toPort(options.port);
    // The reader is loaded when it is asked for: other commands start without it.
    const { createWeb } = await import("../web/index.ts");
    await withStore(options, io, async (store) => {
      const web = createWeb({
        store,
        version: VERSION,
        onError: (error) =>
          io.err(`tawatur: ${error instanceof Error ? error.stack : String(error)}\n`),
      });
      const server = await open(web.fetch, port, options.host);
      try {
        if (options.sample) await fillEmpty(store, io);
        if (io.signal.aborted) return;
        io.err(
          `tawatur ${VERSION} · http://${toHostname(options.host)}:${portOf(server) ?? port} · Ctrl-C ends\n`,
        );
        await untilAborted(io.signal);
      } finally {
        await close(server);
      }
    });
  });
}

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

async function fillEmpty(store: Store, io: Io): Promise<void> {
  const { articles } = await store.catalog.size();
  const unfinished = (await store.catalog.note(SAMPLE_NOTE)) !== null;
  if (articles > 0 && !unfinished) return;
  await store.catalog.setNote(SAMPLE_NOTE, VERSION);
  if (!unfinished) io.err("the database is empty: loading the sample (invented news)\n");
  await importInto(store, [SAMPLE], io);
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
