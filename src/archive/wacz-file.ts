import { type Entry, openPromise, type ZipFile } from "yauzl";
import { ArchiveError } from "./errors.ts";
import { readWarcBytes } from "./warc-file.ts";
import type { WarcItem } from "./warc-reader.ts";

const IN_ARCHIVE = /^archive\/.*\.warc(?:\.gz)?$/iu;
const MOST_ENTRIES = 10_000;
/** Of a WARC inside, unpacked from the zip; it is read as it comes and never held. */
const MOST_WARC_BYTES = 2 ** 40;
/** WARC files stand in a WACZ as they are, packed by themselves; pages pack to a tenth. Beyond this it is a bomb. */
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 2 ** 20;

/**
 * The records of the WARC files in a WACZ, in the order of their names. Its own index is not read: the records say all that it does.
 * Before anything is unpacked the directory is judged, so that no file can be read twice, nor unpack to more than pages do.
 */
export async function* readWaczFile(path: string): AsyncGenerator<WarcItem> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch(
    (cause: unknown) => {
      throw toUnreadable(path, cause);
    },
  );
  try {
    for (const entry of await listWarcs(zip)) {
      const bytes = await zip.openReadStreamPromise(entry);
      yield* readWarcBytes(bytes, `${path}: ${entry.fileName}`);
    }
  } catch (cause) {
    throw toUnreadable(path, cause);
  } finally {
    zip.close();
  }
}

async function listWarcs(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw new Error(`more than ${MOST_ENTRIES} files in it`);
  const found: Entry[] = [];
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    if (packed > zip.fileSize) throw new Error("its files overlap");
    if (!IN_ARCHIVE.test(entry.fileName)) continue;
    const fault = toFault(entry);
    if (fault !== null) throw new Error(`${entry.fileName}: ${fault}`);
    found.push(entry);
  }
  if (found.length === 0) throw new Error("no WARC file under archive/ in it");
  return found.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

function toFault(entry: Entry): string | null {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) return "encrypted";
  if (uncompressedSize > MOST_WARC_BYTES) return "too large";
  const isBomb =
    uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * MOST_RATIO;
  return isBomb ? "unpacks to more than is read" : null;
}

function toUnreadable(path: string, cause: unknown): ArchiveError {
  if (cause instanceof ArchiveError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new ArchiveError("unreadable", path, `${path}: ${reason}`, cause);
}
