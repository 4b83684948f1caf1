import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import type { Original } from "../model/index.ts";
import { ArchiveError } from "./errors.ts";
import { readWarc, type WarcItem, type WarcRecord } from "./warc-reader.ts";

const READ_AT_ONCE = 1 << 18;
const GZIP_FIRST_BYTE = 0x1f;

/** The records of a WARC file, packed or not. What a killed writer left unfinished at its end is told as "cut". */
export async function* readWarcFile(
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<WarcItem> {
  const packed = await isPacked(path);
  const file = createReadStream(path, { highWaterMark: READ_AT_ONCE });
  file.on("data", (chunk) => onRead(chunk.length));
  if (!packed) {
    yield* readWarc(file);
    return;
  }
  // A cut member gives what it has, instead of an error that would take what was read before along.
  const gunzip = createGunzip({ chunkSize: READ_AT_ONCE, finishFlush: constants.Z_SYNC_FLUSH });
  file.once("error", (error) => gunzip.destroy(error));
  try {
    yield* readWarc(file.pipe(gunzip));
  } catch (cause) {
    throw toUnreadable(path, cause);
  } finally {
    file.destroy();
  }
}

function toUnreadable(path: string, cause: unknown): ArchiveError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError("unreadable", path, `${path}: ${reason}`, cause);
}

async function isPacked(path: string): Promise<boolean> {
  const bytes = await readPart(path, 0, 1);
  return bytes[0] === GZIP_FIRST_BYTE;
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

/** The one record at a place; null when there is none (any more). */
export async function readOriginal(folder: string, place: Original): Promise<WarcRecord | null> {
  try {
    const member = await readPart(join(folder, place.file), place.offset, place.length);
    for await (const item of readWarc(once(gunzipSync(member))))
      return item.ok ? item.record : null;
  } catch {
    // A file that was moved away or damaged holds nothing; the article itself is in the catalog.
    return null;
  }
  return null;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
