import { type Line, readBytes, readLines } from "../archive/index.ts";
import type { Io } from "./io.ts";

/** What became of the lines of a run. */
export interface LineTally {
  readonly read: number;
  readonly bad: number;
}

export type ReadLine<Row> =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly detail: string };

/** Calls `work` for each good line of the files ("-" or none: standard input); bad ones are reported with their number, counted and skipped. */
export async function eachLine<Row>(
  files: readonly string[],
  io: Io,
  read: (text: string) => ReadLine<Row>,
  work: (row: Row) => void | Promise<void>,
): Promise<LineTally> {
  let good = 0;
  let bad = 0;
  for (const file of files.length === 0 ? ["-"] : files) {
    for await (const line of linesOf(file, io)) {
      if (io.signal.aborted) return { read: good, bad };
      const found: ReadLine<Row> = line.ok ? read(line.text) : { ok: false, detail: line.reason };
      if (found.ok) {
        good += 1;
        await work(found.row);
      } else {
        bad += 1;
        io.err(`${toName(file)}, line ${line.number}: ${found.detail}\n`);
      }
    }
  }
  return { read: good, bad };
}

function linesOf(file: string, io: Io): AsyncIterable<Line> {
  return readLines(readBytes(file === "-" ? io.input : file, toName(file)));
}

function toName(file: string): string {
  return file === "-" ? "standard input" : file;
}

/** Says how many lines were skipped, if any. */
export function reportBad({ read, bad }: LineTally, io: Io): void {
  if (bad > 0) io.err(`${bad} bad ${bad === 1 ? "line" : "lines"} skipped, ${read} read\n`);
}

export function toJsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
