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
  | { readonly ok: false; readonly reason: "not-warc" | "cut" | "too-large"; readonly at: number };

const MOST_HEAD_BYTES = 65_536;
/** Of one record; larger ones are passed over. No page comes near it. */
const MOST_BLOCK_BYTES = 128 * 1024 * 1024;
const VERSION = /^WARC\/\d/u;
const HEAD_END = Buffer.from("\r\n\r\n");
const LINE = /\r?\n/u;

/** Takes records out of the bytes of a WARC file, unpacked. A file that was cut gives what is whole in it, and then says so. */
export async function* readWarc(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<WarcItem> {
  const source = createByteSource(bytes);
  for (;;) {
    await source.skipLineEnds();
    const item = await readItem(source);
    if (item === "end") return;
    yield item;
    if (!item.ok && item.reason !== "too-large") return;
  }
}

async function readItem(source: ByteSource): Promise<WarcItem | "end"> {
  const at = source.position();
  const head = await source.takeTo(HEAD_END, MOST_HEAD_BYTES);
  if (head === "end") return "end";
  if (head === "none") return { ok: false, reason: source.isEnded() ? "cut" : "not-warc", at };
  const fields = parseHead(head);
  const length = Number(fields?.get("content-length") ?? Number.NaN);
  if (fields === null || !Number.isSafeInteger(length) || length < 0) {
    return { ok: false, reason: "not-warc", at };
  }
  if (length > MOST_BLOCK_BYTES) {
    await source.skip(length);
    return { ok: false, reason: "too-large", at };
  }
  const block = await source.take(length);
  if (block === null) return { ok: false, reason: "cut", at };
  return { ok: true, record: toRecord(fields, block) };
}

function toRecord(fields: ReadonlyMap<string, string>, block: Uint8Array): WarcRecord {
  const url = fields.get("warc-target-uri") ?? null;
  return {
    type: fields.get("warc-type") ?? "",
    url: url?.startsWith("<") === true ? url.slice(1, -1) : url,
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

const STATUS_LINE = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/u;
const BARE_HEAD_END = Buffer.from("\n\n");

/** Reads the HTTP response that a block holds; null when it holds none. */
export function parseHttpMessage(block: Uint8Array): HttpMessage | null {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const found = [HEAD_END, BARE_HEAD_END]
    .map((mark) => ({ at: bytes.indexOf(mark), length: mark.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const end = found ?? { at: bytes.length, length: 0 };
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

type ByteSource = ReturnType<typeof createByteSource>;

/** Reads ahead of a stream only as far as is asked. */
function createByteSource(bytes: AsyncIterable<Uint8Array>) {
  const chunks = bytes[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let position = 0;
  let ended = false;

  const fill = async (wanted: number): Promise<boolean> => {
    const parts: Uint8Array[] = [held];
    let length = held.length;
    while (length < wanted && !ended) {
      const next = await chunks.next();
      if (next.done) ended = true;
      else {
        parts.push(next.value);
        length += next.value.length;
      }
    }
    held = parts.length === 1 ? held : Buffer.concat(parts, length);
    return held.length >= wanted;
  };
  const drop = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    position += length;
    return taken;
  };
  return {
    position: () => position,
    isEnded: () => ended,
    skipLineEnds: async (): Promise<void> => {
      while (await fill(1)) {
        if (held[0] !== 0x0d && held[0] !== 0x0a) return;
        drop(1);
      }
    },
    takeTo: async (mark: Buffer, most: number): Promise<Uint8Array | "end" | "none"> => {
      if (!(await fill(1))) return "end";
      for (let wanted = 4096; ; wanted *= 2) {
        await fill(Math.min(wanted, most));
        const found = held.indexOf(mark);
        if (found !== -1) return drop(found + mark.length);
        if (wanted >= most || ended) return "none";
      }
    },
    take: async (length: number): Promise<Uint8Array | null> =>
      (await fill(length)) ? drop(length) : null,
    skip: async (length: number): Promise<boolean> => {
      for (let left = length; left > 0; ) {
        if (!(await fill(1))) return false;
        left -= drop(Math.min(left, held.length)).length;
      }
      return true;
    },
  };
}
