/**
 * Articles in: JSON Lines (plain or gzip), text files, folders, standard input.
 * Invariants: a bad line is named with its number and the rest goes on; nothing is held in memory but the line being read;
 * a date that cannot be read is said so and left out, never guessed.
 */
export { ArchiveError, type ArchiveErrorCode } from "./errors.ts";
export { type Line, type LineFault, LONGEST_LINE_BYTES, readLines } from "./lines.ts";
export { findInputs, type InputFile, readBytes } from "./open.ts";
export {
  parseRecord,
  type ReadRecord,
  type RecordFault,
  toArticle,
  toPublished,
} from "./record.ts";
