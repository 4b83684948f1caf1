import { Hono } from "hono";
import type { Store } from "../store/index.ts";
import { loadAssets } from "./assets.ts";
import { createVoice } from "./format.ts";
import {
  aboutShow,
  articleInspect,
  articleShow,
  assetShow,
  type Desk,
  missing,
  nameShow,
  outletShow,
  outletsShow,
  pagesRetry,
  sagaShow,
  searchShow,
  settingsSave,
  settingsShow,
  sourcesShow,
  storyCompare,
  storyCorrect,
  storyShow,
  todayShow,
  toPage,
} from "./handlers.tsx";
import type { Inspector } from "./inspect-show.tsx";
import { FaultPage } from "./plain-pages.tsx";
import { readPreferences } from "./preferences.ts";
import type { Retrier } from "./sources-show.tsx";
import type { Corrector } from "./story-corrections.tsx";
import { type HubListener, hubAsk, hubSend } from "./websub.ts";

export interface WebOptions {
  readonly store: Store;
  readonly version: string;
  /** For what is due; the present by default. */
  readonly now?: () => Date;
  /** What `/metrics` answers; without it there is no such page. */
  readonly metrics?: () => Promise<string>;
  /** How readers' corrections are kept; without it none are taken. */
  readonly corrector?: Corrector;
  /** Makes pages due again that were given up, and says how many; without it the reader only lists them. */
  readonly retrier?: Retrier;
  /** Reads the kept page of an article again; without it none are shown. */
  readonly inspector?: Inspector;
  /** Takes what WebSub hubs say; without it no hub is answered. */
  readonly hubs?: HubListener;
  /** Told of what went wrong; the reader of the page is not. */
  readonly onError?: (error: unknown) => void;
}

/** No script, no other host: the pages need neither. */
const HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** The reader as a web application: a request in, a page out. */
export function createWeb(options: WebOptions): Hono {
  const {
    store,
    version,
    metrics,
    corrector,
    inspector,
    retrier,
    now = () => new Date(),
    onError = () => {},
  } = options;
  const desk: Desk = {
    store,
    version,
    assets: loadAssets(),
    now,
    ...(corrector && { corrector }),
    ...(inspector && { inspector }),
    ...(retrier && { retrier }),
  };
  const app = new Hono();

  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
  });
  app.get("/", (c) => todayShow(desk, c));
  app.get("/story/:id", (c) => storyShow(desk, c, c.req.param("id")));
  app.get("/story/:id/saga", (c) => sagaShow(desk, c, c.req.param("id")));
  app.get("/story/:id/compare", (c) => storyCompare(desk, c, c.req.param("id")));
  app.post("/story/:id/corrections", (c) => storyCorrect(desk, c, c.req.param("id")));
  app.get("/article/:id", (c) => articleShow(desk, c, c.req.param("id")));
  app.get("/article/:id/inspect", (c) => articleInspect(desk, c, c.req.param("id")));
  app.get("/search", (c) => searchShow(desk, c));
  app.get("/outlets", (c) => outletsShow(desk, c));
  app.get("/name", (c) => nameShow(desk, c));
  app.get("/outlet", (c) => outletShow(desk, c));
  app.get("/sources", (c) => sourcesShow(desk, c));
  app.post("/sources/retry", (c) => pagesRetry(desk, c));
  app.get("/about", (c) => aboutShow(desk, c));
  app.get("/settings", (c) => settingsShow(desk, c));
  app.post("/settings", (c) => settingsSave(c));
  app.get("/assets/:name", (c) => assetShow(desk, c, c.req.param("name")));
  app.get("/health", async (c) => {
    const collection = await store.collection.size(now().getTime());
    return c.json({ ok: true, version, ...(await store.catalog.size()), collection });
  });
  const { hubs } = options;
  if (hubs !== undefined) {
    app.get("/websub/:token", (c) => hubAsk(hubs, c, c.req.param("token")));
    app.post("/websub/:token", (c) => hubSend(hubs, c, c.req.param("token")));
  }
  if (metrics !== undefined) app.get("/metrics", async (c) => c.text(await metrics()));
  app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /\n"));
  app.notFound((c) => missing(desk, c));
  app.onError((error, c) => {
    onError(error);
    // The store may be what failed, so that nothing is asked of it here.
    const voice = createVoice(readPreferences(c.req.header("cookie") ?? null));
    const frame = { voice, sample: false, version };
    return toPage(c, <FaultPage frame={frame} title={voice.t.broken} />, 500);
  });
  return app;
}
