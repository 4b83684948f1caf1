import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Original } from "../model/index.ts";
import { ArchiveError } from "./errors.ts";
import {
  toInfoRecord,
  toNoteRecord,
  toResponseRecord,
  toRevisitRecord,
  type WarcNote,
  type WarcResponse,
} from "./warc-record.ts";

const pack = promisify(gzip);

export interface WarcWriterOptions {
  readonly folder: string;
  /** Names the files of this writer; no other writer may bear it. */
  readonly writer: string;
  readonly software: string;
  readonly now: () => Date;
  /** A file that has reached this size is followed by a new one; 512 MB by default. */
  readonly maxFileBytes?: number;
}

/** Keeps responses as WARC. */
export interface WarcWriter {
  /** Keeps a response whole and says where. */
  keep(response: WarcResponse): Promise<Original>;
  /** Keeps that a response was what is kept already. */
  keepRevisit(response: WarcResponse): Promise<void>;
  /** Keeps what is known of an address and was not received from it. */
  note(note: WarcNote): Promise<void>;
  /** Takes over a record that another archive kept, a gzip member, behind what is known of it. */
  adopt(member: Uint8Array, note: WarcNote): Promise<Original>;
  close(): Promise<void>;
}

const MAX_FILE_BYTES = 512 * 1024 * 1024;
const NOT_DIGITS = /\D/gu;

interface OpenFile {
  readonly name: string;
  readonly handle: FileHandle;
  length: number;
}

/**
 * One writer appends to one file at a time, a gzip member a record, so that each can be read alone. A record is whole in the file
 * before it is said where it is; one that could not be written whole is cut off again.
 */
export function createWarcWriter(options: WarcWriterOptions): WarcWriter {
  const { folder, maxFileBytes = MAX_FILE_BYTES } = options;
  let file: OpenFile | null = null;
  let serial = 0;
  let last: Promise<unknown> = Promise.resolve();

  const ready = async (): Promise<OpenFile> => {
    if (file !== null && file.length < maxFileBytes) return file;
    await file?.handle.close();
    serial += 1;
    file = await openFile(options, serial);
    return file;
  };
  const append = (packed: Promise<Uint8Array>): Promise<Original> => {
    const written = last.then(async () => {
      const member = await packed;
      const at = await ready();
      return { file: at.name, offset: await write(at, member, folder), length: member.length };
    });
    last = written.catch(() => {});
    return written;
  };
  const note = async (one: WarcNote): Promise<void> => {
    await append(pack(toNoteRecord(one)));
  };
  return {
    keep: (response) => append(pack(toResponseRecord(response))),
    keepRevisit: async (response) => {
      await append(pack(toRevisitRecord(response)));
    },
    note,
    adopt: async (member, beside) => {
      await note(beside);
      return append(Promise.resolve(member));
    },
    close: async () => {
      await last;
      await file?.handle.close();
      file = null;
    },
  };
}

async function openFile(options: WarcWriterOptions, serial: number): Promise<OpenFile> {
  const { folder, writer, software, now } = options;
  const at = now().toISOString();
  const stamp = at.replace(NOT_DIGITS, "").slice(0, 14);
  const name = `tawatur-${stamp}-${writer}-${String(serial).padStart(5, "0")}.warc.gz`;
  try {
    await mkdir(folder, { recursive: true });
    const file = { name, handle: await open(join(folder, name), "wx"), length: 0 };
    await begin(file, await pack(toInfoRecord(name, software, at)), folder);
    return file;
  } catch (error) {
    throw toFailure(error, folder);
  }
}

/** A file that cannot even begin is not left behind: on a full disk there would be one more with every try. */
async function begin(file: OpenFile, member: Uint8Array, folder: string): Promise<void> {
  try {
    await write(file, member, folder);
  } catch (error) {
    await file.handle.close();
    await rm(join(folder, file.name), { force: true });
    throw error;
  }
}

async function write(file: OpenFile, member: Uint8Array, folder: string): Promise<number> {
  const offset = file.length;
  try {
    let done = 0;
    while (done < member.length) {
      const { bytesWritten } = await file.handle.write(member, done, null, offset + done);
      done += bytesWritten;
    }
  } catch (error) {
    await file.handle.truncate(offset).catch(() => {});
    throw toFailure(error, folder);
  }
  file.length += member.length;
  return offset;
}

function toFailure(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof ArchiveError || !("code" in error))
    return error;
  const isFull = error.code === "ENOSPC" || error.code === "EDQUOT";
  const says = isFull ? "has no space left on its device" : "cannot be written";
  const message = `${folder} ${says} (${error.message})`;
  return new ArchiveError(isFull ? "full" : "unwritable", folder, message, error);
}
