import { type ByteSource, createByteSource, findFirst } from "./byte-source.ts";
import type { WarcItem } from "./warc-reader.ts";

/** What an ARC file, the format before WARC, begins with. */
export const ARC_START = "filedesc://";

const LINE_END: readonly Buffer[] = [Buffer.from("\n")];
const LONGEST_LINE = 16_384;
const MOST_BLOCK_BYTES = 128 * 1024 * 1024;
/** Address, address of the server, date, type, and in the second version more; the length is last. */
const HEAD = /^(?<url>\S+)\s+\S+\s+(?<date>\d{4,14})\s+(?<type>\S+)\s+(?:.*\s)?(?<length>\d+)$/u;
const DATE = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u;

/** Takes records out of the bytes of an ARC file, unpacked, as if they were responses of a WARC file. */
export async function* readArc(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<WarcItem> {
  const source = createByteSource(bytes);
  for (;;) {
    await source.skipLineEnds();
    if (!(await source.hasMore())) return;
    const item = await readItem(source);
    yield item;
    // Nothing says where another begins.
    if (!item.ok && item.reason !== "too-large") await source.skip(Number.MAX_SAFE_INTEGER);
  }
}

async function readItem(source: ByteSource): Promise<WarcItem> {
  const at = source.position();
  const line = await source.takeTo(LINE_END, LONGEST_LINE);
  const head = line === "none" ? undefined : HEAD.exec(Buffer.from(line).toString().trim())?.groups;
  if (head === undefined) return { ok: false, reason: "not-warc", at };
  const length = Number(head["length"]);
  if (length > MOST_BLOCK_BYTES) {
    await source.skip(length);
    return { ok: false, reason: "too-large", at };
  }
  const block = await source.take(length);
  if (block === null) return { ok: false, reason: "cut", at };
  const url = head["url"] ?? "";
  return {
    ok: true,
    record: {
      type: url.startsWith(ARC_START) ? "warcinfo" : "response",
      url,
      date: toDate(head["date"] ?? ""),
      contentType: "application/http; msgtype=response",
      fields: new Map(),
      block,
    },
  };
}

function toDate(written: string): string | null {
  const [, year, month, day, hour, minute, second] = DATE.exec(written) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** Whether bytes, unpacked, are those of an ARC file. */
export function isArc(first: Uint8Array): boolean {
  return findFirst(Buffer.from(first), [Buffer.from(ARC_START)])?.at === 0;
}
