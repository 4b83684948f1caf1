/**
 * Articles in: JSON Lines (plain or gzip), text files, folders, standard input. Articles out: JSON Lines, CSV, Parquet.
 * Invariants: a bad line is named with its number and the rest goes on; nothing is held in memory but the line being read;
 * a date that cannot be read is said so and left out, never guessed.
 */
export { toCsvHeader, toCsvLine } from "./csv.ts";
export { ArchiveError, type ArchiveErrorCode } from "./errors.ts";
export {
  type ExportRow,
  FLAT_COLUMNS,
  type FlatRow,
  toExportRow,
  toFlatRow,
} from "./export-row.ts";
export { type GonePage, readGoneNote, toGoneNote } from "./gone-note.ts";
export { type Line, type LineFault, LONGEST_LINE_BYTES, readLines } from "./lines.ts";
export { findInputs, type InputFile, readBytes, toReason } from "./open.ts";
export {
  type PackagedOriginal,
  type PackagedPage,
  type PageFields,
  type PageOriginals,
  toPageFields,
} from "./packaged-page.ts";
export { openParquet, type ParquetFile } from "./parquet.ts";
export {
  parseJson,
  parseRecord,
  type ReadRecord,
  type RecordFault,
  toArticle,
  toPublished,
} from "./record.ts";
export {
  isPackageLine,
  type PackagedReport,
  type PackageReading,
  type ReportLine,
  readPackageLine,
  type SeenArticle,
  type StoryLine,
  toReportLine,
  toStoryLine,
} from "./story-package.ts";
export { readWaczFile } from "./wacz-file.ts";
export { openWarcExport, type WarcExport } from "./warc-export.ts";
export { type KeptRecord, readKept, readOriginal, readWarcFile } from "./warc-file.ts";
export {
  type HttpMessage,
  parseHttpMessage,
  readWarc,
  type WarcItem,
  type WarcRecord,
} from "./warc-reader.ts";
export type { WarcNote, WarcResponse } from "./warc-record.ts";
export { createWarcWriter, type WarcWriter, type WarcWriterOptions } from "./warc-writer.ts";
