import { Command } from "commander";
import type { Io } from "./io.ts";
import { VERSION } from "./version.ts";

/** Adds a command to the program; `end` is told an exit code that is not 0. */
type Add = (program: Command, io: Io, end: (exitCode: number) => void) => void;

/** The commands in the order of the help, each loaded when it is asked for: what one needs costs the others neither time nor memory. */
const COMMANDS: ReadonlyMap<string, () => Promise<Add>> = new Map([
  ["serve", async () => (await import("./serve.ts")).addServe],
  ["import", async () => (await import("./import.ts")).addImport],
  ["add", async () => (await import("./add.ts")).addAdd],
  ["fetch", async () => (await import("./fetch.ts")).addFetch],
  ["sources", async () => (await import("./sources.ts")).addSources],
  ["starter", async () => (await import("./starter.ts")).addStarter],
  ["reindex", async () => (await import("./reindex.ts")).addReindex],
  ["sample-press", async () => (await import("./sample-press.ts")).addSamplePress],
  ["search", async () => (await import("./search.ts")).addSearch],
  ["extract", async () => (await import("./extract.ts")).addExtract],
  ["feed", async () => (await import("./feed.ts")).addFeed],
  ["analyze", async () => (await import("./analyze.ts")).addAnalyze],
  ["group", async () => (await import("./group.ts")).addGroup],
  ["export", async () => (await import("./export.ts")).addExport],
  ["correct", async () => (await import("./correct.ts")).addCorrect],
  ["doctor", async () => (await import("./doctor.ts")).addDoctor],
]);

const EPILOG = `
Data goes to standard output, talk to standard error. Exit codes: 0 done, 1 failed, 2 misuse.
JSON Lines files may be gzip; "-" is standard input.`;

/** The program over one process, with the command that is asked for, or with all of them when it is none of them. */
export async function createProgram(
  asked: string | undefined,
  io: Io,
  end: (exitCode: number) => void,
): Promise<Command> {
  const program = new Command("tawatur")
    .description(
      "Arabic news: reports of one event become a story, and a story says how many independent accounts stand behind it.",
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError("(add --help for what a command takes)")
    .configureOutput({ writeOut: (text) => void io.out(text), writeErr: io.err })
    .addHelpText("after", EPILOG);
  const one = COMMANDS.get(asked ?? "");
  for (const load of one === undefined ? COMMANDS.values() : [one]) {
    const add = await load();
    add(program, io, end);
  }
  return program;
}
