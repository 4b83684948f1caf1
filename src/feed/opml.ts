import { decodeHTMLStrict } from "entities";
import { generateOpml } from "feedsmith";
import { Parser } from "htmlparser2";
import { decode } from "../extract/index.ts";
import { toAddress } from "./addresses.ts";
import { readDoctype } from "./doctype.ts";
import { toLine } from "./plain-text.ts";

/** One feed of a list, in its folder. */
export interface OpmlFeed {
  readonly url: string;
  readonly title: string | null;
  readonly home: string | null;
  /** Names of the folders around it, outermost first. */
  readonly folder: readonly string[];
}

export type OpmlReading =
  | {
      readonly ok: true;
      readonly title: string | null;
      readonly feeds: readonly OpmlFeed[];
      /** Feeds that are left out: their address is none, or there are too many. */
      readonly passedOver: number;
    }
  | {
      readonly ok: false;
      readonly reason: "not-opml" | "too-large" | "entity-declarations" | "too-deep";
    };

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_FEEDS = 100_000;
const MAX_DEPTH = 100;

/** Reads a list of feeds with its folders, in any charset and state of repair. The same feed in two folders is read twice. */
export function parseOpml(bytes: Uint8Array, contentType: string | null = null): OpmlReading {
  if (bytes.length > MAX_BYTES) return { ok: false, reason: "too-large" };
  const doctype = readDoctype(decode(bytes, contentType ?? undefined).text);
  if (!doctype.ok) return { ok: false, reason: "entity-declarations" };
  const reader = createOutlineReader();
  new Parser(reader.handler, { xmlMode: true, decodeEntities: false }).end(doctype.text);
  const { isOpml, tooDeep, title, feeds, passedOver } = reader.result();
  if (tooDeep) return { ok: false, reason: "too-deep" };
  if (!isOpml) return { ok: false, reason: "not-opml" };
  return { ok: true, title, feeds, passedOver };
}

function createOutlineReader() {
  const folders: (string | null)[] = [];
  const feeds: OpmlFeed[] = [];
  let passedOver = 0;
  let isOpml = false;
  let depth = 0;
  let tooDeep = false;
  let title = "";
  let inTitle = false;
  const handler = {
    onopentag: (written: string, attributes: Readonly<Record<string, string>>): void => {
      depth += 1;
      tooDeep ||= depth > MAX_DEPTH;
      const name = written.toLowerCase();
      isOpml ||= name === "opml";
      inTitle = name === "title";
      if (name !== "outline" || tooDeep) return;
      const outline = toOutline(attributes);
      if (outline.url !== null && feeds.length < MAX_FEEDS) {
        const folder = folders.filter((part) => part !== null);
        feeds.push({ url: outline.url, title: outline.title, home: outline.home, folder });
      } else if (outline.isFeed) passedOver += 1;
      folders.push(outline.url === null ? outline.title : null);
    },
    onclosetag: (written: string): void => {
      depth -= 1;
      inTitle = false;
      if (written.toLowerCase() === "outline") folders.pop();
    },
    ontext: (text: string): void => {
      if (inTitle) title += text;
    },
  };
  return {
    handler,
    result: () => ({ isOpml, tooDeep, title: toLine(decodeHTMLStrict(title)), feeds, passedOver }),
  };
}

function toOutline(attributes: Readonly<Record<string, string>>) {
  const lower = new Map(
    Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), decodeHTMLStrict(value)]),
  );
  return {
    title: toLine(lower.get("title") ?? null) ?? toLine(lower.get("text") ?? null),
    isFeed: (lower.get("xmlurl") ?? "").trim() !== "",
    url: toAddress(lower.get("xmlurl"), []),
    home: toAddress(lower.get("htmlurl"), []),
  };
}

interface Outline {
  readonly text: string;
  readonly title?: string;
  readonly type?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: Outline[];
}

const EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head/><body/></opml>\n';

/** A list of feeds as OPML 2.0, each in its folders; `parseOpml` reads the same back. */
export function toOpml(title: string, feeds: readonly OpmlFeed[]): string {
  // The library refuses a list of nothing; a new installation has one.
  if (feeds.length === 0) return EMPTY;
  const outlines: Outline[] = [];
  for (const feed of feeds) folderOf(outlines, feed.folder).push(toFeedOutline(feed));
  return generateOpml({ head: { title }, body: { outlines } });
}

function folderOf(outlines: Outline[], folder: readonly string[]): Outline[] {
  let level = outlines;
  for (const name of folder) {
    const known = level.find(({ text, outlines: inner }) => text === name && inner !== undefined);
    const inner = known?.outlines ?? [];
    if (known === undefined) level.push({ text: name, title: name, outlines: inner });
    level = inner;
  }
  return level;
}

function toFeedOutline({ url, title, home }: OpmlFeed): Outline {
  const text = title ?? url;
  return {
    text,
    title: text,
    type: "rss",
    xmlUrl: url,
    ...(home === null ? {} : { htmlUrl: home }),
  };
}
