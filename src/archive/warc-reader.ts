import { type ByteSource, createByteSource, findFirst } from "./byte-source.ts";

/** One record of a WARC file. */
export interface WarcRecord {
  readonly type: string;
  readonly url: string | null;
  /** ISO 8601 UTC, as written. */
  readonly date: string | null;
  readonly contentType: string | null;
  /** All header fields, by lower-case name. */
  readonly fields: ReadonlyMap<string, string>;
  readonly block: Uint8Array;
}

/** A record, or what stood where one should. */
export type WarcItem =
  | { readonly ok: true; readonly record: WarcRecord }
  | {
      readonly ok: false;
      readonly reason: "not-warc" | "cut" | "too-large";
      readonly at: number;
      /** Of the record, where its head could be read. */
      readonly url?: string;
    };

const MOST_HEAD_BYTES = 65_536;
/** Of one record; larger ones are passed over. No page comes near it. */
const MOST_BLOCK_BYTES = 128 * 1024 * 1024;
const VERSION = /^WARC\/\d/u;
const RECORD_START = Buffer.from("WARC/");
/** The second is of writers that know bare line ends only. */
const HEAD_ENDS: readonly Buffer[] = [Buffer.from("\r\n\r\n"), Buffer.from("\n\n")];
const LINE = /\r?\n/u;

/**
 * Takes records out of the bytes of a WARC file, unpacked. A file that was cut gives what is whole in it, and then says so; where
 * there is no record, it says so and goes on with the next one that begins.
 */
export async function* readWarc(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<WarcItem> {
  const source = createByteSource(bytes);
  for (;;) {
    await source.skipLineEnds();
    if (!(await source.hasMore())) return;
    const item = await readItem(source);
    yield item;
    if (item.ok || item.reason === "too-large") continue;
    // A cut record has taken all there was.
    if (item.reason === "not-warc") await source.skipTo(RECORD_START);
    else await source.skip(Number.MAX_SAFE_INTEGER);
  }
}

async function readItem(source: ByteSource): Promise<WarcItem> {
  const at = source.position();
  if (!(await source.startsWith(RECORD_START))) return { ok: false, reason: "not-warc", at };
  const head = await source.takeTo(HEAD_ENDS, MOST_HEAD_BYTES);
  if (head === "none") return { ok: false, reason: source.isEnded() ? "cut" : "not-warc", at };
  const fields = parseHead(head);
  const length = Number(fields?.get("content-length") ?? Number.NaN);
  if (fields === null || !Number.isSafeInteger(length) || length < 0) {
    return { ok: false, reason: "not-warc", at };
  }
  if (length > MOST_BLOCK_BYTES) {
    await source.skip(length);
    return { ok: false, reason: "too-large", at, ...toPlace(fields) };
  }
  const block = await source.take(length);
  if (block === null) return { ok: false, reason: "cut", at, ...toPlace(fields) };
  return { ok: true, record: toRecord(fields, block) };
}

function toUrl(fields: ReadonlyMap<string, string>): string | null {
  const url = fields.get("warc-target-uri") ?? null;
  return url?.startsWith("<") === true ? url.slice(1, -1) : url;
}

function toPlace(fields: ReadonlyMap<string, string>): { url?: string } {
  const url = toUrl(fields);
  return url === null ? {} : { url };
}

function toRecord(fields: ReadonlyMap<string, string>, block: Uint8Array): WarcRecord {
  return {
    type: (fields.get("warc-type") ?? "").toLowerCase(),
    url: toUrl(fields),
    date: fields.get("warc-date") ?? null,
    contentType: fields.get("content-type") ?? null,
    fields,
    block,
  };
}

function parseHead(head: Uint8Array): ReadonlyMap<string, string> | null {
  const [version = "", ...lines] = new TextDecoder().decode(head).split(LINE);
  return VERSION.test(version) ? toFields(lines) : null;
}

/** Header lines by lower-case name; of a repeated one the first. */
function toFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** An HTTP response out of the block of a `response` record. */
export interface HttpMessage {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** As transferred: chunks are joined, packing is left. */
  readonly raw: Uint8Array;
}

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/iu;

/** Reads the HTTP response that a block holds; null when it holds none. */
export function parseHttpMessage(block: Uint8Array): HttpMessage | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const end = findFirst(bytes, HEAD_ENDS) ?? { at: bytes.length, length: 0 };
  const [line = "", ...lines] = bytes.subarray(0, end.at).toString("latin1").split(LINE);
  const status = STATUS_LINE.exec(line)?.[1];
  if (status === undefined) return null;
  const headers = toFields(lines);
  const body = bytes.subarray(end.at + end.length);
  const chunked = headers.get("transfer-encoding")?.toLowerCase().includes("chunked") === true;
  return { status: Number(status), headers, raw: chunked ? joinChunks(body) : body };
}

const CHUNK_SIZE = /^([0-9a-f]{1,8})[^\r\n]{0,100}$/iu;

/** Some archives keep the chunks of the transfer, some only say so. Bytes that are no chunks are the body. */
function joinChunks(body: Buffer): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf("\r\n", at);
    const size = CHUNK_SIZE.exec(
      lineEnd === -1 || lineEnd - at > 110 ? "" : body.subarray(at, lineEnd).toString("latin1"),
    )?.[1];
    if (size === undefined) return at === 0 ? body : Buffer.concat(parts);
    const length = Number.parseInt(size, 16);
    if (length === 0) return Buffer.concat(parts);
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
}
