import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { findRelated, search } from "../search/index.ts";
import type { Store } from "../store/index.ts";
import { ArticlePage } from "./article-show.tsx";
import { loadAssets } from "./assets.ts";
import { createVoice } from "./format.ts";
import type { Frame } from "./layout.tsx";
import { AboutPage, EmptyPage, FaultPage, OutletsPage, SettingsPage } from "./plain-pages.tsx";
import { readPreferences, toCookie, toPreferences } from "./preferences.ts";
import { readDay, readStory } from "./reading.ts";
import { SearchPage } from "./search-show.tsx";
import { ComparePage } from "./story-compare.tsx";
import { StoryPage } from "./story-show.tsx";
import { TodayPage } from "./today.tsx";

export interface WebOptions {
  readonly store: Store;
  readonly now: () => Date;
  readonly version: string;
  /** Told of what went wrong; the reader of the page is not. */
  readonly onError?: (error: unknown) => void;
}

const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};
const PAGE_SIZE = 20;
const MOST_PAGES = 500;
const RELATED = 5;
const MOST_OUTLETS = 500;
const LONGEST_QUERY = 500;
const YEAR = "public, max-age=31536000";
const HOUR = "public, max-age=3600";

/** The reader as a web application: a request in, a page out. */
export function createWeb({ store, version, onError = () => {} }: WebOptions): Hono {
  const app = new Hono();
  const assets = loadAssets();
  const { catalog } = store;

  const frameOf = async (c: Context): Promise<Frame> => {
    const chosen = readPreferences(c.req.header("cookie") ?? null);
    const language = c.req.query("lang");
    const preferences =
      language === undefined
        ? chosen
        : toPreferences((key) => (key === "language" ? language : chosen[key]));
    return {
      voice: createVoice(preferences),
      sample: (await catalog.note("sample")) !== null,
      version,
    };
  };
  const page = (c: Context, body: Child, status: 200 | 400 | 404 | 500 = 200) =>
    c.html(`<!doctype html>${body}`, status);
  const missing = async (c: Context) => {
    const frame = await frameOf(c);
    return page(c, <FaultPage frame={frame} title={frame.voice.t.notFound} />, 404);
  };

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  });

  app.get("/", async (c) => {
    const frame = await frameOf(c);
    const asked = c.req.query("day");
    const day = await readDay(store, asked);
    if (day === "none") return page(c, <EmptyPage frame={frame} />);
    if (day === "unknown") return missing(c);
    return page(c, <TodayPage frame={frame} {...day} />);
  });

  app.get("/story/:id", async (c) => {
    const read = await readStory(store, c.req.param("id"));
    return read === null ? missing(c) : page(c, <StoryPage frame={await frameOf(c)} {...read} />);
  });

  app.get("/story/:id/compare", async (c) => {
    const read = await readStory(store, c.req.param("id"));
    const left = read?.articles.get(c.req.query("left") ?? "");
    const right = read?.articles.get(c.req.query("right") ?? "");
    if (read === null || left === undefined || right === undefined) return missing(c);
    return page(
      c,
      <ComparePage
        frame={await frameOf(c)}
        story={read.story}
        articles={read.articles}
        left={left}
        right={right}
      />,
    );
  });

  app.get("/article/:id", async (c) => {
    const article = await catalog.article(c.req.param("id"));
    if (article === null) return missing(c);
    const [placement = null] = await catalog.placements([article.id]);
    const versions = await catalog.versions(article.id);
    const against =
      versions.find(({ version: number }) => String(number) === c.req.query("against")) ?? null;
    return page(
      c,
      <ArticlePage
        frame={await frameOf(c)}
        article={article}
        placement={placement}
        story={placement === null ? null : await catalog.story(placement.story)}
        versions={versions}
        reposts={article.url === null ? [] : await catalog.reposts(article.url, article.id)}
        related={await findRelated(store, article, RELATED)}
        against={against}
      />,
    );
  });

  app.get("/search", async (c) => {
    const text = (c.req.query("q") ?? "").slice(0, LONGEST_QUERY).trim();
    const order = c.req.query("order") === "newest" ? "newest" : "best";
    const number = Math.min(
      MOST_PAGES,
      Math.max(1, Math.floor(Number(c.req.query("page") ?? 1)) || 1),
    );
    const result =
      text === ""
        ? null
        : await search(store, { text, order, limit: PAGE_SIZE, offset: (number - 1) * PAGE_SIZE });
    return page(
      c,
      <SearchPage
        frame={await frameOf(c)}
        text={text}
        order={order}
        page={number}
        pageSize={PAGE_SIZE}
        result={result}
      />,
    );
  });

  app.get("/outlets", async (c) =>
    page(c, <OutletsPage frame={await frameOf(c)} outlets={await catalog.outlets(MOST_OUTLETS)} />),
  );
  app.get("/about", async (c) => page(c, <AboutPage frame={await frameOf(c)} />));
  app.get("/settings", async (c) => page(c, <SettingsPage frame={await frameOf(c)} />));

  app.post("/settings", async (c) => {
    // A form on another site must not change what this reader chose.
    const site = c.req.header("sec-fetch-site");
    const origin = c.req.header("origin");
    const own =
      origin === undefined
        ? site === "same-origin"
        : origin === new URL(c.req.url).origin || new URL(origin).host === c.req.header("host");
    if (!own) return c.text("forbidden", 403);
    const form = await c.req.parseBody();
    const chosen = toPreferences((key) => (typeof form[key] === "string" ? form[key] : undefined));
    c.header("Set-Cookie", toCookie(chosen));
    return c.redirect("/", 303);
  });

  app.get("/assets/:name", (c) => {
    const asset = assets.get(c.req.param("name"));
    if (asset === undefined) return c.text("not found", 404);
    const headers = {
      ETag: asset.etag,
      "Cache-Control": asset.type === "font/woff2" ? YEAR : HOUR,
    };
    if (c.req.header("if-none-match") === asset.etag) return c.body(null, 304, headers);
    return c.body(asset.body.slice().buffer, 200, { ...headers, "Content-Type": asset.type });
  });

  app.get("/health", async (c) => c.json({ ok: true, version, ...(await catalog.size()) }));
  app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /\n"));
  app.notFound(missing);
  app.onError(async (error, c) => {
    onError(error);
    const voice = createVoice(readPreferences(c.req.header("cookie") ?? null));
    return page(
      c,
      <FaultPage frame={{ voice, sample: false, version }} title={voice.t.broken} />,
      500,
    );
  });
  return app;
}
