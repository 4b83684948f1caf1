import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BlobStore } from "../blob-store.ts";
import type { Writer } from "./connection.ts";
import { toFailure } from "./failure.ts";

const KEY = /^[0-9a-f]{64}$/;

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** The size of a file; null when there is none. */
async function findSize(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

/** A reader sees the whole file or none: it gets its name only when it is complete. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Blobs as files, `ab/abcdef…`, under a folder. `writer` is asked only for leave to write. */
export function createBlobStore(folder: string, writer: Writer): BlobStore {
  const toPath = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    put: async (bytes) => {
      writer();
      const key = createHash("sha256").update(bytes).digest("hex");
      const path = toPath(key);
      try {
        // A crash can leave a file short, so its size is asked, not only its presence.
        if ((await findSize(path)) !== bytes.length) await writeWhole(path, bytes);
      } catch (error) {
        throw toFailure(error, path);
      }
      return key;
    },
    get: async (key) => {
      if (!KEY.test(key)) return null;
      try {
        return new Uint8Array(await readFile(toPath(key)));
      } catch (error) {
        if (isAbsent(error)) return null;
        throw toFailure(error, toPath(key));
      }
    },
  };
}
