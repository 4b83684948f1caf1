import type { TagSource } from "./attributes.ts";
import { endBlock, type Flow } from "./flow.ts";
import { type ElementNames, namesOf } from "./names.ts";
import type { PageElement } from "./page.ts";
import type { Tag } from "./tag.ts";

interface Open {
  tag: string;
  attributes: string;
  names: ElementNames;
  parent: number;
  start: number;
  end: number;
  linkLength: number;
}

interface Frame {
  readonly tag: Tag;
  /** Where it stands in the list. */
  readonly index: number;
  /** The innermost block-level element outside of it, as an index into the list. */
  readonly outerBlock: number;
  readonly isLink: boolean;
}

/** The elements of a page as they open and close. */
export interface Elements {
  readonly list: PageElement[];
  readonly stack: Frame[];
  /** How many elements of a name are open: an end tag without one is passed over at no cost. */
  readonly openCount: number[];
  /** The innermost open block-level element; -1 without one. */
  block: number;
  links: number;
  bolds: number;
  /** Elements opened deeper than the deepest kept. */
  beyond: number;
}

/** No page of people nests deeper; browsers cut at the same depth. */
const DEEPEST = 512;
const MOST_ELEMENTS = 400_000;
const HREF = /(?:^|\s)href\s*=/iu;

/** Nothing opened yet. */
export function createElements(): Elements {
  return {
    list: [],
    stack: [],
    openCount: [],
    block: -1,
    links: 0,
    bolds: 0,
    beyond: 0,
  };
}

const isOpen = ({ openCount }: Elements, { number }: Tag): boolean => (openCount[number] ?? 0) > 0;

/** Opens an element after ending those that its start tag ends. */
export function openTag(elements: Elements, flow: Flow, tag: Tag, source: TagSource): void {
  if (tag.isBlock || tag.isBreak) endBlock(flow, elements.block, tag.isBreak);
  if (tag.isBreak) return;
  if (tag.endsParagraph) endParagraph(elements, flow);
  if (tag.ends.length > 0) endImplied(elements, flow, tag);
  if (tag.isRoot && isOpen(elements, tag)) return;
  if (elements.stack.length >= DEEPEST || elements.list.length >= MOST_ELEMENTS) {
    if (!tag.isVoid) elements.beyond += 1;
    return;
  }
  push(elements, flow, tag, source);
}

function push(elements: Elements, flow: Flow, tag: Tag, source: TagSource): void {
  const index = elements.list.length;
  const start = flow.text.length;
  const parent = elements.stack.at(-1)?.index ?? -1;
  const attributes = source.text.slice(source.from, source.to);
  const element: Open = {
    tag: tag.name,
    attributes,
    names: namesOf(source),
    parent,
    start,
    end: start,
    linkLength: 0,
  };
  elements.list.push(element);
  if (tag.isVoid) return;
  const isLink = tag.name === "a" && HREF.test(attributes);
  // Becomes the length when the element closes; never -0, which is no small whole number.
  element.linkLength = 0 - flow.linkTotal;
  elements.stack.push({ tag, index, outerBlock: elements.block, isLink });
  elements.openCount[tag.number] = (elements.openCount[tag.number] ?? 0) + 1;
  if (tag.isBlock) elements.block = index;
  if (isLink) elements.links += 1;
  if (tag.isBold) elements.bolds += 1;
}

/** A block-level start tag ends an open paragraph; a paragraph holds no blocks. */
function endParagraph(elements: Elements, flow: Flow): void {
  if (elements.list[elements.block]?.tag !== "p") return;
  const at = elements.stack.findLastIndex(({ tag }) => tag.name === "p");
  popTo(elements, flow, at);
}

function hasOpen({ openCount }: Elements, numbers: readonly number[]): boolean {
  for (const number of numbers) if ((openCount[number] ?? 0) > 0) return true;
  return false;
}

function endImplied(elements: Elements, flow: Flow, tag: Tag): void {
  if (!hasOpen(elements, tag.ends)) return;
  for (let at = elements.stack.length - 1; at >= 0; at -= 1) {
    const number = elements.stack[at]?.tag.number ?? -1;
    if (tag.ends.includes(number)) {
      popTo(elements, flow, at);
      return;
    }
    if (tag.scope.includes(number)) return;
  }
}

/** Closes the element an end tag is of, and all inside of it; everything without a tag. */
export function closeTag(elements: Elements, flow: Flow, tag: Tag | null): void {
  if (tag === null) {
    popTo(elements, flow, 0);
    return;
  }
  if (tag.isBlock || tag.isBreak) endBlock(flow, elements.block, tag.isBreak);
  if (elements.beyond > 0 && !tag.isVoid) {
    elements.beyond -= 1;
    return;
  }
  // Text after a too early "</body>" is still of the page.
  if (tag.isRoot || !isOpen(elements, tag)) return;
  const at = findOpen(elements, tag);
  if (at !== -1) popTo(elements, flow, at);
}

function findOpen({ stack }: Elements, tag: Tag): number {
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    const open = stack[at]?.tag;
    if (open === undefined || open === tag) return at;
    // An inline element's end is looked for within its block.
    if (open.isBlock && !tag.isBlock) return -1;
    if (open.isCell && !tag.isOfTable) return -1;
  }
  return -1;
}

function popTo(elements: Elements, flow: Flow, depth: number): void {
  for (let at = elements.stack.length; at > depth; at -= 1) {
    const frame = elements.stack.pop();
    if (frame === undefined) break;
    if (frame.tag.isBlock) {
      endBlock(flow, elements.block, false);
      elements.block = frame.outerBlock;
    }
    const element = elements.list[frame.index] as Open | undefined;
    if (element === undefined) continue;
    element.end = Math.max(element.start, flow.inkEnd);
    element.linkLength += flow.linkTotal;
    const { number } = frame.tag;
    elements.openCount[number] = (elements.openCount[number] ?? 1) - 1;
    if (frame.isLink) elements.links -= 1;
    if (frame.tag.isBold) elements.bolds -= 1;
  }
  if (depth === 0) endBlock(flow, -1, false);
}
