import { decode } from "./charset/decode.ts";
import { extractHtml, type HtmlExtraction } from "./extract-html.ts";
import { extractText } from "./extract-text.ts";
import type { Extraction } from "./extraction.ts";
import { cleanArticles } from "./hygiene/clean-articles.ts";
import { withoutPage } from "./text-article.ts";

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
    return { ok: false, reason: "too-large", removed: [], choices: [], changes: [], charset: null };
  }
  const { text, charset } = readSource(source);
  const isHtml = source.html !== undefined || HTML.test(text);
  const [url, fetchedAt] = [source.url ?? null, source.fetchedAt ?? null];
  const extraction = isHtml ? extractHtml(text, { url, fetchedAt }) : extractPlain(text, url);
  if (!extraction.ok) return { ...extraction, changes: [], charset };
  return { ...extraction, ...cleanArticles(extraction.articles), charset };
}

function readSource({ html, bytes, text, httpContentType }: PageSource): {
  readonly text: string;
  readonly charset: string | null;
} {
  if (html !== undefined) return { text: html, charset: null };
  if (bytes !== undefined) return decode(bytes, httpContentType);
  return { text: text ?? "", charset: null };
}

function extractPlain(text: string, url: string | null): HtmlExtraction {
  const found = extractText(text);
  if (!found.ok) return { ...found, choices: [] };
  const articles = found.articles.map((article) => withoutPage(article, url));
  return { ok: true, articles, removed: found.removed, choices: [] };
}
