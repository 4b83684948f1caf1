/** What can go wrong with a store, as a closed set. */
export type StoreErrorCode =
  /** The folder or a file in it cannot be made, read or written, or the store was opened for reading only. */
  | "unwritable"
  /** Opened for reading only, and there is nothing to read before a writer has made (or upgraded) the database. */
  | "missing"
  /** The file is not a database of ours, or is damaged. */
  | "not-a-database"
  /** Made by a newer version of this program. */
  | "too-new"
  /** Another process holds the writer's lock for too long. */
  | "busy"
  /** No space left on the device. */
  | "full";

/** The store could not do what was asked. `path` is the file or folder concerned. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: StoreErrorCode;
  readonly path: string;

  constructor(code: StoreErrorCode, path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.path = path;
  }
}
