import { guessLanguage } from "../text/index.ts";
import { captionsOf, type LinksWithin, linksOf, readLinks } from "./apart.ts";
import { type JudgedBlock, judgeBlocks } from "./body/find-body.ts";
import type { Choice, ExtractedArticle, Refusal, Removal, TextArticle } from "./extraction.ts";
import type { HtmlPage } from "./html/page.ts";
import { scanHtml } from "./html/scan.ts";
import { splitHtmlRecords } from "./html-records.ts";
import type { Metadata } from "./meta/metadata.ts";
import { readMetadata } from "./meta/read-metadata.ts";
import { readRecord } from "./records.ts";
import { hasLetters, refusePage, refuseSource } from "./refuse.ts";
import { applyTemplate, type OutletTemplate } from "./template/outlet-template.ts";
import { withoutPage } from "./text-article.ts";
import { findToldBody } from "./told-body.ts";

/** What a page of HTML gives; the charset is not its matter. */
export type HtmlExtraction = {
  readonly removed: readonly Removal[];
  readonly choices: readonly Choice[];
} & (
  | { readonly ok: true; readonly articles: readonly ExtractedArticle[] }
  | { readonly ok: false; readonly reason: Refusal }
);

interface Found {
  readonly url: string | null;
  readonly fetchedAt: string | null;
  readonly template: OutletTemplate;
  readonly explain: boolean;
}

/** Finds the articles of an HTML page: its blocks judged, cut into records, and each record read. */
export function extractHtml(
  html: string,
  { url, fetchedAt, template, explain }: Found,
): HtmlExtraction {
  const unreadable = refuseSource(html);
  if (unreadable !== null) return { ok: false, reason: unreadable, removed: [], choices: [] };
  const page = scanHtml(html);
  const judged = applyTemplate(template, page, judgeBlocks(page));
  const linksWithin = readLinks(page, url);
  const removed: Removal[] = removedBlocks(page, judged, explain ? linksWithin : null);
  const records = splitHtmlRecords(page, judged);
  const [lead = []] = records;
  const metadata = readMetadata({ page, url, fetchedAt, body: rangeOf(page, lead) });
  const articles = records
    .map((blocks, at) => {
      const lines = blocks.map((block) => textOf(page, block));
      const range = rangeOf(page, blocks);
      return {
        ...(at === 0
          ? readLead(lines, metadata, url, removed)
          : withoutPage(readRecord(lines, { title: null, lead: false }, removed), url)),
        captions: captionsOf(page, judged, range),
        links: linksOf(page, judged, range, linksWithin),
      };
    })
    .filter(({ text }) => hasLetters(text));
  const { choices } = metadata;
  const [first] = articles;
  const shown = first?.lead === true ? first.text : "";
  const refusal = refusePage(page, judged, shown);
  const told = refusal === null || TELLS_MORE.has(refusal) ? findToldBody(page, shown) : null;
  if (told !== null) {
    const article = {
      ...readLead(told.paragraphs, metadata, url, removed),
      captions: [],
      links: [],
    };
    const chosen = { field: "text", from: told.from, value: told.paragraphs[0] ?? "" };
    const others = articles.filter(({ lead }) => !lead);
    return { ok: true, articles: [article, ...others], removed, choices: [...choices, chosen] };
  }
  if (refusal !== null) return { ok: false, reason: refusal, removed, choices };
  return { ok: true, articles, removed, choices };
}

/** Refused for the little that is shown; a paywall, an error and a page to log in stay what they are. */
const TELLS_MORE: ReadonlySet<Refusal> = new Set(["too-short", "index-page"]);

/** The page's own article, with what the page says of it. Nothing of that is taken over by another article of the page. */
function readLead(
  lines: readonly string[],
  metadata: Metadata,
  url: string | null,
  removed: Removal[],
): Omit<ExtractedArticle, "captions" | "links"> {
  const { title, author, published } = metadata;
  const day = published?.at.slice(0, 10) ?? null;
  return withPage(readRecord(lines, { title, author, day, lead: true }, removed), metadata, url);
}

function removedBlocks(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
  linksWithin: LinksWithin | null,
): Removal[] {
  const removed: Removal[] = [];
  judged.forEach(({ reason }, at) => {
    const block = page.blocks[at];
    if (reason === null || block === undefined) return;
    const removal = { step: "body", reason, text: textOf(page, at) };
    const links = linksWithin !== null && block.linkLength > 0 ? linksWithin(block) : [];
    removed.push(links.length === 0 ? removal : { ...removal, links });
  });
  return removed;
}

function rangeOf({ blocks }: HtmlPage, record: readonly number[]): { start: number; end: number } {
  const start = blocks[record[0] ?? -1]?.start ?? 0;
  return { start, end: blocks[record.at(-1) ?? -1]?.end ?? start };
}

function textOf({ text, blocks }: HtmlPage, at: number): string {
  const block = blocks[at];
  return block === undefined ? "" : text.slice(block.start, block.end);
}

/** The page's own article: what the page says of itself goes before what a line of the body says. */
function withPage(
  article: TextArticle,
  metadata: Metadata,
  url: string | null,
): Omit<ExtractedArticle, "captions" | "links"> {
  const { choices: _, ...told } = metadata;
  return {
    ...article,
    ...told,
    published: told.published ?? article.published,
    author: told.author ?? article.author,
    source: told.source ?? article.source,
    keywords: told.keywords.length > 0 ? told.keywords : article.keywords,
    language: told.language ?? guessLanguage(article.text),
    url: told.url ?? url,
  };
}
