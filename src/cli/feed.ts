import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { ArchiveError, toReason } from "../archive/index.ts";
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
      let lost = 0;
      const names = files.length === 0 ? ["-"] : files;
      for (const name of names) {
        const content = await readWhole(name, io).catch((error: Error) => {
          if (names.length === 1) throw new CliError(error.message, 1, error);
          io.err(`${error.message}\n`);
          return null;
        });
        if (content === null) lost += 1;
        else if (!(await printFeed(name, content, options, io))) refused += 1;
      }
      if (lost > 0 || refused === names.length) end(1);
    });
}

async function printFeed(
  name: string,
  content: Uint8Array,
  options: Options,
  io: Io,
): Promise<boolean> {
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

/** A file as it is: what is packed in it is the feed's reader's to unpack. */
async function readWhole(name: string, io: Io): Promise<Uint8Array> {
  if (name !== "-") {
    return readFile(name).catch((cause: unknown) => {
      throw new ArchiveError("unreadable", name, `${name}: ${toReason(cause)}`, cause);
    });
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.input) chunks.push(chunk);
  return Buffer.concat(chunks);
}
