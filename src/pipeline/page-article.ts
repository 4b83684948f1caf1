import { createHash } from "node:crypto";
import {
  type ExtractedArticle,
  extractPage,
  NO_TEMPLATE,
  type OutletTemplate,
  type PageSource,
} from "../extract/index.ts";
import { type Article, type PageTask, type Published, parseInstant } from "../model/index.ts";
import { toBeside } from "./beside.ts";

/** What became of a page. */
export type PageReading =
  | { readonly ok: true; readonly articles: readonly Article[] }
  | { readonly ok: false; readonly reason: string };

/** A page as it came. */
export interface PageContent {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
  readonly fetchedAt: string;
}

/** A page to read, with what is known of it. */
export interface PageJob {
  readonly task: PageTask;
  readonly content: PageContent;
  /** What other pages of its host have taught. */
  readonly template?: OutletTemplate;
}

/** Reads a page; one on which our own code breaks is one page's failure, not that of those beside it. */
export function readPageSafely({ task, content, template }: PageJob): PageReading {
  try {
    return readPage(task, content, template);
  } catch {
    return { ok: false, reason: "crash" };
  }
}

/** The articles of a fetched page. The first is known by the page; others of the same page by the page and a number. */
export function readPage(
  task: PageTask,
  content: PageContent,
  template: OutletTemplate = NO_TEMPLATE,
): PageReading {
  const { fetchedAt } = content;
  const found = extractPage({ ...toPageSource(content), template });
  if (!found.ok) return { ok: false, reason: found.reason };
  return {
    ok: true,
    articles: found.articles.map((article, at) => toArticle(article, at, task, fetchedAt)),
  };
}

/** A page as extraction takes it. */
export function toPageSource({ body, contentType, url, fetchedAt }: PageContent): PageSource {
  return { bytes: body, url, fetchedAt, httpContentType: contentType ?? undefined };
}

/** The article that a feed gives whole. Its fields are the feed's; the text is read as a page's is, so that labels and furniture go. */
export function readFullText(task: PageTask, fetchedAt: string): PageReading {
  const { title, fullText } = task.hint;
  const html = `<html><body><article><h1>${toEscaped(title ?? "")}</h1>${fullText ?? ""}</article></body></html>`;
  const found = extractPage({ html, url: task.url, fetchedAt });
  const [article] = found.ok ? found.articles : [];
  if (article === undefined) return { ok: false, reason: found.ok ? "empty" : found.reason };
  return {
    ok: true,
    articles: [toArticle({ ...article, title: title ?? article.title }, 0, task, fetchedAt)],
  };
}

const APPENDED_ID_LENGTH = 16;
const MARKUP = /[&<>]/gu;

function toEscaped(text: string): string {
  return text.replace(MARKUP, (mark) => `&#${mark.charCodeAt(0)};`);
}

function toArticle(
  found: ExtractedArticle,
  at: number,
  task: PageTask,
  fetchedAt: string,
): Article {
  const isLead = at === 0;
  // What a feed says is said of the page's own article; a second one on the page has only what is its own.
  const hint = isLead ? task.hint : null;
  return {
    id: isLead ? task.id : toAppendedId(found, task),
    url: isLead ? task.url : null,
    // Who publishes the page publishes all of it; whom an article credits is its own affair.
    outlet: task.outlet ?? found.outlet,
    source: found.source ?? hint?.source ?? null,
    author: found.author ?? hint?.author ?? null,
    title: found.title ?? hint?.title ?? null,
    text: found.text,
    summary: null,
    section: null,
    keywords: found.keywords.length > 0 ? found.keywords : (hint?.keywords ?? []),
    published: toBetter(found.published, hint?.published ?? null),
    fetchedAt,
    ...toBeside(found),
  };
}

/** An article without an address of its own, appended to many pages of a site, is one: known by the site and its words. */
function toAppendedId({ title, text }: ExtractedArticle, { id, url }: PageTask): string {
  const site = url !== null && URL.canParse(url) ? new URL(url).origin : id;
  const words = createHash("sha256")
    .update(`${title ?? ""}\n${text}`)
    .digest("base64url");
  return `${site}#${words.slice(0, APPENDED_ID_LENGTH)}`;
}

/** The page's own date, unless the feed knows the minute of that very day. */
function toBetter(page: Published | null, feed: Published | null): Published | null {
  if (page === null || feed === null) return page ?? feed;
  if (page.precision === "minute" || feed.precision !== "minute") return page;
  const day = parseInstant(page.at);
  const minute = parseInstant(feed.at);
  const isSameDay = day !== null && minute !== null && Math.abs(minute - day) < 36 * 3_600_000;
  return isSameDay ? feed : page;
}
