import type { Command } from "commander";
import { toOpml } from "../feed/index.ts";
import type { SourceRecord, Store } from "../store/index.ts";
import { addHomeOption, type HomeOption, withStore } from "./home.ts";
import { type Io, toCount } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";

interface ListOptions extends HomeOption {
  readonly json?: boolean;
  readonly opml?: boolean;
}

const MOST_ASIDE = 1000;

/** `tawatur sources`, `pause`, `resume`, `remove`, `aside`, `retry`: what is fetched, and how it goes. */
export function addSources(program: Command, io: Io, end: (exitCode: number) => void): void {
  addList(program, io);
  addChange(program, io, end, "pause", "stop fetching sources", (store, id, now) =>
    store.collection.setState(id, "paused", now),
  );
  addChange(program, io, end, "resume", "fetch paused sources again", (store, id, now) =>
    store.collection.setState(id, "active", now),
  );
  addChange(program, io, end, "remove", "remove sources; their articles stay", (store, id) =>
    store.collection.removeSource(id),
  );
  addAside(program, io, end);
}

function addList(program: Command, io: Io): void {
  const command = program
    .command("sources")
    .description("list the sources, when they are polled next and what went wrong")
    .option("--json", "as JSON Lines")
    .option("--opml", "as an OPML list");
  addHomeOption(command).action(async (options: ListOptions) => {
    const [sources, { aside }] = await withStore(
      options,
      io,
      ({ collection }) => Promise.all([collection.sources(), collection.size(io.now().getTime())]),
      { readOnly: true },
    );
    if (options.opml === true) {
      const feeds = sources.map(({ source }) => ({
        url: source.url,
        title: source.title,
        home: source.home,
        folder: source.folder,
      }));
      await io.out(toOpml("Tawatur", feeds));
      return;
    }
    for (const record of sources) {
      await io.out(options.json === true ? toJsonLine(toRow(record)) : toText(record));
    }
    if (aside > 0) {
      io.err(`${toCount(aside, "page")} given up: see \`tawatur aside\` and \`tawatur retry\`\n`);
    }
  });
}

function toRow({ source, poll, nextAt }: SourceRecord) {
  return { ...source, nextAt: new Date(nextAt).toISOString(), poll };
}

function toText(record: SourceRecord): string {
  const { source, poll, nextAt } = record;
  const state = source.state === "paused" ? "paused" : `next ${new Date(nextAt).toISOString()}`;
  const fault =
    poll.fault === null
      ? ""
      : `  ! ${poll.fault.reason}: ${poll.fault.detail} (${poll.failures} times)\n`;
  return `${source.id}\n  ${source.title ?? "?"} · ${source.kind} · ${state} · last ${poll.succeededAt ?? "never"} · ${poll.entries} entries\n${fault}`;
}

const DONE = {
  pause: "paused",
  resume: "is fetched again",
  remove: "removed; its articles stay",
} as const;

function addChange(
  program: Command,
  io: Io,
  end: (exitCode: number) => void,
  name: keyof typeof DONE,
  description: string,
  change: (store: Store, id: string, now: number) => Promise<boolean>,
): void {
  const command = program
    .command(name)
    .description(description)
    .argument("<source...>", "addresses, as `tawatur sources` lists them");
  addHomeOption(command).action(async (ids: string[], options: HomeOption) => {
    await withStore(options, io, async (store) => {
      for (const id of ids) {
        const isKnown = await change(store, id, io.now().getTime());
        io.err(isKnown ? `${id}: ${DONE[name]}\n` : `tawatur: no source ${id}\n`);
        if (!isKnown) end(1);
      }
    });
  });
}

const toDue = (count: number): string =>
  `${toCount(count, "page")} ${count === 1 ? "is" : "are"} due again`;

function addAside(program: Command, io: Io, end: (exitCode: number) => void): void {
  const aside = program
    .command("aside")
    .description("list the pages that were given up, with the reason, as JSON Lines");
  addHomeOption(aside).action(async (options: HomeOption) => {
    const pages = await withStore(options, io, (store) => store.collection.aside(MOST_ASIDE), {
      readOnly: true,
    });
    for (const { id, url, source, fault } of pages) {
      await io.out(toJsonLine({ id, url, source, ...fault }));
    }
  });
  const retry = program
    .command("retry")
    .description("try pages again that were given up")
    .argument("[page...]", "ids, as `tawatur aside` lists them; all of them by default");
  addHomeOption(retry).action(async (ids: string[], options: HomeOption) => {
    await withStore(options, io, async ({ collection }) => {
      const now = io.now().getTime();
      if (ids.length === 0) {
        io.err(`${toDue(await collection.retry("all", now))}\n`);
        return;
      }
      for (const id of ids) {
        const count = await collection.retry([id], now);
        io.err(
          count > 0 ? `${id}: is due again\n` : `tawatur: ${id} is no page that was given up\n`,
        );
        if (count === 0) end(1);
      }
    });
  });
}
