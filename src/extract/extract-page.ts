import { judgeBlocks } from "./body/find-body.ts";
import { decode } from "./charset/decode.ts";
import { extractHtml, type HtmlExtraction } from "./extract-html.ts";
import { extractText } from "./extract-text.ts";
import type { Extraction } from "./extraction.ts";
import { scanHtml } from "./html/scan.ts";
import { cleanArticles } from "./hygiene/clean-articles.ts";
import { learnTemplate, NO_TEMPLATE, type OutletTemplate } from "./template/outlet-template.ts";
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
  /** What other pages of its host have taught. */
  readonly template?: OutletTemplate | undefined;
  /** Tell of what was removed where its links lead, too. */
  readonly explain?: boolean | undefined;
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
  const template = source.template ?? NO_TEMPLATE;
  const extraction = isHtml
    ? extractHtml(text, { url, fetchedAt, template, explain: source.explain === true })
    : extractPlain(text, url);
  if (!extraction.ok) return { ...extraction, changes: [], charset };
  return { ...extraction, ...cleanArticles(extraction.articles), charset };
}

/** What an outlet's pages have taught, after one more of them; a page that cannot be read teaches nothing. */
export function learnOutlet(template: OutletTemplate, source: PageSource): OutletTemplate {
  const size = source.html?.length ?? source.bytes?.length ?? source.text?.length ?? 0;
  if (size > LARGEST_PAGE) return template;
  const { text } = readSource(source);
  if (source.html === undefined && !HTML.test(text)) return template;
  const page = scanHtml(text);
  return learnTemplate(template, page, judgeBlocks(page));
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
