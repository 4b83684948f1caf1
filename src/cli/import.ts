import type { Command } from "commander";
import {
  createWorkerPool,
  type ImportReport,
  importArticles,
  NOT_FOUND,
  readInputs,
} from "../pipeline/index.ts";
import { createOriginals } from "./collecting.ts";
import { compileLittle } from "./compile-little.ts";
import { addHomeOption, withStore } from "./home.ts";
import type { Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";
import { createProgressBar } from "./progress.ts";
import { addWorkersOption, toThreads, type WorkersOption } from "./workers.ts";

interface Options extends WorkersOption {
  readonly json?: boolean;
}

const INTERRUPTED = 130;

/** `tawatur import`: articles from files, folders and standard input into the database, grouped into stories. */
export function addImport(program: Command, io: Io, end: (exitCode: number) => void): void {
  const command = program
    .command("import")
    .description("read articles into the database and group them into stories")
    .argument(
      "<file...>",
      "JSON Lines (.jsonl, .jsonl.gz), WARC (.warc.gz, .wet, .wacz, .arc), pages (.html, .txt), folders of these, or - for standard input",
    )
    .option("--json", "print the summary as JSON on standard output")
    .addHelpText(
      "after",
      `
A record is {id, url, source, title, text, author, published, …}; it is known by its id, or by its url when it has none.
Importing again changes nothing; a changed text becomes a new version. Killed anywhere, the same command goes on.`,
    );
  addWorkersOption(addHomeOption(command)).action(async (files: string[], options: Options) => {
    compileLittle();
    const report = await withStore(options, io, (store) =>
      importInto(store, files, io, toThreads(options.workers)),
    );
    if (options.json === true) await io.out(toJsonLine(report));
    else io.err(toSummary(report));
    if (report.interrupted) end(INTERRUPTED);
    else if (isFailed(report)) end(1);
  });
}

/** Nothing could be read, or a file that was named is not there. */
function isFailed({ read, refused }: ImportReport): boolean {
  return (refused[NOT_FOUND] ?? 0) > 0 || (read === 0 && Object.keys(refused).length > 0);
}

type Stored = Parameters<Parameters<typeof withStore<ImportReport>>[2]>[0];

/** Imports files with progress on the terminal; faults are reported as they are met. */
export async function importInto(
  store: Stored,
  files: readonly string[],
  io: Io,
  threads: number = toThreads(undefined),
): Promise<ImportReport> {
  const bar = createProgressBar(io, null);
  const pool = createWorkerPool(threads);
  const originals = createOriginals(store, io);
  try {
    return await importArticles(
      readInputs(files, io.input, pool.readPages),
      {
        store,
        analyzeAll: pool.analyzeAll,
        joinIn: pool.joinIn,
        now: io.now,
        adoptOriginal: originals.adopt,
        onProgress: bar.show,
        onWait: () => io.err("waiting for another import into this database to end\n"),
      },
      (item) =>
        io.err(
          item.ok
            ? item.warnings.map((warning) => `${item.where}: ${warning}\n`).join("")
            : `${item.where}: ${item.detail}\n`,
        ),
      io.signal,
    );
  } finally {
    bar.stop();
    await pool.close();
    await originals.close();
  }
}

function toSummary(report: ImportReport): string {
  const refused = Object.entries(report.refused);
  const lines = [
    `read ${report.read}: ${report.new} new, ${report.unchanged} unchanged, ${report.changed} changed`,
    ...refused.map(([reason, count]) => `refused ${count}: ${reason}`),
    ...(report.interrupted ? ["interrupted: the same command goes on from here"] : []),
  ];
  return `${lines.join("\n")}\n`;
}
