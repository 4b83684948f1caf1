import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ArchiveError } from "./errors.ts";
import { toInfoRecord, toNoteRecord, type WarcNote } from "./warc-record.ts";

const pack = promisify(gzip);

/** A WARC file being made of what is kept already. */
export interface WarcExport {
  /** Takes over a record as it is kept: a gzip member. */
  readonly copy: (member: Uint8Array) => Promise<void>;
  readonly note: (note: WarcNote) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a packed WARC file for writing; a file of that name is replaced. */
export async function openWarcExport(
  path: string,
  software: string,
  at: string,
): Promise<WarcExport> {
  const file: FileHandle = await open(path, "w").catch((cause: Error) => {
    throw new ArchiveError("unwritable", path, `${path}: ${cause.message}`, cause);
  });
  const write = async (bytes: Uint8Array) => {
    await file.writeFile(bytes);
  };
  await write(await pack(toInfoRecord(basename(path), software, at)));
  return {
    copy: write,
    note: async (note) => write(await pack(toNoteRecord(note))),
    close: () => file.close(),
  };
}
