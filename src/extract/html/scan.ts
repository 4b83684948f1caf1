import { closeTag, createElements, type Elements, openTag } from "./elements.ts";
import { appendText, createFlow, type Flow } from "./flow.ts";
import { createHead, type Head, takeHeadTag, takeRawText } from "./head.ts";
import type { HtmlPage } from "./page.ts";
import { type OtherTags, type Tag, tagAt } from "./tag.ts";

interface Scan {
  readonly source: string;
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

const LESS_THAN = "<";
const LONGEST_TAG_NAME = 40;

/** Reads a page in one pass over its source. Total: any text has a page, in time that grows with its length. */
export function scanHtml(source: string): HtmlPage {
  const scan: Scan = {
    source,
    flow: createFlow(),
    elements: createElements(),
    head: createHead(),
    others: new Map(),
    absent: new Set(),
    noDouble: false,
    noSingle: false,
  };
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf(LESS_THAN, at);
    const textEnd = open === -1 ? source.length : open;
    if (textEnd > at) takeText(scan, at, textEnd);
    if (open === -1) break;
    at = takeMarkup(scan, open);
  }
  closeTag(scan.elements, scan.flow, null);
  const { flow, elements, head } = scan;
  return { text: flow.text, elements: elements.list, blocks: flow.blocks, head };
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
  const { source } = scan;
  const next = source.charCodeAt(open + 1);
  if (isLetter(next)) return takeStartTag(scan, open);
  if (next === 0x2f && isLetter(source.charCodeAt(open + 2))) return takeEndTag(scan, open);
  if (next === 0x21) return skipDeclaration(scan, open);
  if (next === 0x2f || next === 0x3f) return after(scan, ">", open);
  takeText(scan, open, open + 1);
  return open + 1;
}

/** Where `mark` ends after `from`; the end of the source without one. */
function after({ source, absent }: Scan, mark: string, from: number): number {
  const found = absent.has(mark) ? -1 : source.indexOf(mark, from);
  if (found !== -1) return found + mark.length;
  absent.add(mark);
  return source.length;
}

/** A comment without an end is closed by the next ">", lest one lost mark hides the rest of the page. */
function skipDeclaration(scan: Scan, open: number): number {
  for (const [start, end] of [
    ["<!--", "-->"],
    ["<![CDATA[", "]]>"],
  ] as const) {
    if (!scan.source.startsWith(start, open)) continue;
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
  const attributes = trimmed(source, nameEnd, close);
  const next = close + 1;
  if (tag.skips !== null) return skipContent(scan, tag, attributes, next);
  if (!takeHeadTag(head, tag.name, attributes, flow.text.length)) {
    openTag(elements, flow, tag, attributes);
  }
  return next;
}

/** What stands between two places without the white space around it, cut out once. */
function trimmed(source: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (start < end && source.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && source.charCodeAt(end - 1) <= 0x20) end -= 1;
  return source.slice(start, end);
}

function takeEndTag(scan: Scan, open: number): number {
  const nameEnd = tagNameEnd(scan.source, open + 2);
  const tag = tagAt(scan.others, scan.source, open + 2, nameEnd);
  closeTag(scan.elements, scan.flow, tag);
  return tagEnd(scan, nameEnd) + 1;
}

function tagNameEnd(source: string, from: number): number {
  const most = from + LONGEST_TAG_NAME;
  let at = from;
  while (at < most) {
    const code = source.charCodeAt(at);
    // Ends at white space, "/", ">" and the end of the source (NaN).
    if (!(code > 0x20) || code === 0x2f || code === 0x3e) break;
    at += 1;
  }
  return at;
}

/** Where a tag's ">" is. Within quoted values ">" is text; a quote that never closes is none. */
function tagEnd(scan: Scan, from: number): number {
  const { source } = scan;
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at;
    at += 1;
    if (code === 0x3d) at = valueEnd(scan, at);
  }
  return source.length;
}

/** Passes a quoted value after "="; an unquoted one is left to the caller. */
function valueEnd(scan: Scan, from: number): number {
  const { source } = scan;
  let at = from;
  while (source.charCodeAt(at) <= 0x20) at += 1;
  const quote = source.charCodeAt(at);
  if (quote === 0x22) {
    const end = scan.noDouble ? -1 : source.indexOf('"', at + 1);
    scan.noDouble ||= end === -1;
    return end === -1 ? at + 1 : end + 1;
  }
  if (quote !== 0x27) return at;
  const end = scan.noSingle ? -1 : source.indexOf("'", at + 1);
  scan.noSingle ||= end === -1;
  return end === -1 ? at + 1 : end + 1;
}

/** Passes over scripts, styles, frames, drawings: to the end tag. */
function skipContent(scan: Scan, tag: Tag, attributes: string, from: number): number {
  const { source, head } = scan;
  const end = contentEnd(scan, tag.name, from);
  if (end === -1 && tag.skips === "if-closed") return from;
  const contentTo = end === -1 ? source.length : end;
  takeRawText(head, tag.name, attributes, () => source.slice(from, contentTo));
  return end === -1 ? source.length : after(scan, ">", end);
}

function contentEnd({ source, absent }: Scan, name: string, from: number): number {
  if (absent.has(name)) return -1;
  for (let at = source.indexOf("</", from); at !== -1; at = source.indexOf("</", at + 2)) {
    const written = source.slice(at + 2, at + 2 + name.length);
    if (written === name || written.toLowerCase() === name) return at;
  }
  absent.add(name);
  return -1;
}
