import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { HomeOption } from "./home.ts";
import { CliError } from "./io.ts";

/** What commands that read much take. */
export interface WorkersOption extends HomeOption {
  readonly workers?: string;
}

/** Storing and grouping are one thread's work; more than so many beside it would wait for it. */
const MOST_BY_DEFAULT = 4;
const MOST_WORKERS = 64;

export function addWorkersOption(command: Command): Command {
  return command.option(
    "--workers <n>",
    `threads that read; the first also stores (default: as the machine has cores, at most ${MOST_BY_DEFAULT})`,
  );
}

/** How many threads to have beside this one. */
export function toThreads(written: string | undefined): number {
  if (written === undefined) return Math.min(MOST_BY_DEFAULT, availableParallelism()) - 1;
  const workers = Number(written);
  if (Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS) return workers - 1;
  throw new CliError(`--workers takes a whole number from 1 to ${MOST_WORKERS}, not ${written}`, 2);
}
