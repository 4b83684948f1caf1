import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { parseFeed, parseOpml } from "../feed/index.ts";
import { CliError, type Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";

interface Options {
  readonly url?: string;
  readonly contentType?: string;
}

/** `tawatur feed`: a feed, sitemap or OPML file to its entries, or to the reason why it has none. */
export function addFeed(program: Command, io: Io, end: (exitCode: number) => void): void {
  program
    .command("feed")
    .description("read feeds, sitemaps and OPML files")
    .argument("[file...]", "files as fetched, gzip allowed; - or nothing for standard input")
    .option("--url <address>", "where the file is from; relative addresses are resolved against it")
    .option("--content-type <value>", "the Content-Type that the server sent")
    .addHelpText(
      "after",
      `
Prints {file, kind, title, home, …, faults} and then {entry: {id, url, title, …}} for each entry; or {file, reason, detail}.`,
    )
    .action(async (files: string[], options: Options) => {
      let refused = 0;
      const names = files.length === 0 ? ["-"] : files;
      for (const name of names) {
        if (!(await printFeed(name, options, io))) refused += 1;
      }
      if (refused === names.length) end(1);
    });
}

async function printFeed(name: string, options: Options, io: Io): Promise<boolean> {
  const content = await readWhole(name, io);
  const contentType = options.contentType ?? null;
  const reading = parseFeed({ content, url: options.url ?? null, contentType });
  if (reading.ok) {
    const { entries, ...head } = reading.feed;
    await io.out(toJsonLine({ file: name, ...head }));
    for (const entry of entries) await io.out(toJsonLine({ entry }));
    return true;
  }
  const list = reading.reason === "opml" ? parseOpml(content, contentType) : null;
  if (list?.ok === true) {
    await io.out(toJsonLine({ file: name, kind: "opml", title: list.title }));
    for (const feed of list.feeds) await io.out(toJsonLine({ feed }));
    return true;
  }
  const { reason, detail } = reading;
  await io.out(toJsonLine({ file: name, reason: list?.reason ?? reason, detail }));
  return false;
}

async function readWhole(name: string, io: Io): Promise<Uint8Array> {
  if (name !== "-") {
    return readFile(name).catch((cause: Error) => {
      throw new CliError(`${name}: ${cause.message}`, 1, cause);
    });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.input) chunks.push(chunk);
  return Buffer.concat(chunks);
}
