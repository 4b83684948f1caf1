import { Command } from "commander";
import { addAdd } from "./add.ts";
import { addAnalyze } from "./analyze.ts";
import { addCorrect } from "./correct.ts";
import { addDoctor } from "./doctor.ts";
import { addExport } from "./export.ts";
import { addExtract } from "./extract.ts";
import { addFeed } from "./feed.ts";
import { addFetch } from "./fetch.ts";
import { addGroup } from "./group.ts";
import { addImport } from "./import.ts";
import type { Io } from "./io.ts";
import { addReindex } from "./reindex.ts";
import { addSamplePress } from "./sample-press.ts";
import { addSearch } from "./search.ts";
import { addServe } from "./serve.ts";
import { addSources } from "./sources.ts";
import { addStarter } from "./starter.ts";
import { VERSION } from "./version.ts";

const EPILOG = `
Data goes to standard output, talk to standard error. Exit codes: 0 done, 1 failed, 2 misuse.
JSON Lines files may be gzip; "-" is standard input.`;

/** All commands over one process. `end` is told an exit code that is not 0. */
export function createProgram(io: Io, end: (exitCode: number) => void): Command {
  const program = new Command("tawatur")
    .description(
      "Arabic news: reports of one event become a story, and a story says how many independent accounts stand behind it.",
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError("(add --help for what a command takes)")
    .configureOutput({ writeOut: (text) => void io.out(text), writeErr: io.err })
    .addHelpText("after", EPILOG);
  addServe(program, io);
  addImport(program, io, end);
  addAdd(program, io, end);
  addFetch(program, io, end);
  addSources(program, io, end);
  addStarter(program, io, end);
  addReindex(program, io);
  addSamplePress(program, io);
  addSearch(program, io);
  addExtract(program, io, end);
  addFeed(program, io, end);
  addAnalyze(program, io, end);
  addGroup(program, io, end);
  addExport(program, io);
  addCorrect(program, io);
  addDoctor(program, io, end);
  return program;
}
