import { createHash, randomUUID } from "node:crypto";

/** What a record of a fetched response holds. */
export interface WarcResponse {
  readonly url: string;
  readonly status: number;
  /** Names and values by turns, as received. */
  readonly rawHeaders: readonly string[];
  /** As transferred, still packed. */
  readonly raw: Uint8Array;
  /** ISO 8601 UTC. */
  readonly fetchedAt: string;
}

const CRLF = "\r\n";
const LINE_END = /[\r\n]+/gu;
const MILLISECONDS = /\.\d+Z$/u;

const toField = (value: string): string => value.replace(LINE_END, " ");

function toHead(fields: readonly (readonly [name: string, value: string])[]): string {
  const lines = fields.map(([name, value]) => `${name}: ${toField(value)}`);
  return `WARC/1.1${CRLF}${lines.join(CRLF)}${CRLF}${CRLF}`;
}

/** SHA-1 in base 32, as WARC digests are by custom. */
export function toDigest(bytes: Uint8Array): string {
  return `sha1:${toBase32(createHash("sha1").update(bytes).digest())}`;
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function toBase32(bytes: Uint8Array): string {
  let text = "";
  let value = 0;
  let bits = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

/** The status line and headers as they came. What the transfer added (chunks) is taken off the body, so its header is too. */
function toHttpHead({ status, rawHeaders, raw }: WarcResponse, withBody: boolean): string {
  const lines = [`HTTP/1.1 ${status} ${STATUS_TEXT[status] ?? "Status"}`];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? "";
    const lower = name.toLowerCase();
    if (lower === "transfer-encoding" || lower === "content-length") continue;
    lines.push(`${name}: ${toField(rawHeaders[at + 1] ?? "")}`);
  }
  if (withBody) lines.push(`Content-Length: ${raw.length}`);
  return `${lines.join(CRLF)}${CRLF}${CRLF}`;
}

const STATUS_TEXT: Readonly<Record<number, string>> = {
  200: "OK",
  304: "Not Modified",
  404: "Not Found",
  410: "Gone",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

function join(head: string, block: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(head), block, Buffer.from(CRLF + CRLF)]);
}

const toWarcDate = (iso: string): string => iso.replace(MILLISECONDS, "Z");

/** A `response` record: everything that was received. */
export function toResponseRecord(response: WarcResponse): Uint8Array {
  const block = Buffer.concat([Buffer.from(toHttpHead(response, true), "latin1"), response.raw]);
  const head = toHead([
    ["WARC-Type", "response"],
    ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
    ["WARC-Date", toWarcDate(response.fetchedAt)],
    ["WARC-Target-URI", response.url],
    ["WARC-Payload-Digest", toDigest(response.raw)],
    ["WARC-Block-Digest", toDigest(block)],
    ["Content-Type", "application/http; msgtype=response"],
    ["Content-Length", String(block.length)],
  ]);
  return join(head, block);
}

/** A `revisit` record: the server sent what it had sent before, or said that it would. */
export function toRevisitRecord(response: WarcResponse): Uint8Array {
  const block = Buffer.from(toHttpHead(response, false), "latin1");
  const profile = response.status === 304 ? "server-not-modified" : "identical-payload-digest";
  const head = toHead([
    ["WARC-Type", "revisit"],
    ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
    ["WARC-Date", toWarcDate(response.fetchedAt)],
    ["WARC-Target-URI", response.url],
    ["WARC-Profile", `http://netpreserve.org/warc/1.1/revisit/${profile}`],
    ["WARC-Payload-Digest", toDigest(response.raw)],
    ["Content-Type", "application/http; msgtype=response"],
    ["Content-Length", String(block.length)],
  ]);
  return join(head, block);
}

/** The record that a file begins with: who wrote it. */
export function toInfoRecord(file: string, software: string, at: string): Uint8Array {
  const block = Buffer.from(
    `software: ${toField(software)}${CRLF}format: WARC File Format 1.1${CRLF}`,
  );
  const head = toHead([
    ["WARC-Type", "warcinfo"],
    ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
    ["WARC-Date", toWarcDate(at)],
    ["WARC-Filename", file],
    ["Content-Type", "application/warc-fields"],
    ["Content-Length", String(block.length)],
  ]);
  return join(head, block);
}

/** What a record tells that was not received from a server. */
export interface WarcNote {
  /** "resource": the thing itself, as the engine has it; "metadata": what is known of the address beside it. */
  readonly type: "resource" | "metadata";
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly contentType: string;
  readonly block: Uint8Array;
}

/** A `resource` or `metadata` record. */
export function toNoteRecord({ type, url, at, contentType, block }: WarcNote): Uint8Array {
  const head = toHead([
    ["WARC-Type", type],
    ["WARC-Record-ID", `<urn:uuid:${randomUUID()}>`],
    ["WARC-Date", toWarcDate(at)],
    ["WARC-Target-URI", url],
    ["WARC-Block-Digest", toDigest(block)],
    ["Content-Type", contentType],
    ["Content-Length", String(block.length)],
  ]);
  return join(head, block);
}
