import type { Dispatcher } from "undici";
import { PrivateAddressError } from "./address-guard.ts";
import type { FetchedResponse, FetchRefusal } from "./outcome.ts";
import { ACCEPT_ENCODING, unpackBody } from "./unpack-body.ts";

/** What one request is bound by. */
export interface ExchangeLimits {
  /** From the first byte sent to the last received. */
  readonly totalMs: number;
  /** Of a response, as transferred and as unpacked. */
  readonly maxBytes: number;
}

/** What a response is asked to be newer than. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Exchange {
  readonly url: URL;
  readonly accept: string;
  readonly userAgent: string;
  readonly validators: Validators | null;
  /** Sent as a form, with POST; null to ask with GET. */
  readonly form: Readonly<Record<string, string>> | null;
  readonly limits: ExchangeLimits;
  readonly now: () => Date;
}

export type ExchangeOutcome =
  | { readonly ok: true; readonly response: FetchedResponse }
  | { readonly ok: false; readonly reason: FetchRefusal; readonly detail: string };

class TooLarge extends Error {}

/** One request and its response. No cookie is sent, none is kept; failures are reasons. */
export async function exchange(
  dispatcher: Dispatcher,
  request: Exchange,
  signal: AbortSignal,
): Promise<ExchangeOutcome> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort("timeout"), request.limits.totalMs);
  const abort = () => ending.abort("aborted");
  signal.addEventListener("abort", abort, { once: true });
  if (signal.aborted) abort();
  try {
    return await send(dispatcher, request, ending.signal);
  } catch (error) {
    return { ok: false, ...toRefusal(error, ending.signal) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

async function send(
  dispatcher: Dispatcher,
  request: Exchange,
  signal: AbortSignal,
): Promise<ExchangeOutcome> {
  const { url, limits } = request;
  const fetchedAt = request.now().toISOString();
  const answer = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    ...(request.form === null
      ? { method: "GET" }
      : { method: "POST", body: new URLSearchParams(request.form).toString() }),
    headers: toHeaders(request),
    signal,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    responseHeaders: "raw",
  });
  const rawHeaders = toTexts(answer.headers);
  const headers = toHeaderMap(rawHeaders);
  const raw = await readBody(answer.body, Number(headers.get("content-length")), limits.maxBytes);
  const unpacked = await unpackBody(raw, headers.get("content-encoding"), limits.maxBytes);
  if (!unpacked.ok) return unpacked;
  const { body } = unpacked;
  const status = answer.statusCode;
  return {
    ok: true,
    response: { url: url.href, status, rawHeaders, headers, raw, body, fetchedAt },
  };
}

/** Printable ASCII: a validator that a server sent must not become more than a value of a header. */
const HEADER_VALUE = /^[\u0020-\u007E]{1,1000}$/u;

function toHeaders({ accept, userAgent, validators, form }: Exchange): Record<string, string> {
  const headers: Record<string, string> = {
    "user-agent": userAgent,
    accept,
    "accept-encoding": ACCEPT_ENCODING,
    "accept-language": "ar, *;q=0.5",
  };
  if (form !== null) headers["content-type"] = "application/x-www-form-urlencoded";
  const { etag = null, lastModified = null } = validators ?? {};
  if (etag !== null && HEADER_VALUE.test(etag)) headers["if-none-match"] = etag;
  if (lastModified !== null && HEADER_VALUE.test(lastModified)) {
    headers["if-modified-since"] = lastModified;
  }
  return headers;
}

/** undici gives raw headers as a list of texts or bytes, though its type says a record. */
function toTexts(headers: unknown): string[] {
  return Array.isArray(headers) ? headers.map((part) => part.toString("latin1")) : [];
}

function toHeaderMap(raw: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? "").toLowerCase();
    if (!headers.has(name)) headers.set(name, raw[at + 1] ?? "");
  }
  return headers;
}

async function readBody(
  stream: AsyncIterable<Uint8Array> & { destroy(): unknown },
  announced: number,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  if (announced > maxBytes) {
    stream.destroy();
    throw new TooLarge(`${announced} bytes announced; the limit is ${maxBytes}`);
  }
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks);
}

const REASON_OF_CODE: Readonly<Record<string, FetchRefusal>> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_NODATA: "dns",
  ECONNREFUSED: "connect",
  EHOSTUNREACH: "connect",
  ENETUNREACH: "connect",
  EADDRNOTAVAIL: "connect",
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ECONNRESET: "truncated",
  EPIPE: "truncated",
  UND_ERR_SOCKET: "truncated",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "truncated",
  UND_ERR_HEADERS_OVERFLOW: "too-large",
  UND_ERR_INVALID_ARG: "bad-address",
};
const CODE_FAMILIES: readonly (readonly [prefix: string, reason: FetchRefusal])[] = [
  ["HPE_", "not-http"],
  ["ERR_TLS", "tls"],
  ["ERR_SSL", "tls"],
  ["EPROTO", "tls"],
  ["CERT_", "tls"],
  ["DEPTH_ZERO", "tls"],
  ["SELF_SIGNED", "tls"],
  ["UNABLE_TO_", "tls"],
];

function toRefusal(
  error: unknown,
  signal: AbortSignal,
): { readonly reason: FetchRefusal; readonly detail: string } {
  if (error instanceof TooLarge) return { reason: "too-large", detail: error.message };
  if (signal.aborted) {
    return signal.reason === "timeout"
      ? { reason: "timeout", detail: "took too long" }
      : { reason: "aborted", detail: "asked to stop" };
  }
  if (!(error instanceof Error)) throw error;
  const causes = [error, ...(error instanceof AggregateError ? error.errors : []), error.cause];
  const found = causes.find((cause) => cause instanceof PrivateAddressError);
  if (found instanceof Error) return { reason: "private-address", detail: found.message };
  if (error.name === "HTTPParserError") return { reason: "not-http", detail: error.message };
  const code = "code" in error ? String(error.code) : "";
  const family = CODE_FAMILIES.find(([prefix]) => code.startsWith(prefix))?.[1];
  const reason = REASON_OF_CODE[code] ?? family;
  // An error without a code of the network is a mistake of ours.
  if (reason === undefined) throw error;
  return { reason, detail: error.message || code };
}
