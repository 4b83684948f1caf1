import {
  type GonePage,
  type HttpMessage,
  parseHttpMessage,
  parseRecord,
  type ReadRecord,
  readGoneNote,
  readWaczFile,
  readWarcFile,
  type WarcItem,
  type WarcRecord,
} from "../archive/index.ts";
import { type Feed, parseFeed, toPageKey } from "../feed/index.ts";
import { unpackBody } from "../fetch/index.ts";
import { NEVER_POLLED, NEW_PAGE, type PageTask, type Source } from "../model/index.ts";
import { toListing, toPages } from "./entry-pages.ts";
import { type InputItem, toDetail } from "./input.ts";
import { type Lessons, NO_LESSONS } from "./lessons.ts";
import {
  type PageContent,
  type PageJob,
  type PageReading,
  readFullText,
  readPageSafely,
} from "./page-article.ts";

/** What feeds have told of pages, by the page's key. A feed stands in an archive before the pages it led to. */
export type PageMemory = Map<string, PageTask>;

export const createPageMemory = (): PageMemory => new Map();

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_REMEMBERED = 500_000;
const WACZ = /\.wacz$/iu;
const JSON_TYPE = /^application\/json\b/iu;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/iu;
const FEED = /\b(?:rss|atom|rdf|xml|feed\+json|gzip)\b/iu;

/** Reads pages, in the order given; may do so beside this thread. */
export type PageReader = (pages: readonly PageJob[]) => Promise<readonly PageReading[]>;

const readHere: PageReader = async (pages) => pages.map(readPageSafely);

/** Something that a file held, or a page of it that is still to be read. */
type Found = InputItem | { readonly page: PageJob; readonly where: string };

/** Pages that go to a reader together, unless they are large. */
const TOGETHER = 16;
const TOGETHER_BYTES = 2 * 1024 * 1024;
/** Of these, so many are under way at once, unless they are large. */
const MOST_AHEAD = 24;
const MOST_BYTES_AHEAD = 64 * 1024 * 1024;

interface UnderWay {
  readonly items: Promise<readonly InputItem[]>;
  readonly bytes: number;
}

/**
 * The articles of WARC files: of each page that was fetched, with what the feeds in the same files tell of it, and of feeds that
 * give the text whole. WET files give text. What is no page is passed over; a page without an article is named with its reason.
 */
export async function* readWarcPages(
  paths: readonly string[],
  memory: PageMemory,
  readPages: PageReader = readHere,
  lessons: Lessons = NO_LESSONS,
): AsyncGenerator<InputItem> {
  const underWay: UnderWay[] = [];
  let batch: Found[] = [];
  const send = () => {
    const items = readAll(batch, readPages, lessons);
    // A failure is thrown where its turn comes, not before.
    items.catch(() => {});
    underWay.push({ items, bytes: toBytes(batch) });
    batch = [];
  };
  const isFull = () =>
    underWay.length >= MOST_AHEAD ||
    underWay.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES_AHEAD;
  for await (const found of findAll(paths, memory)) {
    batch.push(found);
    if (batch.length >= TOGETHER || toBytes(batch) > TOGETHER_BYTES) send();
    while (isFull()) yield* (await underWay.shift()?.items) ?? [];
  }
  send();
  for (const { items } of underWay) yield* await items;
}

/** The pages that WARC files hold, as they came, in their order. */
export async function* findWarcPages(paths: readonly string[]): AsyncGenerator<PageContent> {
  for await (const found of findAll(paths, createPageMemory())) {
    if ("page" in found) yield found.page.content;
  }
}

function toBytes(batch: readonly Found[]): number {
  return batch.reduce((sum, one) => sum + ("page" in one ? one.page.content.body.length : 0), 0);
}

async function readAll(
  batch: readonly Found[],
  readPages: PageReader,
  lessons: Lessons,
): Promise<readonly InputItem[]> {
  const pages = batch.flatMap((found) => ("page" in found ? [found.page] : []));
  const jobs = await Promise.all(
    pages.map(async (page) => ({ ...page, template: await lessons.of(page.content.url) })),
  );
  const readings = (await readPages(jobs)).values();
  return batch.flatMap((found) => {
    if (!("page" in found)) return [found];
    const { value } = readings.next();
    return value === undefined ? [] : [...toItems(value, found.where)];
  });
}

async function* findAll(paths: readonly string[], memory: PageMemory): AsyncGenerator<Found> {
  const gone = createGoneList();
  for (const path of paths) {
    try {
      const items = WACZ.test(path) ? readWaczFile(path) : readWarcFile(path);
      for await (const item of items) {
        if (item.ok) gone.heed(item.record);
        yield* readItem(item, path, memory);
      }
    } catch (error) {
      yield { ok: false, where: path, reason: "unreadable", detail: toDetail(error, path) };
    }
  }
  for (const page of gone.list()) yield { ok: true, gone: page, where: page.url, warnings: [] };
}

/** Pages that were deleted and of which nothing was received after that. */
function createGoneList() {
  const gone = new Map<string, GonePage>();
  return {
    heed: (record: WarcRecord): void => {
      const { url, type, date } = record;
      if (url === null) return;
      const note = readGoneNote(record);
      const known = gone.get(url);
      if (note !== null && known === undefined && gone.size < MOST_REMEMBERED) gone.set(url, note);
      if (known === undefined || !ANSWERS.has(type)) return;
      if (Date.parse(date ?? "") > Date.parse(known.goneAt)) gone.delete(url);
    },
    list: () => gone.values(),
  };
}

const ANSWERS: ReadonlySet<string> = new Set(["response", "revisit"]);

async function* readItem(item: WarcItem, path: string, memory: PageMemory): AsyncGenerator<Found> {
  if (!item.ok) {
    const of = item.url === undefined ? "" : `, in the record of ${item.url}`;
    const detail = `${item.reason} at byte ${item.at} of the unpacked file${of}`;
    yield { ok: false, where: path, reason: item.reason, detail };
    return;
  }
  const { record } = item;
  if (record.url === null) return;
  if (record.type === "conversion") yield* readText(record, record.url);
  if (record.type === "metadata") remember(record, record.url, memory);
  if (record.type === "resource") yield* readResource(record, record.url, memory);
  if (record.type === "response") yield* readResponse(record, record.url, memory);
}

/** A record of a WET file: the text of a page without its markup. */
function* readText(record: WarcRecord, url: string): Generator<Found> {
  const task = toTask(url, new Map());
  const content = {
    body: record.block,
    contentType: "text/plain; charset=utf-8",
    url,
    fetchedAt: record.date ?? "",
  };
  yield { page: { task, content }, where: url };
}

/** What an export of ours tells of a page before the page itself: what a feed would. */
function remember(record: WarcRecord, url: string, memory: PageMemory): void {
  const read = readRow(record);
  if (read?.ok !== true || memory.size >= MOST_REMEMBERED) return;
  const { id, outlet, title, author, source, published, keywords } = read.article;
  const hint = { ...NEW_PAGE.hint, title, author, source, published, keywords };
  memory.set(toPageKey(url), { ...toTask(url, new Map()), id, outlet, hint });
}

/** An article whose original is not kept, or a page that was put into the archive without the answer of a server. */
function* readResource(record: WarcRecord, url: string, memory: PageMemory): Generator<Found> {
  const row = readRow(record);
  if (row !== null) {
    if (row.ok) yield { ok: true, article: row.article, where: url, warnings: row.warnings };
    else yield { ok: false, where: url, reason: row.reason, detail: row.detail };
  } else if (HTML.test(record.contentType ?? "")) {
    const { block: body, contentType, date } = record;
    const content = { body, contentType, url, fetchedAt: date ?? "" };
    yield { page: { task: toTask(url, memory), content }, where: url };
  }
}

/** The record that a block of JSON holds; null when the block is of another kind. */
function readRow({ contentType, block }: WarcRecord): ReadRecord | null {
  if (!JSON_TYPE.test(contentType ?? "")) return null;
  return parseRecord(new TextDecoder().decode(block));
}

async function* readResponse(
  record: WarcRecord,
  url: string,
  memory: PageMemory,
): AsyncGenerator<Found> {
  const message = parseHttpMessage(record.block);
  if (message === null || !HAS_BODY.has(message.status)) return;
  const contentType = message.headers.get("content-type") ?? null;
  const part = findPart(message);
  if (part !== null) {
    // Pieces of films and pictures are as common as they are no pages.
    if (contentType === null || HTML.test(contentType) || FEED.test(contentType))
      yield { ok: false, where: url, reason: "partial", detail: part };
    return;
  }
  const packing = isBare(message.raw) ? undefined : message.headers.get("content-encoding");
  const unpacked = await unpackBody(message.raw, packing, MOST_BYTES);
  if (!unpacked.ok) {
    yield { ok: false, where: url, reason: unpacked.reason, detail: unpacked.detail };
    return;
  }
  const { body } = unpacked;
  const feed = readAsFeed(body, url, contentType);
  if (feed !== null) {
    yield* readFeedTexts(feed, url, record.date ?? "", memory);
    return;
  }
  if (contentType !== null && !HTML.test(contentType)) return;
  const content = { body, contentType, url, fetchedAt: record.date ?? "" };
  yield { page: { task: toTask(url, memory), content }, where: url };
}

/** OK, Non-Authoritative Information (a proxy had its hand in it), and Partial Content, which may be all there is. */
const HAS_BODY: ReadonlySet<number> = new Set([200, 203, 206]);
const RANGE = /^bytes\s+(\d+)-(\d+)\/(\d+|\*)$/iu;

/** Which part of a page an answer of 206 holds; null when it holds the whole, and for every other answer. */
function findPart({ status, headers, raw }: HttpMessage): string | null {
  if (status !== 206) return null;
  const range = headers.get("content-range")?.trim();
  const [, from, to, of] = RANGE.exec(range ?? "") ?? [];
  const isWhole = from === "0" && Number(to) + 1 === Number(of);
  // An archive that keeps bodies unpacked has more of them than was sent.
  if (isWhole && raw.length >= Number(of)) return null;
  return `only a part of the page is kept (206, ${range ?? "it does not say which"}; ${raw.length} bytes)`;
}

const MARKUP_START = 0x3c;

/** Some archives keep bodies unpacked under heads that say otherwise. Nothing packed begins as markup does. */
const isBare = (raw: Uint8Array): boolean => raw[0] === MARKUP_START;

/** Some servers send feeds as HTML, so whatever does not begin as a page of HTML is tried. */
function readAsFeed(body: Uint8Array, url: string, contentType: string | null): Feed | null {
  const start = new TextDecoder("latin1").decode(body.subarray(0, 2048)).toLowerCase();
  const looksLikeFeed = FEED.test(contentType ?? "") || FEED_START.test(start);
  if (!looksLikeFeed) return null;
  const reading = parseFeed({ content: body, url, contentType });
  return reading.ok ? reading.feed : null;
}

const FEED_START = /<(?:rss|rdf:rdf|feed|urlset|sitemapindex)\b|jsonfeed\.org\/version/u;

function* readFeedTexts(
  feed: Feed,
  url: string,
  at: string,
  memory: PageMemory,
): Generator<InputItem> {
  const source: Source = {
    id: url,
    url,
    kind: "feed",
    title: feed.title,
    home: feed.home,
    country: null,
    folder: [],
    state: "active",
    addedAt: at,
  };
  const original = { file: "", offset: 0, length: 0 };
  const listing = toListing(feed, NEVER_POLLED);
  for (const { page } of toPages(listing, source, original, Date.parse(at))) {
    if (page.hint.fullText !== null) yield* toItems(readFullText(page, at), page.url);
    else if (memory.size < MOST_REMEMBERED) memory.set(page.id, page);
  }
}

function toTask(url: string, memory: PageMemory): PageTask {
  const id = toPageKey(url);
  return memory.get(id) ?? { ...NEW_PAGE, id, url };
}

function* toItems(reading: PageReading, where: string): Generator<InputItem> {
  if (!reading.ok) {
    yield { ok: false, where, reason: reading.reason, detail: `no article: ${reading.reason}` };
    return;
  }
  for (const article of reading.articles) yield { ok: true, article, where, warnings: [] };
}
