import { decode } from "../extract/index.ts";
import { toAddress } from "./addresses.ts";
import { readDoctype } from "./doctype.ts";
import { titleOf, toEntry } from "./entry.ts";
import {
  FEED_LIMITS,
  type Feed,
  type FeedFault,
  type FeedKind,
  type FeedLimits,
  type FeedReading,
  type FeedRefusal,
} from "./feed.ts";
import { parseFeedDate } from "./feed-date.ts";
import { parseJsonFeed } from "./json-feed.ts";
import { toLine } from "./plain-text.ts";
import type { RawField, RawRecord } from "./raw-record.ts";
import { unpack } from "./unpack.ts";
import { decodeUtf32 } from "./utf32.ts";
import { type RawDocument, readXmlRecords } from "./xml-reader.ts";

/** A document to read as a feed. */
export interface FeedInput {
  /** As fetched, gzip allowed; or decoded text. */
  readonly content: Uint8Array | string;
  /** Where it is from; relative addresses are resolved against it. */
  readonly url: string | null;
  /** The server's Content-Type. */
  readonly contentType: string | null;
}

const refuse = (reason: FeedRefusal, detail: string): FeedReading => ({
  ok: false,
  reason,
  detail,
});

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed, sitemaps and sitemap indexes, however broken, or says why there is nothing
 * to read. Never throws; takes time and memory in proportion to the document, within the limits.
 */
export function parseFeed(input: FeedInput, limits: FeedLimits = FEED_LIMITS): FeedReading {
  const { content, url, contentType } = input;
  if (content.length > limits.maxBytes) {
    return refuse("too-large", `${content.length} bytes; the limit is ${limits.maxBytes}`);
  }
  if (typeof content === "string") return readText(content, url, limits, []);
  const unpacked = unpack(content, limits.maxBytes);
  if (!unpacked.ok) {
    return refuse(unpacked.reason, `gzip that is damaged or unpacks beyond ${limits.maxBytes}`);
  }
  const text = decodeUtf32(unpacked.bytes) ?? decode(unpacked.bytes, contentType ?? undefined).text;
  return readText(text, url, limits, text.includes("\uFFFD") ? ["bad-bytes"] : []);
}

function readText(
  written: string,
  url: string | null,
  limits: FeedLimits,
  faults: readonly FeedFault[],
): FeedReading {
  const text = written.trimStart();
  if (text === "") return refuse("empty", "there is nothing in it");
  if (text.startsWith("{")) {
    const feed = parseJsonFeed(text, url, limits);
    if (feed !== null) return { ok: true, feed: { ...feed, faults: [...faults, ...feed.faults] } };
  }
  const list = readAddressList(text, limits);
  if (list !== null) return { ok: true, feed: { ...list, faults } };
  const doctype = readDoctype(text);
  if (!doctype.ok) return refuse("entity-declarations", doctype.detail);
  const document = readXmlRecords(doctype.text, doctype.entities, limits);
  if (document.stopped === "too-deep") {
    return refuse("too-deep", `elements nested deeper than ${limits.maxDepth}`);
  }
  return toReading(document, url, limits, faults);
}

function toReading(
  document: RawDocument,
  url: string | null,
  limits: FeedLimits,
  faults: readonly FeedFault[],
): FeedReading {
  const { root, records } = document;
  if (root === "opml") return refuse("opml", "a list of feeds, not a feed");
  if (root === "html" && records.length === 0) return refuse("html", "a web page, not a feed");
  const kind = toKind(document);
  if (kind === null) return refuse("not-a-feed", "no element of a feed or sitemap in it");
  return { ok: true, feed: toFeed(document, kind, url, limits, faults) };
}

const KIND_OF_ROOT: Readonly<Record<string, FeedKind>> = {
  "rdf:rdf": "rdf",
  rss: "rss",
  channel: "rss",
  feed: "atom",
  urlset: "sitemap",
  sitemapindex: "sitemap-index",
};

/** By the root; where that says nothing, by what the records are called. */
function toKind({ root, records }: RawDocument): FeedKind | null {
  const byRoot = KIND_OF_ROOT[root ?? ""];
  if (byRoot !== undefined) return byRoot;
  const element = records[0]?.element;
  if (element === "entry") return "atom";
  return element === "item" ? "rss" : null;
}

function toFeed(
  document: RawDocument,
  kind: FeedKind,
  url: string | null,
  limits: FeedLimits,
  faults: readonly FeedFault[],
): Feed {
  const { head } = document;
  const records = document.records.slice(0, limits.maxEntries);
  const bases = url === null ? [] : [url];
  const whole = records.filter((record) => record.closed || hasWholeAddress(record));
  const found = new Set(faults);
  if (records.some(({ closed }) => !closed)) found.add("truncated");
  if (document.stopped === "too-many") found.add("too-many-entries");
  if (document.fieldCut) found.add("field-cut");
  const read = readHead(head, kind, bases);
  const linkBases = bases.length > 0 ? bases : [textIn(head, "link") ?? ""];
  return {
    kind,
    ...read,
    title: read.title ?? findPublication(whole),
    entries:
      kind === "sitemap-index" ? [] : whole.map((record) => toEntry(record, kind, linkBases)),
    sitemaps: kind === "sitemap-index" ? whole.flatMap((record) => toSitemap(record, bases)) : [],
    faults: [...found],
  };
}

/** An entry that the end of the document cut is kept only when its own end of address was read. */
function hasWholeAddress({ fields }: RawRecord): boolean {
  return fields.some(
    ({ name, closed, attributes }) =>
      (name === "link" || name === "loc") && (closed || attributes["href"] !== undefined),
  );
}

/** A sitemap has no title; one of news names its publication with every address. */
function findPublication([first]: readonly RawRecord[]): string | null {
  return first === undefined ? null : toLine(textIn(first, "news:news/news:publication/news:name"));
}

function toSitemap(record: RawRecord, bases: readonly string[]) {
  const url = toAddress(textIn(record, "loc"), bases);
  return url === null ? [] : [{ url, modified: parseFeedDate(textIn(record, "lastmod")) }];
}

function fieldsOf({ fields }: RawRecord, name: string): readonly RawField[] {
  return fields.filter((field) => field.name === name);
}

function textIn(record: RawRecord, name: string): string | null {
  return (
    fieldsOf(record, name)
      .find(({ value }) => value.trim() !== "")
      ?.value.trim() ?? null
  );
}

type Head = Pick<Feed, "title" | "home" | "language" | "hubs" | "self" | "waitMs" | "next">;

function readHead(head: RawRecord, kind: FeedKind, bases: readonly string[]): Head {
  const links = fieldsOf(head, "link");
  const byRel = (rel: string): string[] =>
    links
      .filter(({ attributes }) => attributes["rel"] === rel)
      .flatMap((link) => toAddress(link.attributes["href"], [...bases, ...link.bases]) ?? []);
  const text = links.find(({ attributes }) => attributes["rel"] === undefined);
  const plain = toAddress(text?.attributes["href"] ?? text?.value ?? head.attributes["href"], [
    ...bases,
    ...(text?.bases ?? []),
  ]);
  return {
    title: titleOf(fieldsOf(head, "title")[0], kind === "atom"),
    home: byRel("alternate")[0] ?? plain,
    language: toLine(
      textIn(head, "language") ??
        textIn(head, "dc:language") ??
        head.attributes["xml:lang"] ??
        null,
    ),
    hubs: byRel("hub"),
    self: byRel("self")[0] ?? null,
    waitMs: toWait(head),
    next: byRel("next")[0] ?? null,
  };
}

const MINUTE_MS = 60_000;
const PERIOD_MS: Readonly<Record<string, number>> = {
  hourly: 60 * MINUTE_MS,
  daily: 24 * 60 * MINUTE_MS,
  weekly: 7 * 24 * 60 * MINUTE_MS,
};

function toWait(head: RawRecord): number | null {
  const ttl = Number(textIn(head, "ttl") ?? Number.NaN);
  if (Number.isFinite(ttl) && ttl > 0) return ttl * MINUTE_MS;
  const period = PERIOD_MS[textIn(head, "sy:updateperiod")?.toLowerCase() ?? ""];
  const frequency = Number(textIn(head, "sy:updatefrequency") ?? 1);
  return period === undefined || !(frequency > 0) ? null : period / frequency;
}

const LINE = /\r?\n/u;
const ADDRESS_LINE = /^https?:\/\/\S+$/iu;
const ADDRESS_START = /^https?:/iu;
const MOST_PROBED = 50;

/** The plainest sitemap: a text of addresses, one a line. Lines that are none are passed over while most are. */
function readAddressList(text: string, limits: FeedLimits): Feed | null {
  if (!ADDRESS_START.test(text)) return null;
  const lines = text.split(LINE, limits.maxEntries).map((line) => line.trim());
  const addresses = lines.filter((line) => line !== "");
  const probed = addresses.slice(0, MOST_PROBED);
  if (probed.filter((line) => ADDRESS_LINE.test(line)).length * 2 <= probed.length) return null;
  const records = addresses.flatMap((line) => {
    const url = toAddress(line, []);
    return url === null ? [] : [toAddressEntry(url)];
  });
  return { ...NO_HEAD, kind: "sitemap", entries: records, sitemaps: [], faults: [] };
}

const NO_HEAD: Head = {
  title: null,
  home: null,
  language: null,
  hubs: [],
  self: null,
  waitMs: null,
  next: null,
};

function toAddressEntry(url: string): Feed["entries"][number] {
  return {
    id: null,
    url,
    title: null,
    summary: null,
    content: null,
    author: null,
    source: null,
    published: null,
    modified: null,
    keywords: [],
    image: null,
    language: null,
  };
}
