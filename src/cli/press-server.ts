import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { fileURLToPath } from "node:url";
import { findInputs } from "../archive/index.ts";
import {
  createPress,
  PRESS_FAULTS,
  type PressFault,
  type PressOutlet,
  type PressResponse,
  toOutlets,
} from "../sample/index.ts";
import { CliError } from "./io.ts";

const SAMPLE = fileURLToPath(new URL("../../samples/press", import.meta.url));
const HOST = "127.0.0.1";
const FILE = /([^/]+)\/([^/]+)\.txt$/u;
/** Sets a site's fault while it runs: `/.fault/slow`. */
const FAULT_PATH = /^\/\.fault\/([\w-]+)$/u;

export interface PressServerOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The address of a site, given the port that was got. */
  readonly toOrigin: (outlet: PressOutlet, port: number) => string;
  /** The time on the air, in milliseconds since 1970. */
  readonly airTime: () => number;
  readonly changes: boolean;
  /** What is wrong with a request's answer, besides what was set by address. */
  readonly fault: (slug: string) => PressFault;
}

export interface PressServer {
  readonly port: number;
  readonly outlets: readonly PressOutlet[];
  close(): Promise<void>;
}

/** The outlets of `samples/press`. */
async function loadOutlets(): Promise<PressOutlet[]> {
  const files = [];
  for (const { path, name } of await findInputs(SAMPLE)) {
    const [, slug, base] = FILE.exec(name) ?? [];
    if (slug === undefined || base === undefined) continue;
    files.push({ slug, name: base, text: await readFile(path, "utf8") });
  }
  return toOutlets(files);
}

/** Serves the sample press on this machine. */
export async function startPress(options: PressServerOptions): Promise<PressServer> {
  const outlets = await loadOutlets();
  const set = new Map<string, PressFault>();
  let answer: ReturnType<typeof createPress> | null = null;
  const server = createServer((request, response) => {
    const host = request.headers.host ?? "";
    const slug = toSlug(outlets, host);
    const asked = FAULT_PATH.exec(request.url ?? "")?.[1];
    if (asked !== undefined) {
      setFault(set, slug, asked, response);
      return;
    }
    const fault = set.get(slug) ?? options.fault(slug);
    const made = answer?.({
      host,
      path: new URL(request.url ?? "/", "http://x").pathname,
      ifNoneMatch: request.headers["if-none-match"] ?? null,
      fault,
      now: options.airTime(),
    });
    if (made !== undefined) send(made, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new CliError(`${HOST}:${options.port}: ${error.message}`, 1, error));
    });
    server.listen(options.port, HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const toOrigin = (outlet: PressOutlet) => options.toOrigin(outlet, port);
  answer = createPress({ outlets, toOrigin, changes: options.changes });
  return {
    port,
    outlets,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function toSlug(outlets: readonly PressOutlet[], host: string): string {
  const name = host.split(":")[0] ?? "";
  return outlets.find((outlet) => outlet.host === name)?.slug ?? name.split(".")[0] ?? "";
}

function setFault(
  set: Map<string, PressFault>,
  slug: string,
  asked: string,
  response: ServerResponse,
): void {
  const fault = PRESS_FAULTS.find((one) => one === asked);
  if (fault === undefined) {
    response.writeHead(404).end(`faults: ${PRESS_FAULTS.join(", ")}\n`);
    return;
  }
  set.set(slug, fault);
  response.end(`${slug}: ${fault}\n`);
}

function send(made: PressResponse, request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body, delayMs, cutAt } = made;
  const write = (): void => {
    if (cutAt === null) {
      response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : body);
      return;
    }
    response.writeHead(status, { ...headers, "content-length": body.length });
    response.write(body.subarray(0, cutAt), () => response.destroy());
  };
  if (delayMs === 0) write();
  else setTimeout(write, delayMs);
}
