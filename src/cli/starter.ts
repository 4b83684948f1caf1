import type { Command } from "commander";
import { findSources, STARTER_OUTLETS, type StarterOutlet } from "../pipeline/index.ts";
import {
  addFetchOptions,
  type FetchOptions,
  type OpenedWorld,
  openCollectWorld,
} from "./collecting.ts";
import { addHomeOption, withStore } from "./home.ts";
import type { Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";

interface Options extends FetchOptions {
  readonly country?: string;
  readonly check?: boolean;
  readonly add?: boolean;
}

/** `tawatur starter`: real Arabic outlets to begin with, listed, checked or added. */
export function addStarter(program: Command, io: Io, end: (exitCode: number) => void): void {
  const command = program
    .command("starter")
    .description("list real Arabic outlets to begin with, as JSON Lines; --add adds them")
    .option("--country <code>", "only those of one country, as EG")
    .option("--check", "ask each for its feed, and say what it answers")
    .option("--add", "ask each for its feed, and add what it has");
  addFetchOptions(addHomeOption(command)).action(async (options: Options) => {
    const outlets = STARTER_OUTLETS.filter(
      ({ country }) => options.country === undefined || country === options.country.toUpperCase(),
    );
    if (options.check !== true && options.add !== true) {
      for (const outlet of outlets) await io.out(toJsonLine(outlet));
      return;
    }
    await withStore(options, io, async (store) => {
      const opened = openCollectWorld(store, options, io, () => {});
      try {
        let good = 0;
        for (const outlet of outlets) {
          if (io.signal.aborted) break;
          if (await checkOne(outlet, options, opened, io)) good += 1;
        }
        io.err(`${good} of ${outlets.length} outlets have something to collect\n`);
        if (good === 0) end(1);
      } finally {
        await opened.close();
      }
    });
  });
}

/** Whether the outlet has something to collect. A feed that has moved away is looked for from the home page. */
async function checkOne(
  outlet: StarterOutlet,
  options: Options,
  { world }: OpenedWorld,
  io: Io,
): Promise<boolean> {
  const places = [...(outlet.feed === null ? [] : [outlet.feed]), outlet.home];
  let reason = "nothing found";
  for (const place of places) {
    const found = await findSources(place, world.fetcher, io.signal);
    if (found.kind === "failed") reason = `${found.reason}: ${found.detail}`;
    if (found.kind !== "sources" || found.chosen.length === 0) continue;
    const urls = found.chosen.map(({ url }) => url);
    await io.out(toJsonLine({ name: outlet.name, ok: true, sources: urls }));
    if (options.add !== true) return true;
    const now = io.now();
    const sources = found.chosen.map(({ url, kind }) => ({
      host: new URL(url).host,
      source: {
        id: url,
        url,
        kind,
        title: outlet.name,
        home: outlet.home,
        country: outlet.country,
        folder: [outlet.country],
        state: "active" as const,
        addedAt: now.toISOString(),
      },
    }));
    await world.store.collection.addSources(sources, now.getTime());
    return true;
  }
  await io.out(toJsonLine({ name: outlet.name, ok: false, reason }));
  return false;
}
