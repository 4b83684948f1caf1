import type { TagSource } from "./attributes.ts";
import { decodeEntities } from "./entities.ts";
import type { TextBlock } from "./page.ts";

/** The visible text of a page as it grows, cut into blocks. White space collapses as a browser collapses it; a no-break space stays. */
export interface Flow {
  text: string;
  readonly blocks: TextBlock[];
  /** Where the text's last character that is no space ends. */
  inkEnd: number;
  /** Where the current block begins, and the running totals there. */
  blockStart: number;
  linkAtStart: number;
  boldAtStart: number;
  /** Characters in links and in bold so far. */
  linkTotal: number;
  boldTotal: number;
  afterBreak: boolean;
}

/** A flow without text. */
export function createFlow(): Flow {
  return {
    text: "",
    blocks: [],
    inkEnd: 0,
    blockStart: 0,
    linkAtStart: 0,
    boldAtStart: 0,
    linkTotal: 0,
    boldTotal: 0,
    afterBreak: false,
  };
}

const WHITE = /[\t\n\f\r ]+/gu;
const NEEDS_COLLAPSE = /[\t\n\f\r]| {2}/u;

const isWhite = (code: number): boolean =>
  code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d || code === 0x0c;

/** Appends a run of source text between two tags. */
export function appendText(
  flow: Flow,
  source: TagSource,
  from: number,
  to: number,
  inLink: boolean,
  inBold: boolean,
): void {
  const { codes } = source;
  let start = from;
  while (start < to && isWhite(codes[start] as number)) start += 1;
  const atLineStart = flow.inkEnd <= flow.blockStart;
  const afterSpace = atLineStart || flow.text.length > flow.inkEnd;
  if (start > from && !afterSpace) flow.text += " ";
  if (start === to) return;
  let end = to;
  while (isWhite(codes[end - 1] as number)) end -= 1;
  const run = runOf(source, start, end);
  flow.text += run;
  flow.inkEnd = flow.text.length;
  if (end < to) flow.text += " ";
  if (inLink) flow.linkTotal += run.length;
  if (inBold) flow.boldTotal += run.length;
}

/** A run of source text as a reader sees it. Most runs are seen as they are written. */
function runOf({ text, codes }: TagSource, start: number, end: number): string {
  const written = text.slice(start, end);
  for (let at = start; at < end; at += 1) {
    const code = codes[at] as number;
    if (code > AMPERSAND || (code === SPACE && codes[at + 1] !== SPACE)) continue;
    if (code === AMPERSAND || isWhite(code)) {
      const decoded = decodeEntities(written);
      return NEEDS_COLLAPSE.test(decoded) ? decoded.replace(WHITE, " ") : decoded;
    }
  }
  return written;
}

const AMPERSAND = 0x26;
const SPACE = 0x20;

/** Ends the current block, if it has any text. */
export function endBlock(flow: Flow, element: number, byBreak: boolean): void {
  if (flow.inkEnd > flow.blockStart) {
    flow.blocks.push({
      start: flow.blockStart,
      end: flow.inkEnd,
      linkLength: flow.linkTotal - flow.linkAtStart,
      boldLength: flow.boldTotal - flow.boldAtStart,
      element,
      afterBreak: flow.afterBreak,
    });
    flow.text += "\n";
    flow.blockStart = flow.text.length;
    flow.linkAtStart = flow.linkTotal;
    flow.boldAtStart = flow.boldTotal;
    flow.afterBreak = byBreak;
  } else if (!byBreak) {
    flow.afterBreak = false;
  }
}
