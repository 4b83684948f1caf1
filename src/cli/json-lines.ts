import { ArchiveError, type Line, readBytes, readLines } from "../archive/index.ts";
import type { Io } from "./io.ts";

/** What became of the lines of a run. */
export interface LineTally {
  readonly read: number;
  readonly bad: number;
  /** Files among several that could not be read, or not to their end. */
  readonly lost: number;
}

export type ReadLine<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly detail: string };

/**
 * Calls `work` for each good line of the files ("-" or none: standard input); bad ones are reported with their number, counted and skipped.
 * Of several files one that cannot be read is told and the others go on; alone it fails.
 */
export async function eachLine<Row>(
  files: readonly string[],
  io: Io,
  read: (text: string) => ReadLine<Row>,
  work: (row: Row) => void | Promise<void>,
): Promise<LineTally> {
  const names = files.length === 0 ? ["-"] : files;
  const tally = { read: 0, bad: 0, lost: 0 };
  for (const name of names) {
    try {
      for await (const line of linesOf(name, io)) {
        if (io.signal.aborted) return tally;
        tally[await takeLine(name, line, io, read, work)] += 1;
      }
    } catch (error) {
      if (names.length === 1 || !(error instanceof ArchiveError)) throw error;
      io.err(`${error.message}\n`);
      tally.lost += 1;
    }
  }
  return tally;
}

async function takeLine<Row>(
  name: string,
  line: Line,
  io: Io,
  read: (text: string) => ReadLine<Row>,
  work: (row: Row) => void | Promise<void>,
): Promise<"read" | "bad"> {
  const found: ReadLine<Row> = line.ok ? read(line.text) : { ok: false, detail: line.reason };
  if (found.ok) {
    await work(found.row);
    return "read";
  }
  io.err(`${toName(name)}, line ${line.number}: ${found.detail}\n`);
  return "bad";
}

function linesOf(file: string, io: Io): AsyncIterable<Line> {
  return readLines(readBytes(file === "-" ? io.input : file, toName(file)));
}

function toName(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Says how many lines were skipped, if any; true when the run failed: a file was not read, or no line was good. */
export function reportBad({ read, bad, lost }: LineTally, io: Io): boolean {
  if (bad > 0) io.err(`${bad} bad ${bad === 1 ? "line" : "lines"} skipped, ${read} read\n`);
  return lost > 0 || (read === 0 && bad > 0);
}

export function toJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
