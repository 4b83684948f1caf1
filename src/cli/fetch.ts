import { type Command, Option } from "commander";
import { pino } from "pino";
import type { CollectEvent, CollectReport } from "../pipeline/index.ts";
import {
  addFetchOptions,
  type FetchOptions,
  keepCollecting,
  openCollectWorld,
  runCollect,
} from "./collecting.ts";
import { addHomeOption, withStore } from "./home.ts";
import { type Io, toCount } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";

interface Options extends FetchOptions {
  readonly watch?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly log?: string;
}

const INTERRUPTED = 130;

/** `tawatur fetch`: what is due, once or again and again. */
export function addFetch(program: Command, io: Io, end: (exitCode: number) => void): void {
  const command = program
    .command("fetch")
    .description("fetch what is due of the sources, and make articles and stories of it")
    .option("--watch", "go on until stopped, each source at its own rhythm")
    .option("--all", "poll every source now, due or not")
    .addOption(
      new Option("--log <form>", "what is told while it runs")
        .choices(["text", "json"])
        .default("text"),
    )
    .option("--json", "print the summary as JSON on standard output")
    .addHelpText(
      "after",
      `
Several of these may run on one database. Killed anywhere, the next one goes on.`,
    );
  addFetchOptions(addHomeOption(command)).action(async (options: Options) => {
    const report = await withStore(options, io, async (store) => {
      if (options.all === true) await store.collection.hurry(io.now().getTime());
      const tell = toTeller(options.log ?? "text", io);
      const open = () => openCollectWorld(store, options, io, tell);
      if (options.watch === true) return keepCollecting(open, io.signal);
      const opened = open();
      try {
        return await runCollect(opened, {}, io.signal);
      } finally {
        await opened.close();
      }
    });
    if (options.json === true) await io.out(toJsonLine(report));
    else io.err(toSummary(report));
    if (report.interrupted && options.watch !== true) end(INTERRUPTED);
  });
}

export function toSummary({ polls, pages, new: added, changed }: CollectReport): string {
  const fetched = `${toCount(polls, "source")} and ${toCount(pages, "page")} fetched`;
  return `${fetched}: ${toCount(added, "new article")}, ${changed} changed\n`;
}

/** Tells events: as a line to a person, or as structured log lines. */
export function toTeller(form: string, io: Io): (event: CollectEvent) => void {
  if (form === "json") {
    const logger = pino(
      { base: null, timestamp: () => `,"time":"${io.now().toISOString()}"` },
      { write: io.err },
    );
    return (event) => {
      if (isTrouble(event)) logger.warn(event);
      else logger.info(event);
    };
  }
  return (event) => {
    const line = toLine(event);
    if (line !== null) io.err(`${line}\n`);
  };
}

function isTrouble(event: CollectEvent): boolean {
  if (event.kind === "poll" || event.kind === "page" || event.kind === "push")
    return event.reason !== null;
  return event.kind === "store-fault" || event.kind === "sitemap";
}

function toLine(event: CollectEvent): string | null {
  switch (event.kind) {
    case "poll":
      if (event.result === "failed") return `${event.source}: ${event.reason}: ${event.detail}`;
      return event.found > 0 ? `${event.source}: ${event.found} new of ${event.entries}` : null;
    case "page":
      if (event.reason === null) return null;
      return `${event.page}: ${event.result === "aside" ? "set aside: " : ""}${event.reason}: ${event.detail}`;
    case "push":
      return `${event.source}: from its hub: ${event.reason ?? `${event.found} new of ${event.entries}`}`;
    case "sitemap":
      return `${event.source}: ${event.reason}: ${event.detail}`;
    case "moved":
      return `${event.source}: moved to ${event.to}`;
    case "store-fault":
      return `${event.reason}: ${event.detail}`;
    case "saved":
      return null;
  }
}
