import { createHash } from "node:crypto";
import { encode } from "./charset.ts";
import { FEED_PATHS, type PressDocument, toFeeds } from "./feeds.ts";
import { toEscaped } from "./markup.ts";
import type { PressArticle, PressOutlet } from "./press.ts";
import { TEMPLATES } from "./templates/index.ts";

/** What can be wrong with a site, on demand. */
export type PressFault =
  | "none"
  | "slow"
  | "status-500"
  | "status-429"
  | "truncated"
  | "lying-etag"
  | "redirect-loop"
  | "wrong-charset";

export const PRESS_FAULTS: readonly PressFault[] = [
  "none",
  "slow",
  "status-500",
  "status-429",
  "truncated",
  "lying-etag",
  "redirect-loop",
  "wrong-charset",
];

export interface PressRequest {
  readonly host: string;
  readonly path: string;
  readonly ifNoneMatch: string | null;
  readonly fault: PressFault;
  /** The time on the air, in milliseconds since 1970: what appears later is not there yet. */
  readonly now: number;
}

export interface PressResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly delayMs: number;
  /** The connection ends after so many bytes; null when it does not. */
  readonly cutAt: number | null;
}

export interface PressOptions {
  readonly outlets: readonly PressOutlet[];
  /** The address of a site, without a slash at the end. */
  readonly toOrigin: (outlet: PressOutlet) => string;
  /** Whether articles are corrected and deleted some time after they appear. */
  readonly changes: boolean;
}

const EMPTY = new Uint8Array();
const SLOW_MS = 3000;
const OTHERS = 5;
const HOUR_MS = 3_600_000;
const CORRECTED_AFTER_MS = 4 * HOUR_MS;
const DELETED_AFTER_MS = 20 * HOUR_MS;
const CORRECTION = "تصحيح: عُدّلت صياغة هذا الخبر بعد نشره لتدقيق المعلومات الواردة فيه.";

/** The sites of the invented press: a request in, a response out, at any time on the air. */
export function createPress(options: PressOptions): (request: PressRequest) => PressResponse {
  const sites = new Map(options.outlets.map((outlet) => [outlet.host, toSite(outlet, options)]));
  const bySlug = new Map(options.outlets.map(({ slug, host }) => [slug, host]));
  return (request) => {
    // `madar.example`, or `madar.localhost:8090` where names of this machine are used.
    const name = request.host.split(":")[0] ?? "";
    const site = sites.get(name) ?? sites.get(bySlug.get(name.split(".")[0] ?? "") ?? "");
    return site === undefined ? toText(404, "no such site") : withFault(site(request), request);
  };
}

type Site = (request: PressRequest) => PressResponse;

function toSite(outlet: PressOutlet, options: PressOptions): Site {
  const origin = options.toOrigin(outlet);
  const feeds = toFeeds(outlet, origin);
  const { path: feedPath, told } = FEED_PATHS[outlet.feed];
  const toldByPage = told === "page" ? feedPath : null;
  return (request) => {
    const onAir = listOnAir(outlet, request.now, options.changes);
    const { path } = request;
    if (path === "/robots.txt") {
      const line = told === "robots" ? `Sitemap: ${origin}${feedPath}\n` : "";
      return toText(200, `User-agent: *\nDisallow: /admin/\n${line}`);
    }
    const feed = feeds.get(path);
    if (feed !== undefined) return toDocument(feed([...onAir].reverse()), request);
    if (path === "/") return toDocument(toHome(outlet, onAir, origin, toldByPage), request);
    const article = onAir.find((one) => one.path === path);
    if (article === undefined) return toText(404, "not found");
    const others = onAir.filter((one) => one !== article).slice(-OTHERS);
    const html = TEMPLATES[outlet.template]({
      outlet,
      article,
      others,
      origin,
      feedPath: toldByPage,
    });
    const type = outlet.charset === "utf-8" ? "text/html; charset=utf-8" : "text/html";
    return toDocument({ type, body: encode(html, outlet.charset) }, request);
  };
}

/** What can be read on a site at a time: of two articles at one address the later, some corrected, some deleted again. */
function listOnAir(outlet: PressOutlet, now: number, changes: boolean): PressArticle[] {
  const byPath = new Map<string, PressArticle>();
  for (const [at, article] of outlet.articles.entries()) {
    const age = now - article.appearsAt;
    if (age < 0) continue;
    const isDeleted = changes && at % 9 === 8 && age > DELETED_AFTER_MS;
    const isCorrected = changes && at % 4 === 3 && age > CORRECTED_AFTER_MS && !article.isRaw;
    const shown = isCorrected
      ? { ...article, paragraphs: [...article.paragraphs, CORRECTION] }
      : article;
    if (isDeleted) byPath.delete(article.path);
    else byPath.set(article.path, shown);
  }
  return [...byPath.values()];
}

function toHome(
  outlet: PressOutlet,
  onAir: readonly PressArticle[],
  origin: string,
  feedPath: string | null,
): PressDocument {
  const links = [...onAir]
    .reverse()
    .map(({ path, title }) => `<li><a href="${origin}${path}">${toEscaped(title)}</a></li>`);
  const feed =
    feedPath === null
      ? ""
      : `<link rel="alternate" type="application/rss+xml" title="${outlet.name}" href="${origin}${feedPath}">`;
  const charset = `<meta http-equiv="Content-Type" content="text/html; charset=${outlet.charset}">`;
  const html = `<!doctype html><html lang="ar" dir="rtl"><head>${charset}<title>${outlet.name}</title>${feed}</head><body><h1>${outlet.name}</h1><ul>${links.join("")}</ul></body></html>`;
  return { type: "text/html", body: encode(html, outlet.charset) };
}

function toDocument({ type, body }: PressDocument, request: PressRequest): PressResponse {
  const etag = `"${createHash("sha1").update(body).digest("hex").slice(0, 16)}"`;
  const headers = { "content-type": type, etag };
  if (request.ifNoneMatch === etag) {
    return { status: 304, headers: { etag }, body: EMPTY, delayMs: 0, cutAt: null };
  }
  return { status: 200, headers, body, delayMs: 0, cutAt: null };
}

function toText(status: number, text: string): PressResponse {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return { status, headers, body: encode(text, "utf-8"), delayMs: 0, cutAt: null };
}

const LIE = '"always-the-same"';

/** robots.txt is never at fault: a site that could not be asked would not be fetched at all. */
function withFault(response: PressResponse, request: PressRequest): PressResponse {
  if (request.path === "/robots.txt") return response;
  switch (request.fault) {
    case "slow":
      return { ...response, delayMs: SLOW_MS };
    case "status-500":
      return toText(500, "internal error");
    case "status-429":
      return { ...toText(429, "too many"), headers: { "retry-after": "2" } };
    case "truncated":
      return { ...response, cutAt: Math.floor(response.body.length / 2) };
    case "lying-etag":
      if (request.ifNoneMatch !== null) return { ...toText(304, ""), body: EMPTY };
      return { ...response, headers: { ...response.headers, etag: LIE } };
    case "redirect-loop":
      return { ...toText(302, ""), headers: { location: request.path } };
    case "wrong-charset":
      return {
        ...response,
        headers: { ...response.headers, "content-type": "text/html; charset=iso-8859-1" },
      };
    case "none":
      return response;
  }
}
