import type { Context } from "hono";
import type { Child } from "hono/jsx";
import type { Name } from "../model/index.ts";
import { findRelated, type SearchOrder, type SearchResult, search } from "../search/index.ts";
import type { Store } from "../store/index.ts";
import { ArticlePage } from "./article-show.tsx";
import type { Asset } from "./assets.ts";
import { createVoice } from "./format.ts";
import { type Inspector, InspectPage } from "./inspect-show.tsx";
import type { Frame } from "./layout.tsx";
import { readName } from "./name-reading.ts";
import { NamePage } from "./name-show.tsx";
import { OutletPage } from "./outlet-show.tsx";
import {
  AboutPage,
  EmptyPage,
  FaultPage,
  OutletsPage,
  SettingsPage,
  UngroupedPage,
} from "./plain-pages.tsx";
import { readPreferences, toCookie, toPreferences } from "./preferences.ts";
import { readDay, readFace, readStory } from "./reading.ts";
import { readFurther, readSaga } from "./saga-reading.ts";
import { SagaPage } from "./saga-show.tsx";
import { SearchPage } from "./search-show.tsx";
import { type Retrier, retryPages, SourcesPage } from "./sources-show.tsx";
import { ComparePage } from "./story-compare.tsx";
import { type Corrector, saveCorrection } from "./story-corrections.tsx";
import { StoryPage } from "./story-show.tsx";
import { TodayPage } from "./today.tsx";

/** What the pages are made from. */
export interface Desk {
  readonly store: Store;
  readonly version: string;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly now: () => Date;
  /** Without it no corrections are taken. */
  readonly corrector?: Corrector;
  /** Without it no page is tried again from here. */
  readonly retrier?: Retrier;
  /** Without it no kept page is shown. */
  readonly inspector?: Inspector;
}

const PAGE_SIZE = 20;
const MOST_PAGES = 500;
const RELATED = 5;
const MOST_OUTLETS = 500;
const LONGEST_QUERY = 500;
const YEAR = "public, max-age=31536000";
const HOUR = "public, max-age=3600";

/** A rendered page as a response. */
export function toPage(
  c: Context,
  body: Child,
  status: 200 | 404 | 500 = 200,
): Response | Promise<Response> {
  return c.html(`<!doctype html>${body}`, status);
}

/** What every page needs: the reader's choices (`?lang=` for one page), and whether the news is the sample. */
async function toFrame(desk: Desk, c: Context): Promise<Frame> {
  const chosen = readPreferences(c.req.header("cookie") ?? null);
  const language = c.req.query("lang") ?? chosen.language;
  const preferences = toPreferences((key) => (key === "language" ? language : chosen[key]));
  const sample = (await desk.store.catalog.note("sample")) !== null;
  return { voice: createVoice(preferences), sample, version: desk.version };
}

/** The page that says there is no such page. */
export async function missing(desk: Desk, c: Context): Promise<Response> {
  const frame = await toFrame(desk, c);
  return toPage(c, <FaultPage frame={frame} title={frame.voice.t.notFound} />, 404);
}

export async function todayShow(desk: Desk, c: Context): Promise<Response> {
  const day = await readDay(desk.store, c.req.query("day"));
  if (day === "unknown") return missing(desk, c);
  const frame = await toFrame(desk, c);
  if (day === "none") return toPage(c, <EmptyPage frame={frame} />);
  if (day === "ungrouped") return toPage(c, <UngroupedPage frame={frame} />);
  return toPage(c, <TodayPage frame={frame} {...day} />);
}

export async function storyShow(desk: Desk, c: Context, id: string): Promise<Response> {
  const read = await readStory(desk.store, id);
  if (read === null) return missing(desk, c);
  const told = await readFace(desk.store, read);
  const further = await readFurther(desk.store, read);
  return toPage(
    c,
    <StoryPage
      frame={await toFrame(desk, c)}
      {...read}
      {...{ told, further, correctable: desk.corrector !== undefined }}
    />,
  );
}

export async function sagaShow(desk: Desk, c: Context, id: string): Promise<Response> {
  const saga = await readSaga(desk.store, id);
  if (saga === null) return missing(desk, c);
  return toPage(c, <SagaPage frame={await toFrame(desk, c)} saga={saga} />);
}

export async function storyCompare(desk: Desk, c: Context, id: string): Promise<Response> {
  const read = await readStory(desk.store, id);
  const left = read?.articles.get(c.req.query("left") ?? "");
  const right = read?.articles.get(c.req.query("right") ?? "");
  if (read === null || left === undefined || right === undefined) return missing(desk, c);
  const frame = await toFrame(desk, c);
  const { story, articles } = read;
  const correctable = desk.corrector !== undefined;
  return toPage(c, <ComparePage {...{ frame, story, articles, left, right, correctable }} />);
}

/** Keeps what a reader states of two reports. A form on another site must not. */
export async function storyCorrect(desk: Desk, c: Context, id: string): Promise<Response> {
  if (desk.corrector === undefined || !isOwnForm(c)) return c.text("forbidden", 403);
  const saved = await saveCorrection(c, desk.corrector, id, (written) =>
    findReport(desk.store, written),
  );
  return saved === "refused" ? missing(desk, c) : saved;
}

const ARTICLE_PATH = /\/article\/([^/?#]+)$/u;

/** The id of a report given by its id, its page here or its address. */
async function findReport({ catalog }: Desk["store"], written: string): Promise<string> {
  const asked = written.trim();
  const [, id] = ARTICLE_PATH.exec(asked) ?? [];
  if (id !== undefined) return decodeURIComponent(id);
  const [first] = await catalog.reposts(asked, "");
  return first ?? asked;
}

export async function articleShow(desk: Desk, c: Context, id: string): Promise<Response> {
  const { catalog } = desk.store;
  const article = await catalog.article(id);
  if (article === null) return missing(desk, c);
  const [placement = null] = await catalog.placements([id]);
  const versions = await catalog.versions(id);
  const analysis = (await catalog.analyses([id])).get(id) ?? null;
  const keyphrases = analysis?.keyphrases ?? [];
  const asked = c.req.query("against");
  const related = await findRelated(desk.store, article, analysis, RELATED);
  const page = await desk.store.collection.pageOf(id);
  return toPage(
    c,
    <ArticlePage
      frame={await toFrame(desk, c)}
      article={article}
      placement={placement}
      story={placement === null ? null : await catalog.story(placement.story)}
      versions={versions}
      goneAt={page?.goneAt ?? null}
      inspectable={desk.inspector !== undefined && (page?.original ?? null) !== null}
      keyphrases={keyphrases}
      names={analysis?.names ?? []}
      reposts={article.url === null ? [] : await catalog.reposts(article.url, id)}
      related={await catalog.articles(related.map(({ id }) => id))}
      against={versions.find(({ version }) => String(version) === asked) ?? null}
    />,
  );
}

/** The kept page of an article, block by block. */
export async function articleInspect(desk: Desk, c: Context, id: string): Promise<Response> {
  const article = await desk.store.catalog.article(id);
  if (article === null || desk.inspector === undefined) return missing(desk, c);
  const inspection = await desk.inspector(id);
  return toPage(c, <InspectPage frame={await toFrame(desk, c)} {...{ article, inspection }} />);
}

function toPageNumber(written: string | undefined): number {
  const number = Math.floor(Number(written ?? 1));
  return Number.isFinite(number) ? Math.min(MOST_PAGES, Math.max(1, number)) : 1;
}

export async function searchShow(desk: Desk, c: Context): Promise<Response> {
  const text = (c.req.query("q") ?? "").slice(0, LONGEST_QUERY).trim();
  const order = toOrder(c.req.query("order"));
  const asked = toPageNumber(c.req.query("page"));
  const found = text === "" ? null : await searchPage(desk.store, text, order, asked);
  const { page, result } = found ?? { page: asked, result: null };
  const frame = await toFrame(desk, c);
  return toPage(c, <SearchPage {...{ frame, text, order, page, result }} pageSize={PAGE_SIZE} />);
}

/** A page of hits; behind the last one, the last. */
async function searchPage(
  store: Store,
  text: string,
  order: SearchOrder,
  page: number,
): Promise<{ readonly page: number; readonly result: SearchResult }> {
  const offset = (page - 1) * PAGE_SIZE;
  const result = await search(store, { text, order, limit: PAGE_SIZE, offset });
  const last = Math.max(1, Math.ceil(result.total / PAGE_SIZE));
  return page > last ? searchPage(store, text, order, last) : { page, result };
}

function toOrder(written: string | undefined): SearchOrder {
  return written === "newest" || written === "recent" ? written : "best";
}

export async function outletsShow(desk: Desk, c: Context): Promise<Response> {
  const outlets = await desk.store.catalog.outlets(MOST_OUTLETS);
  return toPage(c, <OutletsPage frame={await toFrame(desk, c)} outlets={outlets} />);
}

const NAME_TYPES: ReadonlySet<string> = new Set(["person", "organisation", "place"]);

function isNameType(written: string): written is Name["type"] {
  return NAME_TYPES.has(written);
}

export async function nameShow(desk: Desk, c: Context): Promise<Response> {
  const type = c.req.query("type") ?? "";
  const whole = isNameType(type)
    ? await readName(desk.store, type, c.req.query("key") ?? "")
    : null;
  if (whole === null) return missing(desk, c);
  return toPage(c, <NamePage frame={await toFrame(desk, c)} whole={whole} />);
}

export async function outletShow(desk: Desk, c: Context): Promise<Response> {
  const { catalog } = desk.store;
  const record = await catalog.outlet(c.req.query("name") ?? "");
  if (record === null) return missing(desk, c);
  const placements = await catalog.placements(record.latest);
  const copied = placements.filter(({ copy }) => copy !== null);
  return toPage(
    c,
    <OutletPage
      frame={await toFrame(desk, c)}
      record={record}
      latest={await catalog.articles(record.latest)}
      copied={new Set(copied.map(({ articleId }) => articleId))}
    />,
  );
}

const MOST_ASIDE = 20;

export async function sourcesShow(desk: Desk, c: Context): Promise<Response> {
  const { collection, catalog } = desk.store;
  const sources = await collection.sources();
  const size = await collection.size(desk.now().getTime());
  const outlets = await catalog.outlets(MOST_OUTLETS);
  const subscriptions = await collection.subscriptions();
  const aside = await collection.aside(MOST_ASIDE);
  const retriable = desk.retrier !== undefined;
  const props = { sources, size, outlets, subscriptions, aside, retriable };
  return toPage(c, <SourcesPage frame={await toFrame(desk, c)} {...props} />);
}

/** Makes pages due again. A form on another site must not. */
export async function pagesRetry(desk: Desk, c: Context): Promise<Response> {
  if (desk.retrier === undefined || !isOwnForm(c)) return c.text("forbidden", 403);
  const retried = await retryPages(c, desk.retrier);
  return retried === "refused" ? missing(desk, c) : retried;
}

export async function aboutShow(desk: Desk, c: Context): Promise<Response> {
  return toPage(c, <AboutPage frame={await toFrame(desk, c)} />);
}

export async function settingsShow(desk: Desk, c: Context): Promise<Response> {
  return toPage(c, <SettingsPage frame={await toFrame(desk, c)} />);
}

/** Keeps the reader's choices. A form on another site must not change them. */
export async function settingsSave(c: Context): Promise<Response> {
  if (!isOwnForm(c)) return c.text("forbidden", 403);
  const form = await c.req.parseBody();
  const chosen = toPreferences((key) => {
    const value = form[key];
    return typeof value === "string" ? value : undefined;
  });
  c.header("Set-Cookie", toCookie(chosen));
  return c.redirect("/", 303);
}

function isOwnForm(c: Context): boolean {
  const origin = c.req.header("origin");
  if (origin === undefined) return c.req.header("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === c.req.header("host");
}

export async function assetShow(desk: Desk, c: Context, name: string): Promise<Response> {
  const asset = desk.assets.get(name);
  if (asset === undefined) return c.text("not found", 404);
  const cached = asset.type === "font/woff2" ? YEAR : HOUR;
  const headers = { ETag: asset.etag, "Cache-Control": cached };
  if (c.req.header("if-none-match") === asset.etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(asset.body).buffer, 200, { ...headers, "Content-Type": asset.type });
}
