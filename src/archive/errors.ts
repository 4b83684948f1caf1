/** What can go wrong with an input, as a closed set. */
export type ArchiveErrorCode =
  /** The file or folder does not exist. */
  | "not-found"
  /** It cannot be read, or its packing is damaged. */
  | "unreadable"
  /** It cannot be made or written. */
  | "unwritable"
  /** No space left on the device. */
  | "full";

/** An input could not be read to its end. `input` is the file or folder as named. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly code: ArchiveErrorCode;
  readonly input: string;

  constructor(code: ArchiveErrorCode, input: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.input = input;
  }
}
