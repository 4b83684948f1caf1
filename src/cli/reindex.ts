import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import {
  createPageMemory,
  createWorkerPool,
  findWarcPages,
  importArticles,
  learnFrom,
  openLessons,
  readWarcPages,
} from "../pipeline/index.ts";
import { LESSONS_FOLDER, WARC_FOLDER } from "./collecting.ts";
import { compileLittle } from "./compile-little.ts";
import { addHomeOption, withStore } from "./home.ts";
import { CliError, type Io } from "./io.ts";
import { createProgressBar } from "./progress.ts";
import { addWorkersOption, toThreads, type WorkersOption } from "./workers.ts";

interface Options extends WorkersOption {
  readonly learn: boolean;
}

const WARC = /\.warc(?:\.gz)?$/u;

/** `tawatur reindex`: everything again from the originals, as this version reads them. */
export function addReindex(program: Command, io: Io): void {
  const command = program
    .command("reindex")
    .description("read the kept originals again and make articles and stories of them")
    .addHelpText(
      "after",
      `
Works on a database that is lost (an empty one is made) as on one that is there: what this version reads otherwise becomes a
new version of its article; nothing is doubled.
With --learn the pages of each site first teach where its articles stand and what recurs beside them; everything is then read by that,
and so is what is fetched later.`,
    )
    .option("--learn", "let the kept pages of each site teach how they are read", false);
  addWorkersOption(addHomeOption(command)).action(async (options: Options) => {
    compileLittle();
    await withStore(options, io, async (store) => {
      const folder = join(store.location, WARC_FOLDER);
      const names = await readdir(folder).catch(() => []);
      const paths = names
        .filter((name) => WARC.test(name))
        .sort()
        .map((name) => join(folder, name));
      if (paths.length === 0) throw new CliError(`${folder}: no originals are kept there`);
      const lessons = openLessons(join(store.location, LESSONS_FOLDER));
      if (options.learn) {
        const learned = await learnFrom(findWarcPages(paths), io.signal);
        if (!io.signal.aborted) await lessons.save(learned);
        const many = learned.size === 1 ? "1 site has" : `${learned.size} sites have`;
        io.err(`${many} taught how their pages are read\n`);
      }
      const bar = createProgressBar(io, null);
      const pool = createWorkerPool(toThreads(options.workers));
      try {
        const report = await importArticles(
          readWarcPages(paths, createPageMemory(), pool.readPages, lessons),
          {
            store,
            analyzeAll: pool.analyzeAll,
            joinIn: pool.joinIn,
            now: io.now,
            onProgress: bar.show,
            onWait: () => io.err("waiting for another import into this database to end\n"),
          },
          () => {},
          io.signal,
        );
        const refused = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
        io.err(
          `${paths.length} files: ${report.new} new, ${report.changed} changed, ${report.unchanged} unchanged, ${refused} pages without article\n`,
        );
      } finally {
        bar.stop();
        await pool.close();
      }
    });
  });
}
