import { guessLanguage } from "../text/index.ts";
import { findBody } from "./body/find-body.ts";
import { decode } from "./charset/decode.ts";
import { extractText } from "./extract-text.ts";
import type { ExtractedArticle, Extraction, Removal, TextArticle } from "./extraction.ts";
import type { HtmlPage } from "./html/page.ts";
import { scanHtml } from "./html/scan.ts";
import type { Metadata } from "./meta/metadata.ts";
import { readMetadata } from "./meta/read-metadata.ts";

/** A page as it was got: `html`, else `bytes` of HTML, else `text`. What is not known of it is left out. */
export interface PageSource {
  readonly html?: string | undefined;
  readonly text?: string | undefined;
  readonly bytes?: Uint8Array | undefined;
  readonly url?: string | undefined;
  /** ISO 8601. */
  readonly fetchedAt?: string | undefined;
  /** The Content-Type header that came with the bytes. */
  readonly httpContentType?: string | undefined;
}

const LARGEST_PAGE = 16 * 1024 * 1024;
const HTML = /^\s*<(?:!doctype|!--|\?xml|html|head|body|div|p|article|section)\b/iu;

/** Finds the articles of a page, HTML or plain text. Never throws: a page without one gives the reason. */
export function extractPage(source: PageSource): Extraction {
  const size = source.html?.length ?? source.bytes?.length ?? source.text?.length ?? 0;
  if (size > LARGEST_PAGE) {
    return { ok: false, reason: "too-large", removed: [], choices: [], charset: null };
  }
  const { text, charset } = readSource(source);
  const isHtml = source.html !== undefined || HTML.test(text);
  const extraction = isHtml ? extractHtml(text, source) : extractPlain(text, source);
  return { ...extraction, charset };
}

function readSource({ html, bytes, text, httpContentType }: PageSource): {
  readonly text: string;
  readonly charset: string | null;
} {
  if (html !== undefined) return { text: html, charset: null };
  if (bytes !== undefined) return decode(bytes, httpContentType);
  return { text: text ?? "", charset: null };
}

type Found = Omit<Extraction, "charset"> & Extraction;

function extractPlain(text: string, { url }: PageSource): Found {
  const found = extractText(text);
  if (!found.ok) return { ...found, choices: [], charset: null };
  const articles = found.articles.map((article) => withoutPage(article, url ?? null));
  return { ok: true, articles, removed: found.removed, choices: [], charset: null };
}

/** An article that only its text tells of. */
function withoutPage(article: TextArticle, url: string | null): ExtractedArticle {
  return {
    ...article,
    modified: null,
    outlet: null,
    language: guessLanguage(article.text),
    url,
    image: null,
  };
}

function extractHtml(html: string, { url, fetchedAt }: PageSource): Found {
  const page = scanHtml(html);
  const body = findBody(page);
  const removed = body.removed.map(({ block, reason }) => toRemoval(page, block, reason));
  const lines = body.blocks.map((at) => textOf(page, at));
  const [first, last] = [page.blocks[body.blocks[0] ?? -1], page.blocks[body.blocks.at(-1) ?? -1]];
  if (first === undefined || last === undefined) {
    return { ok: false, reason: "too-short", removed, choices: [], charset: null };
  }
  const metadata = readMetadata({
    page,
    url: url ?? null,
    fetchedAt: fetchedAt ?? null,
    body: { start: first.start, end: last.end },
  });
  const article = toArticle(metadata, lines, url ?? null);
  return { ok: true, articles: [article], removed, choices: metadata.choices, charset: null };
}

function textOf({ text, blocks }: HtmlPage, at: number): string {
  const block = blocks[at];
  return block === undefined ? "" : text.slice(block.start, block.end);
}

function toRemoval(page: HtmlPage, block: number, reason: string): Removal {
  return { step: "body", reason, text: textOf(page, block) };
}

function toArticle(
  metadata: Metadata,
  lines: readonly string[],
  url: string | null,
): ExtractedArticle {
  const text = lines.join("\n");
  const { choices: _, ...fields } = metadata;
  return {
    ...fields,
    text,
    dateline: null,
    language: fields.language ?? guessLanguage(text),
    url: fields.url ?? url,
    lead: true,
  };
}
