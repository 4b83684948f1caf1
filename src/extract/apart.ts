import type { JudgedBlock } from "./body/find-body.ts";
import type { RemovedLink } from "./extraction.ts";
import { attributeOf } from "./html/attributes.ts";
import type { HtmlPage, PageElement, TextBlock } from "./html/page.ts";
import { readLine } from "./lines.ts";
import { toAbsolute } from "./meta/address.ts";

/** A part of a page's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The picture that leads an article stands so near before its first paragraph, and one that ends it so near after the last. */
const BEFORE = 600;
const AFTER = 300;

/** The captions beside an article's paragraphs, each once: kept, and not in its text. */
export function captionsOf(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
  { start, end }: TextRange,
): string[] {
  const captions = new Set<string>();
  page.blocks.forEach((block, at) => {
    if (judged[at]?.reason !== "caption") return;
    if (block.start < start - BEFORE || block.end > end + AFTER) return;
    captions.add(page.text.slice(block.start, block.end));
  });
  return [...captions];
}

/** The links that stand in a part of a page's text. */
export type LinksWithin = (range: TextRange) => RemovedLink[];

/** Reads the links of a page that lead to another; relative addresses are made absolute where the page's own is known. */
export function readLinks(page: HtmlPage, url: string | null): LinksWithin {
  const base = toAbsolute(page.head.base, url) ?? url;
  const anchors = page.elements.filter(({ tag, start, end }) => tag === "a" && end > start);
  return ({ start, end }) => {
    const links: RemovedLink[] = [];
    for (let at = firstFrom(anchors, start); at < anchors.length; at += 1) {
      const anchor = anchors[at] as PageElement;
      if (anchor.start >= end) break;
      const address = toAbsolute(attributeOf(anchor.attributes, "href"), base);
      if (address === null) continue;
      const text = page.text.slice(anchor.start, anchor.end).replaceAll("\n", " ").trim();
      links.push({ text, url: address });
    }
    return links;
  };
}

/** The first anchor that begins at a place or after it; they stand in the order of the page. */
function firstFrom(anchors: readonly PageElement[], start: number): number {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle] as PageElement).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The links between an article's paragraphs that were taken off with what they stood in: read-also lines, cards, lists. */
export function linksOf(
  page: HtmlPage,
  judged: readonly JudgedBlock[],
  { start, end }: TextRange,
  linksWithin: LinksWithin,
): RemovedLink[] {
  const links: RemovedLink[] = [];
  for (let at = 0; at < page.blocks.length; at += 1) {
    const block = page.blocks[at] as TextBlock;
    if (block.linkLength === 0 || block.start < start || block.end > end) continue;
    if (isTakenOff(page, judged, at)) links.push(...linksWithin(block));
  }
  return links;
}

function isTakenOff(page: HtmlPage, judged: readonly JudgedBlock[], at: number): boolean {
  const block = page.blocks[at];
  if (judged[at]?.kept !== true || block === undefined) return true;
  return readLine(page.text.slice(block.start, block.end)).kind === "read-also";
}
