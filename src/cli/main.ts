import { setMaxListeners } from "node:events";
import { CommanderError } from "commander";
import { ArchiveError } from "../archive/index.ts";
import { StoreError } from "../store/index.ts";
import { CliError, type Io } from "./io.ts";
import { createProgram } from "./program.ts";

const DONE = 0;
const FAILED = 1;
const MISUSE = 2;
/** 128 and the number of SIGINT, as shells have it. */
const INTERRUPTED = 130;

/** Runs one command and tells its exit code: 0 done, 1 failed, 2 misuse. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = DONE;
  const program = await createProgram(argv[0], io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : MISUSE;
    if (error instanceof CliError) {
      io.err(`tawatur: ${error.message}\n`);
      return error.exitCode;
    }
    if (error instanceof StoreError || error instanceof ArchiveError) {
      io.err(`tawatur: ${error.message}\n`);
      return FAILED;
    }
    if (io.signal.aborted && error === io.signal.reason) return INTERRUPTED;
    throw error;
  }
}

/** The program as started from a shell. */
export async function main(argv: readonly string[]): Promise<number> {
  const ending = new AbortController();
  // Every request under way listens.
  setMaxListeners(0, ending.signal);
  process.once("SIGINT", () => ending.abort());
  process.once("SIGTERM", () => ending.abort());
  // A reader such as `head` that has enough closes the pipe: that is an end, not a fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(DONE);
    process.stderr.write(`tawatur: cannot write the output: ${error.message}\n`);
    process.exit(FAILED);
  });
  return run(argv, {
    input: process.stdin,
    out: (text) => {
      if (process.stdout.write(text)) return undefined;
      return new Promise<void>((resume) => process.stdout.once("drain", resume));
    },
    err: (text) => process.stderr.write(text),
    env: process.env,
    now: () => new Date(),
    terminal: process.stderr.isTTY === true,
    signal: ending.signal,
  });
}
