import { createTagSource, type TagSource } from "./attributes.ts";
import { closeTag, createElements, type Elements, openTag } from "./elements.ts";
import { appendText, createFlow, type Flow } from "./flow.ts";
import { createHead, type Head, takeHeadTag, takeRawText } from "./head.ts";
import type { HtmlPage } from "./page.ts";
import { isNamed, type OtherTags, type Tag, tagAt } from "./tag.ts";

interface Scan {
  readonly source: TagSource;
  readonly flow: Flow;
  readonly elements: Elements;
  readonly head: Head;
  readonly others: OtherTags;
  /** Ends that were looked for and are not in the rest of the source: looking again would cost a pass each time. */
  readonly absent: Set<string>;
  /** The same for quotes, which every attribute asks for. */
  noDouble: boolean;
  noSingle: boolean;
}

const LONGEST_TAG_NAME = 40;

/** Reads a page in one pass over its source. Total: any text has a page, in time that grows with its length. */
export function scanHtml(text: string): HtmlPage {
  const scan: Scan = {
    source: createTagSource(text),
    flow: createFlow(),
    elements: createElements(),
    head: createHead(),
    others: new Map(),
    absent: new Set(),
    noDouble: false,
    noSingle: false,
  };
  let at = 0;
  while (at < text.length) {
    const open = nextMarkup(scan.source, at);
    if (open > at) takeText(scan, at, open);
    at = open === text.length ? open : takeMarkup(scan, open);
  }
  closeTag(scan.elements, scan.flow, null);
  const { flow, elements, head } = scan;
  return { text: flow.text, elements: elements.list, blocks: flow.blocks, head };
}

const LESS_THAN = 0x3c;

function nextMarkup({ codes }: TagSource, from: number): number {
  let at = from;
  while (at < codes.length && codes[at] !== LESS_THAN) at += 1;
  return at;
}

function takeText({ source, flow, elements }: Scan, from: number, to: number): void {
  appendText(flow, source, from, to, elements.links > 0, elements.bolds > 0);
}

const isLetter = (code: number): boolean => {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
};

/** Takes what begins with "<" and gives where to go on. */
function takeMarkup(scan: Scan, open: number): number {
  const { codes } = scan.source;
  const next = codes[open + 1] ?? 0;
  if (isLetter(next)) return takeStartTag(scan, open);
  if (next === 0x2f && isLetter(codes[open + 2] ?? 0)) return takeEndTag(scan, open);
  if (next === 0x21) return skipDeclaration(scan, open);
  if (next === 0x2f || next === 0x3f) return after(scan, ">", open);
  takeText(scan, open, open + 1);
  return open + 1;
}

/** Where `mark` ends after `from`; the end of the source without one. */
function after({ source, absent }: Scan, mark: string, from: number): number {
  const found = absent.has(mark) ? -1 : source.text.indexOf(mark, from);
  if (found !== -1) return found + mark.length;
  absent.add(mark);
  return source.text.length;
}

/** A comment without an end is closed by the next ">", lest one lost mark hides the rest of the page. */
function skipDeclaration(scan: Scan, open: number): number {
  for (const [start, end] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!scan.source.text.startsWith(start, open)) continue;
    // "<!-->" and "<!--->" are whole comments.
    const to = after(scan, end, open + start.length - (end === "-->" ? 2 : 0));
    if (!scan.absent.has(end)) return to;
  }
  return after(scan, ">", open);
}

function takeStartTag(scan: Scan, open: number): number {
  const { source, flow, elements, head } = scan;
  const nameEnd = tagNameEnd(source, open + 1);
  const tag = tagAt(scan.others, source, open + 1, nameEnd);
  const close = tagEnd(scan, nameEnd);
  setRange(source, nameEnd, close);
  const next = close + 1;
  if (tag.skips !== null) return skipContent(scan, tag, next);
  if (!takeHeadTag(head, tag.name, source, flow.text.length)) {
    openTag(elements, flow, tag, source);
  }
  return next;
}

/** Where a tag's attributes are: between its name and its end, without the white space around. */
function setRange(source: TagSource, from: number, to: number): void {
  const { codes } = source;
  let [start, end] = [from, to];
  while (start < end && (codes[start] as number) <= 0x20) start += 1;
  while (end > start && (codes[end - 1] as number) <= 0x20) end -= 1;
  source.from = start;
  source.to = end;
}

function takeEndTag(scan: Scan, open: number): number {
  const nameEnd = tagNameEnd(scan.source, open + 2);
  const tag = tagAt(scan.others, scan.source, open + 2, nameEnd);
  closeTag(scan.elements, scan.flow, tag);
  return tagEnd(scan, nameEnd) + 1;
}

function tagNameEnd({ codes }: TagSource, from: number): number {
  const most = Math.min(from + LONGEST_TAG_NAME, codes.length);
  let at = from;
  while (at < most) {
    const code = codes[at] as number;
    // Ends at white space, "/" and ">".
    if (code <= 0x20 || code === 0x2f || code === 0x3e) break;
    at += 1;
  }
  return at;
}

/** Where a tag's ">" is. Within quoted values ">" is text; a quote that never closes is none. */
function tagEnd(scan: Scan, from: number): number {
  const { codes } = scan.source;
  scan.source.known = 0;
  let at = from;
  while (at < codes.length) {
    const code = codes[at];
    if (code === 0x3e) return at;
    at += 1;
    if (code === 0x3d) at = valueEnd(scan, at);
  }
  return codes.length;
}

/** Passes a quoted value after "=", and notes it; an unquoted one is left to the caller. */
function valueEnd(scan: Scan, from: number): number {
  const { source } = scan;
  const { codes, quoted } = source;
  let at = from;
  while (at < codes.length && (codes[at] as number) <= 0x20) at += 1;
  const quote = codes[at];
  if (quote !== 0x22 && quote !== 0x27) return at;
  const end = closeOf(scan, quote, at + 1);
  if (end === -1) return at + 1;
  quoted[source.known] = at;
  quoted[source.known + 1] = end;
  source.known += 2;
  return end + 1;
}

/** Where a quote is closed; -1 when it is not in all the rest of the source. */
function closeOf(scan: Scan, quote: number, from: number): number {
  const isDouble = quote === 0x22;
  if (isDouble ? scan.noDouble : scan.noSingle) return -1;
  const end = scan.source.text.indexOf(isDouble ? '"' : "'", from);
  if (end === -1 && isDouble) scan.noDouble = true;
  if (end === -1 && !isDouble) scan.noSingle = true;
  return end;
}

/** Passes over scripts, styles, frames, drawings: to the end tag. */
function skipContent(scan: Scan, tag: Tag, from: number): number {
  const { source, head } = scan;
  const end = contentEnd(scan, tag.name, from);
  if (end === -1 && tag.skips === "if-closed") return from;
  const contentTo = end === -1 ? source.text.length : end;
  takeRawText(head, tag.name, source, () => source.text.slice(from, contentTo));
  return end === -1 ? source.text.length : after(scan, ">", end);
}

function contentEnd({ source, absent }: Scan, name: string, from: number): number {
  if (absent.has(name)) return -1;
  const { text, codes } = source;
  for (let at = text.indexOf("</", from); at !== -1; at = text.indexOf("</", at + 2)) {
    if (isNamed(name, codes, at + 2)) return at;
  }
  absent.add(name);
  return -1;
}
