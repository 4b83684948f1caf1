import { fileURLToPath } from "node:url";
import { collect, STARTER_OUTLETS } from "../pipeline/index.ts";
import { FEED_PATHS } from "../sample/index.ts";
import type { Store } from "../store/index.ts";
import { openCollectWorld } from "./collecting.ts";
import { importInto } from "./import.ts";
import { CliError, type Io } from "./io.ts";
import { type PressServer, startPress } from "./press-server.ts";
import { VERSION } from "./version.ts";

const SAMPLE = fileURLToPath(new URL("../../samples/press", import.meta.url));
/** The note that tells the reader that the database holds the sample. */
const SAMPLE_NOTE = "sample";
/** The evening of the last day of the press: everything has appeared, and nothing is older than its articles say. */
const AIR_TIME = Date.parse("2026-03-04T23:59:00Z");

/** Fills an empty database with the sample: collected from the invented outlets as from real ones, on this machine and no other. */
export async function fillEmpty(store: Store, io: Io): Promise<void> {
  const { articles } = await store.catalog.size();
  const { sources } = await store.collection.size(0);
  const unfinished = (await store.catalog.note(SAMPLE_NOTE)) === "filling";
  if ((articles > 0 || sources > 0) && !unfinished) return;
  await store.catalog.setNote(SAMPLE_NOTE, "filling");
  io.err("the database is empty: collecting the sample (invented news)\n");
  try {
    await collectSample(store, io);
  } catch (error) {
    // Where no port can be had, the articles themselves are read: a start never fails for its sample.
    if (!(error instanceof CliError)) throw error;
    await importInto(store, [SAMPLE], io);
  }
  if (io.signal.aborted) return;
  await store.catalog.setNote(SAMPLE_NOTE, VERSION);
  io.err(
    `real news: \`tawatur starter --add\` adds ${STARTER_OUTLETS.length} Arabic outlets, \`tawatur serve --collect\` collects them\n`,
  );
}

async function collectSample(store: Store, io: Io): Promise<void> {
  const press = await startPress({
    port: 0,
    toOrigin: ({ host }) => `https://${host}`,
    airTime: () => AIR_TIME,
    changes: false,
    fault: () => "none",
  });
  const now = () => new Date(AIR_TIME);
  const standIns = new Map(press.outlets.map(({ host }) => [host, press.port]));
  const opened = openCollectWorld(store, { pause: "0" }, { ...io, now }, () => {}, {
    standIns,
  });
  try {
    await addPress(store, press);
    await collect(opened.world, {}, io.signal);
    // The invented sites are not there when the press is closed.
    for (const { source } of await store.collection.sources()) {
      await store.collection.setState(source.id, "paused", AIR_TIME);
    }
  } finally {
    await opened.close();
    await press.close();
  }
}

async function addPress(store: Store, { outlets }: PressServer): Promise<void> {
  const sources = outlets.map(({ host, name, feed }) => {
    const url = `https://${host}${FEED_PATHS[feed].path}`;
    const kind = feed.includes("sitemap") ? ("sitemap" as const) : ("feed" as const);
    return {
      host,
      source: {
        id: url,
        url,
        kind,
        title: name,
        home: `https://${host}/`,
        country: null,
        folder: [],
        state: "active" as const,
        addedAt: new Date(AIR_TIME).toISOString(),
      },
    };
  });
  await store.collection.addSources(sources, AIR_TIME);
}
