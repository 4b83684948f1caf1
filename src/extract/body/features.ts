import { toCodes } from "../html/codes.ts";
import type { HtmlPage, TextBlock } from "../html/page.ts";
import { CONTEXT_WIDTH } from "./context.ts";
import { type Copies, countCopies } from "./copies.ts";
import { countThemes, THEMES } from "./furniture-words.ts";
import { KIND_WIDTH, measureKinds } from "./kinds.ts";
import { log2 } from "./log2.ts";
import { FAR, type Outline, SLOTS, STRIDE, toOutline } from "./outline.ts";
import { describeSelf, type SelfDescription } from "./self-description.ts";
import {
  CAPITAL,
  COMMA,
  DIGIT,
  ENDS_COLON,
  ENDS_SENTENCE,
  lettersIn,
  measureShapes,
  SEPARATOR,
  SHAPE_WIDTH,
  STARTS_LOWER,
  STOP,
  type TextShapes,
  wordsIn,
} from "./text-shape.ts";
import { measureWhole, WHOLE_WIDTH } from "./whole-page.ts";

/** What is known of the blocks of a page before any is judged: a row of numbers for each, with room for those of the second look after them. */
export interface Features {
  readonly rows: Float32Array;
  readonly outline: Outline;
}

const OWN = 35;
const AROUND = 24;
/** How many numbers a block has. */
export const WIDTH: number = OWN + AROUND + SLOTS + THEMES + KIND_WIDTH + WHOLE_WIDTH;
/** Where in a row the words of furniture are counted. */
export const THEMES_AT: number = OWN + AROUND + SLOTS;
/** Where the number of a block's words is. */
export const WORDS_AT = 1;
/** How long a row is. */
export const ROW: number = WIDTH + CONTEXT_WIDTH;

/** A block with fewer words is a label, a name, a date. */
const LEAST_PROSE_WORDS = 8;

const HEADINGS: ReadonlyMap<string, number> = new Map(
  ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag, at) => [tag, at + 1]),
);

/** Measures every block of a page. */
export function measure(page: HtmlPage): Features {
  const { blocks } = page;
  const written = { text: page.text, codes: toCodes(page.text) };
  const shapes = measureShapes(page, written.codes);
  const prose = measureProse(page, shapes);
  const outline = toOutline(page, prose);
  const rows = new Float32Array(blocks.length * ROW);
  const sight: Sight = { page, shapes, prose, outline, ...overview(page, prose, outline) };
  const fillKind = measureKinds(page, outline, shapes);
  const whole = measureWhole(page, prose, shapes);
  for (let at = 0; at < blocks.length; at += 1) {
    const row = at * ROW;
    fillOwn(rows, row, sight, at);
    fillAround(rows, row + OWN, sight, at);
    fillDistances(rows, row + OWN + AROUND, sight, at);
    countThemes(written, blocks[at] as TextBlock, rows, row + THEMES_AT);
    fillKind(rows, row + THEMES_AT + THEMES, at);
    fillWhole(rows, row + WIDTH - WHOLE_WIDTH, whole);
  }
  return { rows, outline };
}

function fillWhole(rows: Float32Array, from: number, whole: readonly number[]): void {
  for (let at = 0; at < WHOLE_WIDTH; at += 1) rows[from + at] = whole[at] as number;
}

/** How much running text each block is: its characters outside of links, if it is long enough to be prose. */
function measureProse({ blocks }: HtmlPage, shapes: TextShapes): Float64Array {
  const prose = new Float64Array(blocks.length);
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end, linkLength } = blocks[at] as TextBlock;
    if (wordsIn(shapes, at * SHAPE_WIDTH) >= LEAST_PROSE_WORDS)
      prose[at] = end - start - linkLength;
  }
  return prose;
}

interface Overview {
  readonly self: SelfDescription;
  readonly totalProse: number;
  /** Running sums over the blocks before each, for windows. */
  readonly proseBefore: Float64Array;
  readonly linkBefore: Float64Array;
  readonly lengthBefore: Float64Array;
  readonly proseOfKind: Float64Array;
  /** The text of each block. */
  readonly written: readonly string[];
  readonly copies: Copies;
  /** The first block that is the page's title, or h1; -1 without one. */
  readonly titleAt: number;
  readonly articles: number;
}

interface Sight extends Overview {
  readonly page: HtmlPage;
  readonly shapes: TextShapes;
  readonly prose: Float64Array;
  readonly outline: Outline;
}

function overview(page: HtmlPage, prose: Float64Array, { kind, kinds }: Outline): Overview {
  const { blocks, elements, text } = page;
  const count = blocks.length + 1;
  const proseBefore = new Float64Array(count);
  const linkBefore = new Float64Array(count);
  const lengthBefore = new Float64Array(count);
  const proseOfKind = new Float64Array(kinds);
  const written: string[] = [];
  const self = describeSelf(page);
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end, linkLength, element } = blocks[at] as TextBlock;
    const running = prose[at] as number;
    proseBefore[at + 1] = (proseBefore[at] as number) + running;
    linkBefore[at + 1] = (linkBefore[at] as number) + linkLength;
    lengthBefore[at + 1] = (lengthBefore[at] as number) + end - start;
    const of = kind[element] ?? 0;
    proseOfKind[of] = (proseOfKind[of] ?? 0) + running;
    written.push(text.slice(start, end));
  }
  return {
    self,
    totalProse: proseBefore[blocks.length] ?? 0,
    proseBefore,
    linkBefore,
    lengthBefore,
    proseOfKind,
    written,
    copies: countCopies(page),
    titleAt: findTitle(page, self),
    articles: elements.reduce((sum, { tag }) => sum + Number(tag === "article"), 0),
  };
}

/** The first heading that says the page's title, else its first h1; -1 without one. */
function findTitle({ blocks, elements, text }: HtmlPage, self: SelfDescription): number {
  let firstMain = -1;
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, start, end } = blocks[at] as TextBlock;
    const level = HEADINGS.get(elements[element]?.tag ?? "") ?? LOWEST;
    if (level === 1 && firstMain === -1) firstMain = at;
    if (level < LEAST_TITLE_LEVEL && self.isTitle(text.slice(start, end))) return at;
  }
  return firstMain;
}

const LOWEST = 9;
const LEAST_TITLE_LEVEL = 4;
const DIGIT_OF_ASCII = /\d/u;
const SECTIONS: ReadonlySet<string> = new Set(["div", "section", "article"]);
const CONTROLS: ReadonlySet<string> = new Set(["button", "label", "option", "legend"]);
/** Farther from the title than this is far. */
const FAR_FROM_TITLE = 50;

function fillOwn(rows: Float32Array, row: number, sight: Sight, at: number): void {
  const { page, shapes, self, titleAt, copies } = sight;
  const { start, end, linkLength, boldLength, afterBreak, element } = page.blocks[at] as TextBlock;
  const shape = at * SHAPE_WIDTH;
  const length = end - start;
  const words = wordsIn(shapes, shape);
  const letters = lettersIn(shapes, shape);
  const written = sight.written[at] as string;
  const tag = page.elements[element]?.tag ?? "";
  const commas = shapes[shape + COMMA] as number;
  const stops = shapes[shape + STOP] as number;
  rows[row] = log2(length);
  rows[row + WORDS_AT] = log2(words + 1);
  rows[row + 2] = linkLength / length;
  rows[row + 3] = boldLength / length;
  rows[row + 4] = Number(afterBreak);
  rows[row + 5] = commas;
  rows[row + 6] = commas / words;
  rows[row + 7] = stops;
  rows[row + 8] = stops / words;
  rows[row + 9] = (shapes[shape + CAPITAL] as number) / (letters + 1);
  rows[row + 10] = (shapes[shape + DIGIT] as number) / length;
  rows[row + 11] = (shapes[shape + SEPARATOR] as number) / length;
  rows[row + 12] = letters / length;
  rows[row + 13] = shapes[shape + ENDS_SENTENCE] as number;
  rows[row + 14] = shapes[shape + ENDS_COLON] as number;
  rows[row + 15] = shapes[shape + STARTS_LOWER] as number;
  fillTag(rows, row + 16, tag);
  rows[row + 24] = at / page.blocks.length;
  rows[row + 25] = start / page.text.length;
  rows[row + 26] = Math.min(copies.count[copies.first[at] as number] as number, 5);
  rows[row + 27] = Math.min(copies.before[at] as number, 5);
  rows[row + 28] = self.hasBody ? self.bodyShare(written) : -1;
  rows[row + 29] = Number(self.isTitle(written));
  rows[row + 30] = Number(self.isSummary(written));
  rows[row + 31] = titleAt === -1 ? -1 : Number(at > titleAt);
  rows[row + 32] =
    titleAt === -1 ? 0 : Math.max(-FAR_FROM_TITLE, Math.min(FAR_FROM_TITLE, at - titleAt));
  rows[row + 33] = Number(
    words <= 8 && (shapes[shape + DIGIT] as number) > 0 && DIGIT_OF_ASCII.test(written),
  );
  rows[row + 34] = Math.min(sight.articles, 20);
}

function fillTag(rows: Float32Array, from: number, tag: string): void {
  rows[from] = HEADINGS.get(tag) ?? 0;
  rows[from + 1] = Number(tag === "p");
  rows[from + 2] = Number(tag === "li");
  rows[from + 3] = Number(SECTIONS.has(tag));
  rows[from + 4] = Number(tag === "td" || tag === "th");
  rows[from + 5] = Number(tag === "blockquote");
  rows[from + 6] = Number(tag === "figcaption" || tag === "caption");
  rows[from + 7] = Number(CONTROLS.has(tag));
}

function fillAround(rows: Float32Array, row: number, sight: Sight, at: number): void {
  const { page, outline, prose, totalProse } = sight;
  const { blocks, elements } = page;
  const block = blocks[at] as TextBlock;
  const parent = elements[block.element]?.parent ?? -1;
  const grandparent = elements[parent]?.parent ?? -1;
  const great = elements[grandparent]?.parent ?? -1;
  const previous = blocks[at - 1];
  const next = blocks[at + 1];
  const whole = totalProse + 1;
  rows[row] = lengthOf(previous);
  rows[row + 1] = linkShare(previous);
  rows[row + 2] = lengthOf(next);
  rows[row + 3] = linkShare(next);
  rows[row + 4] = prose[at - 1] ?? 0;
  rows[row + 5] = prose[at + 1] ?? 0;
  rows[row + 6] = windowProse(sight, at - 3, at);
  rows[row + 7] = windowProse(sight, at + 1, at + 4);
  rows[row + 8] = windowProse(sight, at - 10, at + 11);
  rows[row + 9] = windowLinks(sight, at - 3, at + 4);
  rows[row + 10] = windowLinks(sight, at + 1, at + 4);
  rows[row + 11] = windowLinks(sight, at - 10, at + 11);
  rows[row + 12] = Number(previous?.element === block.element);
  rows[row + 13] = Number(elements[previous?.element ?? -1]?.parent === parent);
  rows[row + 14] = Number(elements[next?.element ?? -1]?.parent === parent);
  rows[row + 15] = elementLinks(page, block.element);
  rows[row + 16] = elementLinks(page, parent);
  rows[row + 17] = elementLinks(page, grandparent);
  rows[row + 18] = (outline.proseIn[block.element] ?? 0) / whole;
  rows[row + 19] = (outline.proseIn[parent] ?? 0) / whole;
  rows[row + 20] = (outline.proseIn[grandparent] ?? 0) / whole;
  rows[row + 21] = (outline.proseIn[great] ?? 0) / whole;
  rows[row + 22] = log2((outline.blocksIn[parent] ?? 0) + 1);
  rows[row + 23] = (sight.proseOfKind[outline.kind[block.element] ?? 0] ?? 0) / whole;
}

function fillDistances(
  rows: Float32Array,
  row: number,
  { page, outline }: Sight,
  at: number,
): void {
  const { element } = page.blocks[at] as TextBlock;
  if (element < 0) {
    rows.fill(FAR, row, row + SLOTS);
    return;
  }
  const from = element * STRIDE;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    rows[row + slot] = outline.distances[from + slot] as number;
  }
}

const lengthOf = (block: TextBlock | undefined): number =>
  block === undefined ? 0 : log2(block.end - block.start);

const linkShare = (block: TextBlock | undefined): number =>
  block === undefined ? 0 : block.linkLength / (block.end - block.start);

function windowProse({ proseBefore, page }: Sight, from: number, to: number): number {
  const low = Math.max(0, from);
  const high = Math.min(page.blocks.length, to);
  return log2(1 + (proseBefore[high] ?? 0) - (proseBefore[low] ?? 0));
}

function windowLinks({ linkBefore, lengthBefore, page }: Sight, from: number, to: number): number {
  const low = Math.max(0, from);
  const high = Math.min(page.blocks.length, to);
  const length = (lengthBefore[high] ?? 0) - (lengthBefore[low] ?? 0);
  return ((linkBefore[high] ?? 0) - (linkBefore[low] ?? 0)) / (length + 1);
}

function elementLinks({ elements }: HtmlPage, at: number): number {
  const element = elements[at];
  return element === undefined ? 0 : element.linkLength / (element.end - element.start + 1);
}
