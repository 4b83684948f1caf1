import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError, type StoreErrorCode } from "../errors.ts";

/** https://sqlite.org/rescode.html, the low byte. libsql does not know the names of all extended codes, so numbers are read. */
const BY_RESULT: ReadonlyMap<number, StoreErrorCode> = new Map([
  [3, "unwritable"], // PERM
  [5, "busy"], // BUSY
  [6, "busy"], // LOCKED
  [8, "unwritable"], // READONLY
  [10, "unwritable"], // IOERR
  [11, "not-a-database"], // CORRUPT
  [13, "full"], // FULL
  [14, "unwritable"], // CANTOPEN
  [15, "busy"], // PROTOCOL
  [26, "not-a-database"], // NOTADB
]);

const BY_ERRNO: ReadonlyMap<string, StoreErrorCode> = new Map([
  ["EACCES", "unwritable"],
  ["EDQUOT", "full"],
  ["EEXIST", "unwritable"],
  ["EIO", "unwritable"],
  ["EISDIR", "unwritable"],
  ["ELOOP", "unwritable"],
  ["ENAMETOOLONG", "unwritable"],
  ["ENOENT", "unwritable"],
  ["ENOSPC", "full"],
  ["ENOTDIR", "unwritable"],
  ["EPERM", "unwritable"],
  ["EROFS", "unwritable"],
]);

const SAYS: Readonly<Record<StoreErrorCode, string>> = {
  unwritable: "cannot be read or written",
  missing: "has no database yet",
  "not-a-database": "is not a database of Tawatur, or is damaged",
  "too-new": "was made by a newer version of Tawatur",
  busy: "is being written by another process",
  full: "has no space left on its device",
};

/** libsql throws this without any code when the file itself cannot be opened. */
const FAILED_OPEN = "ConnectionFailed";

function findCode(error: Error): StoreErrorCode | null {
  if (error.message.startsWith(FAILED_OPEN)) return "unwritable";
  if ("rawCode" in error && typeof error.rawCode === "number") {
    return BY_RESULT.get(error.rawCode % 256) ?? null;
  }
  return "code" in error ? (BY_ERRNO.get(String(error.code)) ?? null) : null;
}

/** Less than SQLite takes for the file that its processes share. */
const NO_ROOM_BYTES = 65_536;

/** On a full disk some writes of SQLite fail as "disk I/O error", and files cannot be made. */
function isFull(path: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < NO_ROOM_BYTES;
  } catch {
    return false;
  }
}

/** What a driver's or file system's error means for the store; anything else is a bug and comes back as it was. */
export function toFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const found = findCode(error);
  if (found === null) return error;
  const mayBeFull = found === "unwritable" && !("code" in error && error.code === "ENOENT");
  const code = mayBeFull && isFull(path) ? "full" : found;
  const [reason] = error.message.split("\n");
  return new StoreError(code, path, `${path} ${SAYS[code]} (${reason})`, error);
}
