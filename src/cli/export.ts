import { open as openFile } from "node:fs/promises";
import { join } from "node:path";
import { type Command, Option } from "commander";
import {
  openParquet,
  openWarcExport,
  readKept,
  toCsvHeader,
  toCsvLine,
  toFlatRow,
  toPublished,
} from "../archive/index.ts";
import type { Original } from "../model/index.ts";
import { type ExportFilter, exportRows, exportStory, exportWarc } from "../pipeline/index.ts";
import type { Store } from "../store/index.ts";
import { WARC_FOLDER } from "./collecting.ts";
import { addHomeOption, type HomeOption, withStore } from "./home.ts";
import { CliError, type Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";
import { VERSION } from "./version.ts";

interface Options extends HomeOption {
  readonly format?: Format;
  readonly out?: string;
  readonly source?: string;
  readonly from?: string;
  readonly to?: string;
  readonly story?: string;
}

const FORMATS = ["jsonl", "csv", "parquet", "warc"] as const;
type Format = (typeof FORMATS)[number];
/** What the name of the output says of its format. */
const FORMAT_OF_NAME: readonly (readonly [RegExp, Format])[] = [
  [/\.csv$/iu, "csv"],
  [/\.parquet$/iu, "parquet"],
  [/\.warc\.gz$/iu, "warc"],
];
/** Formats that are no text. */
const NEEDS_FILE: ReadonlySet<Format> = new Set(["parquet", "warc"]);

const MS_PER_DAY = 86_400_000;

/** `tawatur export`: what the database holds, for other programs and other people. */
export function addExport(program: Command, io: Io): void {
  const command = program
    .command("export")
    .description("write articles with their stories, accounts and origins")
    .addOption(
      new Option(
        "--format <format>",
        "of the output (default: what the name of --out says, else jsonl)",
      ).choices(FORMATS),
    )
    .option("--out <file>", "where to (default: standard output; Parquet and WARC need a file)")
    .option("--source <outlet>", "only what this outlet published")
    .option("--from <day>", "only from this day on (YYYY-MM-DD, UTC)")
    .option("--to <day>", "only until this day, which is included")
    .option("--story <id>", "this story alone")
    .addHelpText(
      "after",
      `
JSON Lines read back with \`tawatur import\` are the same articles. A story as JSON Lines is complete in itself: its reports with
every text they had, the pages as they were received, its accounts, what links them and the evidence; read into another database
it is the same story.`,
    );
  addHomeOption(command).action(async (options: Options) => {
    const format = toFormat(options);
    if (NEEDS_FILE.has(format) && options.out === undefined) {
      throw new CliError(`export: --format ${format} needs --out FILE`, 2);
    }
    const filter = toFilter(options);
    await withStore(
      options,
      io,
      async (store) => {
        await checkStory(store, filter);
        if (format === "warc") io.err(await writeWarc(store, filter, options, io));
        else io.err(`exported ${await write(store, filter, format, options, io)} articles\n`);
      },
      { readOnly: true },
    );
  });
}

function toFormat({ format, out }: Options): Format {
  const named = FORMAT_OF_NAME.find(([name]) => name.test(out ?? ""))?.[1];
  return format ?? named ?? "jsonl";
}

async function checkStory({ catalog }: Store, { story }: ExportFilter): Promise<void> {
  if (story !== null && (await catalog.story(story)) === null) {
    throw new CliError(`export: there is no story ${story}`);
  }
}

async function writeWarc(
  store: Store,
  filter: ExportFilter,
  { out = "" }: Options,
  io: Io,
): Promise<string> {
  const file = await openWarcExport(out, `Tawatur/${VERSION}`, io.now().toISOString());
  try {
    const { originals, records } = await exportWarc(store, filter, keptIn(store), file);
    return `exported ${originals} pages as they were received, ${records} articles without one\n`;
  } finally {
    await file.close();
  }
}

/** Reads the originals of a store. */
const keptIn = (store: Store) => (place: Original) =>
  readKept(join(store.location, WARC_FOLDER), place);

function toFilter({ source, from, to, story }: Options): ExportFilter {
  const start = from === undefined ? null : toDay("--from", from);
  const end = to === undefined ? null : toDay("--to", to) + MS_PER_DAY;
  const range =
    start === null && end === null
      ? null
      : { from: start ?? Number.NEGATIVE_INFINITY, to: end ?? Number.POSITIVE_INFINITY };
  return { outlet: source ?? null, story: story ?? null, range };
}

function toDay(option: string, written: string): number {
  if (toPublished(written, "option")?.precision === "day") return Date.parse(written);
  throw new CliError(`export: ${option} takes a day as 2026-03-02, not ${written}`, 2);
}

async function write(
  store: Store,
  filter: ExportFilter,
  format: Format,
  options: Options,
  io: Io,
): Promise<number> {
  if (isPackage(filter, format)) return writePackage(store, filter.story, options, io);
  let written = 0;
  const batches = exportRows(store, filter);
  if (format === "parquet" && options.out !== undefined) {
    const file = openParquet(options.out);
    for await (const rows of batches) {
      await file.write(rows.map(toFlatRow));
      written += rows.length;
    }
    await file.finish();
    return written;
  }
  const output = await openOutput(options.out, io);
  try {
    if (format === "csv") await output.write(toCsvHeader());
    for await (const rows of batches) {
      const lines = rows.map((row) =>
        format === "csv" ? toCsvLine(toFlatRow(row)) : toJsonLine(row),
      );
      await output.write(lines.join(""));
      written += rows.length;
    }
  } finally {
    await output.close();
  }
  return written;
}

type StoryFilter = ExportFilter & { readonly story: string };

/** A story that is asked for whole, not in part and not as a table. */
function isPackage(filter: ExportFilter, format: Format): filter is StoryFilter {
  const { story, outlet, range } = filter;
  return story !== null && outlet === null && range === null && format === "jsonl";
}

async function writePackage(
  store: Store,
  story: string,
  { out }: Options,
  io: Io,
): Promise<number> {
  let reports = 0;
  const output = await openOutput(out, io);
  try {
    for await (const line of exportStory(store, story, keptIn(store))) {
      await output.write(toJsonLine(line));
      if (line.tawatur === "report") reports += 1;
    }
  } finally {
    await output.close();
  }
  return reports;
}

interface Output {
  readonly write: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

async function openOutput(path: string | undefined, io: Io): Promise<Output> {
  if (path === undefined) {
    return { write: async (text) => io.out(text), close: async () => {} };
  }
  const file = await openFile(path, "w").catch((error: Error) => {
    throw new CliError(`export: ${path} cannot be written: ${error.message}`, 1, error);
  });
  return {
    write: async (text) => {
      await file.writeFile(text);
    },
    close: () => file.close(),
  };
}
