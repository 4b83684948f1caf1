import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import type { Original } from "../model/index.ts";
import { isArc, readArc } from "./arc-reader.ts";
import { ArchiveError } from "./errors.ts";
import { unpackMembers } from "./unpack-members.ts";
import { readWarc, type WarcItem, type WarcRecord } from "./warc-reader.ts";

const READ_AT_ONCE = 1 << 18;
const GZIP_FIRST_BYTE = 0x1f;

/** The records of a WARC file, packed or not. What a killed writer left unfinished at its end is told as "cut". */
export async function* readWarcFile(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<WarcItem> {
  yield* readWarcBytes(createReadStream(path, { highWaterMark: READ_AT_ONCE }), path, onRead);
}

/** The records in the bytes of a WARC file, packed or not (told by the first byte). `name` is for messages. */
export async function* readWarcBytes(
  bytes: Readable,
  name: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<WarcItem> {
  try {
    const chunks = bytes[Symbol.asyncIterator]();
    const first: IteratorResult<Uint8Array> = await chunks.next();
    const whole = joined(first, chunks, onRead);
    const isPacked = first.done !== true && first.value[0] === GZIP_FIRST_BYTE;
    yield* readEither(isPacked ? unpackMembers(whole) : whole);
  } catch (cause) {
    throw toUnreadable(name, cause);
  } finally {
    bytes.destroy();
  }
}

/** ARC files have long been given the names of their successor's. */
async function* readEither(bytes: AsyncGenerator<Uint8Array>): AsyncGenerator<WarcItem> {
  const first = await bytes.next();
  if (first.done === true) return;
  const all = joined(first, bytes, () => {});
  yield* isArc(first.value) ? readArc(all) : readWarc(all);
}

async function* joined(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let next = first; next.done !== true; next = await rest.next()) {
    onRead(next.value.length);
    yield next.value;
  }
}

function toUnreadable(path: string, cause: unknown): ArchiveError {
  if (cause instanceof ArchiveError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError("unreadable", path, `${path}: ${reason}`, cause);
}

async function readPart(path: string, offset: number, length: number): Promise<Uint8Array> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, "r");
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return bytes.subarray(0, bytesRead);
  } catch (cause) {
    throw toUnreadable(path, cause);
  } finally {
    await file?.close();
  }
}

/** A record with the bytes it is kept in, a gzip member. */
export interface KeptRecord {
  readonly record: WarcRecord;
  readonly member: Uint8Array;
}

/** The one record at a place; null when there is none (any more). */
export async function readOriginal(folder: string, place: Original): Promise<WarcRecord | null> {
  return (await readKept(folder, place))?.record ?? null;
}

/** The same with its packed bytes, as another file can take them. */
export async function readKept(folder: string, place: Original): Promise<KeptRecord | null> {
  try {
    const member = await readPart(join(folder, place.file), place.offset, place.length);
    for await (const item of readWarc(once(gunzipSync(member))))
      return item.ok ? { record: item.record, member } : null;
  } catch {
    // A file that was moved away or damaged holds nothing; the article itself is in the catalog.
    return null;
  }
  return null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
