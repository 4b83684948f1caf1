import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** An article of a made-up site. */
export interface NewsItem {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  readonly at?: string;
}

/** A request as the server saw it. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  readonly endedAt: number;
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
}

export interface NewsSite {
  /** Of a host of this site: `http://NAME.localhost:PORT`. */
  readonly origin: (name?: string) => string;
  readonly allow: string;
  readonly port: number;
  readonly seen: Seen[];
  /** Answers a request before the site does; true when it has. */
  intercept: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** The articles of each host. */
  readonly items: Map<string, NewsItem[]>;
}

const PARAGRAPH =
  "وقال المتحدث باسم البلدية في مؤتمر صحفي إن الأعمال ستبدأ الأسبوع المقبل وتستمر ثلاثة أشهر، وإن حركة السير ستحول إلى الطريق الساحلي طوال هذه المدة.";

/** News of a site: different words for every number, so that no two are copies. */
export function inventItem(host: string, n: number, at?: string): NewsItem {
  const words = [
    "ميناء",
    "جسر",
    "مدرسة",
    "مستشفى",
    "سوق",
    "مكتبة",
    "ملعب",
    "حديقة",
    "محطة",
    "طريق",
  ];
  const word = `${words[n % 10]} ${words[Math.floor(n / 10) % 10]} ${n}`;
  return {
    path: `/news/${n}`,
    title: `افتتاح ${word} في ${host}`,
    text: `افتتح وزير الأشغال ${word} صباح اليوم بحضور عدد من الأهالي والمسؤولين في ${host}.\n${PARAGRAPH}\nوأضاف أن كلفة ${word} بلغت ${n + 3} ملايين دينار، وأن العمل فيه استغرق ${n + 2} أشهر كاملة.`,
    ...(at === undefined ? {} : { at }),
  };
}

/** A real server on this machine, with as many hosts as are asked of it. */
export async function startNewsSite(): Promise<NewsSite> {
  const items = new Map<string, NewsItem[]>();
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const started = performance.now();
    const host = (request.headers.host ?? "").split(".")[0] ?? "";
    response.once("close", () => {
      seen.push({
        host,
        path: request.url ?? "",
        at: started,
        endedAt: performance.now(),
        status: response.statusCode,
        headers: request.headers,
      });
    });
    if (!site.intercept(request, response)) answer(request, response, host);
  });
  const answer = (request: IncomingMessage, response: ServerResponse, host: string): void => {
    const news = items.get(host) ?? [];
    const path = request.url ?? "/";
    if (path === "/feed.xml")
      send(request, response, "application/rss+xml", toRss(site.origin(host), news));
    else if (path === "/") send(request, response, "text/html", toHome(host));
    else {
      const item = news.find((one) => one.path === path);
      if (item === undefined) response.writeHead(404).end();
      else send(request, response, "text/html; charset=utf-8", toPage(item));
    }
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const site: NewsSite = {
    origin: (name = "a") => `http://${name}.localhost:${port}`,
    allow: `*.localhost:${port}`,
    port,
    seen,
    items,
    intercept: () => false,
  };
  return site;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  type: string,
  body: string,
): void {
  const etag = `"${createHash("sha1").update(body).digest("hex")}"`;
  if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(response.statusCode, { "content-type": type, etag }).end(body);
}

export function toRss(origin: string, items: readonly NewsItem[]): string {
  const entries = items.map(
    ({ path, title, at }) =>
      `<item><title>${title}</title><link>${origin}${path}</link>${at === undefined ? "" : `<pubDate>${new Date(at).toUTCString()}</pubDate>`}</item>`,
  );
  return `<rss version="2.0"><channel><title>صحيفة ${new URL(origin).hostname.split(".")[0]}</title><link>${origin}/</link>${entries.join("")}</channel></rss>`;
}

function toPage({ title, text, at }: NewsItem): string {
  const paragraphs = text.split("\n").map((line) => `<p>${line}</p>`);
  const time = at === undefined ? "" : `<time datetime="${at}">${at}</time>`;
  return `<!doctype html><html lang="ar" dir="rtl"><head><title>${title}</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>${title}</h1>${time}${paragraphs.join("")}</article><footer>جميع الحقوق محفوظة</footer></body></html>`;
}

function toHome(host: string): string {
  return `<!doctype html><html><head><title>${host}</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>الرئيسية</p></body></html>`;
}
