import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { type OpmlFeed, parseOpml, toAddress } from "../feed/index.ts";
import type { Source } from "../model/index.ts";
import {
  type ChosenSource,
  type FoundSources,
  findSources,
  type TriedLink,
} from "../pipeline/index.ts";
import type { NewSource } from "../store/index.ts";
import {
  addFetchOptions,
  type FetchOptions,
  type OpenedWorld,
  openCollectWorld,
  runCollect,
} from "./collecting.ts";
import { toSummary, toTeller } from "./fetch.ts";
import { addHomeOption, withStore } from "./home.ts";
import { CliError, type Io } from "./io.ts";
import { toJsonLine } from "./json-lines.ts";

interface Options extends FetchOptions {
  readonly title?: string;
  readonly country?: string;
  readonly folder?: string;
  readonly fetch: boolean;
  readonly json?: boolean;
}

const FOLDER_MARK = "/";
const BARE_HOST = /^[^\s/:@]{1,200}\.[^\s/:@.]{2,63}(?::\d{1,5})?(?:\/\S*)?$/u;

/** `tawatur add`: finds what can be read at an address, adds it and fetches it. */
export function addAdd(program: Command, io: Io, end: (exitCode: number) => void): void {
  const command = program
    .command("add")
    .description("add sources: a home page, feed, sitemap or OPML list (address or file)")
    .argument("<address...>", "addresses, or OPML files")
    .option("--title <name>", "the outlet's name; the feed's own by default")
    .option("--country <code>", "ISO 3166 code of the outlet's country")
    .option("--folder <a/b>", "the folder to put it in")
    .option("--no-fetch", "add only; fetch later")
    .option("--json", "print what was found as JSON Lines on standard output");
  addFetchOptions(addHomeOption(command)).action(async (addresses: string[], options: Options) => {
    await withStore(options, io, async (store) => {
      const opened = openCollectWorld(store, options, io, toTeller("text", io));
      try {
        let added = 0;
        for (const address of addresses) added += await addOne(address, options, opened, io);
        if (added === 0) end(1);
        else if (options.fetch) io.err(toSummary(await runCollect(opened, {}, io.signal)));
      } finally {
        await opened.close();
      }
    });
  });
}

/** Says how many sources there are of an address now, new or known. */
async function addOne(
  address: string,
  options: Options,
  { world }: OpenedWorld,
  io: Io,
): Promise<number> {
  const found = await find(address, world.fetcher, io);
  if (options.json === true) await io.out(toJsonLine({ address, ...found }));
  if (found.kind === "failed") {
    io.err(`${address}: ${found.reason}: ${found.detail}\n`);
    return 0;
  }
  const now = io.now();
  const sources =
    found.kind === "opml"
      ? found.feeds.map((feed) => toSource(fromOpml(feed), options, now))
      : found.chosen.map((one) => toSource(fromChosen(one), options, now));
  if (found.kind === "sources") tellTried(address, found, io);
  const added = new Set(await world.store.collection.addSources(sources, now.getTime()));
  const known = sources.length - added.size;
  const passedOver = found.kind === "opml" ? found.passedOver : 0;
  const rest = [
    known > 0 ? `, ${known} known already` : "",
    passedOver > 0 ? `, ${passedOver} passed over: no http address, or too many` : "",
  ];
  io.err(`${address}: ${added.size} added${rest.join("")}\n`);
  return sources.length;
}

async function find(
  address: string,
  fetcher: OpenedWorld["world"]["fetcher"],
  io: Io,
): Promise<FoundSources> {
  const url = toAddress(address, []);
  if (url !== null) return findSources(url, fetcher, io.signal);
  const info = await stat(address).catch(() => null);
  if (info?.isFile() !== true) return findBare(address, fetcher, io);
  const list = parseOpml(await readFile(address));
  if (list.ok) return { kind: "opml", feeds: list.feeds, passedOver: list.passedOver };
  return { kind: "failed", reason: list.reason, detail: "not a list of feeds" };
}

/** The name of a host, as people write it: its web address is tried, the safe one first. */
async function findBare(
  address: string,
  fetcher: OpenedWorld["world"]["fetcher"],
  io: Io,
): Promise<FoundSources> {
  const secure = BARE_HOST.test(address) ? toAddress(`https://${address}`, []) : null;
  if (secure === null) {
    throw new CliError(`${address} is neither an http address nor an OPML file`, 2);
  }
  const found = await findSources(secure, fetcher, io.signal);
  if (found.kind !== "failed") return found;
  const plain = await findSources(secure.replace("https:", "http:"), fetcher, io.signal);
  return plain.kind === "failed" ? found : plain;
}

const WHY: Readonly<Record<ChosenSource["why"], string>> = {
  given: "it is what you gave",
  declared: "the page declares it as its feed",
  linked: "the page links to it",
  "news-sitemap": "robots.txt names it, and it lists news",
  "usual-path": "it is where feeds usually are",
  "only-sitemap": "there is no feed, and this lists the pages",
};

function tellTried(
  address: string,
  { chosen, tried }: Extract<FoundSources, { kind: "sources" }>,
  io: Io,
): void {
  for (const one of tried) {
    const choice = chosen.find(({ url }) => url === one.url);
    io.err(
      choice === undefined
        ? `  - ${one.url}: ${toResult(one)}\n`
        : `  + ${one.url}: ${toResult(one)}; ${WHY[choice.why]}\n`,
    );
  }
  if (chosen.length === 0) io.err(`${address}: no feed and no sitemap found\n`);
}

function toResult({ result }: TriedLink): string {
  if (!result.ok) return `${result.reason}: ${result.detail}`;
  return `${result.kind}, ${result.entries} entries${result.title === null ? "" : `, «${result.title}»`}`;
}

type Found = Pick<Source, "url" | "kind" | "title" | "home" | "folder">;

const fromChosen = ({ url, kind, title, home }: ChosenSource): Found => ({
  url,
  kind,
  title,
  home,
  folder: [],
});

const fromOpml = ({ url, title, home, folder }: OpmlFeed): Found => ({
  url,
  kind: "feed",
  title,
  home,
  folder,
});

function toSource(found: Found, options: Options, now: Date): NewSource {
  const folder = options.folder?.split(FOLDER_MARK).filter(Boolean);
  return {
    source: {
      ...found,
      id: found.url,
      title: options.title ?? found.title,
      country: options.country ?? null,
      folder: folder ?? found.folder,
      state: "active",
      addedAt: now.toISOString(),
    },
    host: new URL(found.url).host,
  };
}
