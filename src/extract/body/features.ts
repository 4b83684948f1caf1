import type { HtmlPage, TextBlock } from "../html/page.ts";
import { countThemes, THEMES } from "./furniture-words.ts";
import { FAR, type Outline, SLOTS, toOutline } from "./outline.ts";
import { describeSelf, type SelfDescription } from "./self-description.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";

/** What is known of the blocks of a page before any is judged: a row of numbers for each. */
export interface Features {
  readonly rows: Float32Array;
  readonly width: number;
  readonly outline: Outline;
  readonly shapes: readonly TextShape[];
}

const OWN = 35;
const AROUND = 24;
/** How many numbers a block has. */
export const WIDTH: number = OWN + AROUND + SLOTS + THEMES;

/** A block with fewer words is a label, a name, a date. */
const LEAST_PROSE_WORDS = 8;

/** How much running text a block is: its characters outside of links, if it is long enough to be prose. */
function proseOf({ start, end, linkLength }: TextBlock, { words }: TextShape): number {
  return words < LEAST_PROSE_WORDS ? 0 : end - start - linkLength;
}

const HEADINGS: ReadonlyMap<string, number> = new Map(
  ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag, at) => [tag, at + 1]),
);

/** Measures every block of a page. */
export function measure(page: HtmlPage): Features {
  const { text, blocks } = page;
  const shapes = blocks.map(({ start, end }) => shapeOf(text, start, end));
  const prose = new Float64Array(blocks.length);
  for (const [at, block] of blocks.entries()) prose[at] = proseOf(block, shapes[at] as TextShape);
  const outline = toOutline(page, prose);
  const rows = new Float32Array(blocks.length * WIDTH);
  const sight: Sight = { page, shapes, prose, outline, ...overview(page, prose, outline) };
  for (let at = 0; at < blocks.length; at += 1) {
    const row = rows.subarray(at * WIDTH, (at + 1) * WIDTH);
    fillOwn(row, sight, at);
    fillAround(row, sight, at);
    fillDistances(row, sight, at);
    countThemes(text.slice(blocks[at]?.start, blocks[at]?.end), row.subarray(WIDTH - THEMES));
  }
  return { rows, width: WIDTH, outline, shapes };
}

interface Overview {
  readonly self: SelfDescription;
  readonly totalProse: number;
  /** Running sums over the blocks before each, for windows. */
  readonly proseBefore: Float64Array;
  readonly linkBefore: Float64Array;
  readonly lengthBefore: Float64Array;
  readonly proseOfKind: Float64Array;
  /** How often the text of a block stands on the page, and how often it did before the block. */
  readonly copies: ReadonlyMap<string, number>;
  readonly copiesBefore: Int32Array;
  /** The first block that is the page's title, or h1; -1 without one. */
  readonly titleAt: number;
  readonly articles: number;
}

interface Sight extends Overview {
  readonly page: HtmlPage;
  readonly shapes: readonly TextShape[];
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
  const copies = new Map<string, number>();
  const copiesBefore = new Int32Array(blocks.length);
  const self = describeSelf(page);
  for (const [at, { start, end, linkLength, element }] of blocks.entries()) {
    proseBefore[at + 1] = (proseBefore[at] ?? 0) + (prose[at] ?? 0);
    linkBefore[at + 1] = (linkBefore[at] ?? 0) + linkLength;
    lengthBefore[at + 1] = (lengthBefore[at] ?? 0) + end - start;
    const of = kind[element] ?? 0;
    proseOfKind[of] = (proseOfKind[of] ?? 0) + (prose[at] ?? 0);
    const written = text.slice(start, end);
    copiesBefore[at] = copies.get(written) ?? 0;
    copies.set(written, (copiesBefore[at] ?? 0) + 1);
  }
  return {
    self,
    totalProse: proseBefore[blocks.length] ?? 0,
    proseBefore,
    linkBefore,
    lengthBefore,
    proseOfKind,
    copies,
    copiesBefore,
    titleAt: findTitle(page, self),
    articles: elements.filter(({ tag }) => tag === "article").length,
  };
}

/** The first heading that says the page's title, else its first h1; -1 without one. */
function findTitle({ blocks, elements, text }: HtmlPage, self: SelfDescription): number {
  const levelOf = ({ element }: TextBlock) => HEADINGS.get(elements[element]?.tag ?? "") ?? 9;
  const isTitle = (block: TextBlock) =>
    levelOf(block) < 4 && self.isTitle(text.slice(block.start, block.end));
  const titled = blocks.findIndex(isTitle);
  return titled === -1 ? blocks.findIndex((block) => levelOf(block) === 1) : titled;
}

const DIGIT = /\d/u;

function fillOwn(row: Float32Array, sight: Sight, at: number): void {
  const { page, shapes, self, copies, copiesBefore } = sight;
  const block = page.blocks[at] as TextBlock;
  const shape = shapes[at] as TextShape;
  const length = block.end - block.start;
  const written = page.text.slice(block.start, block.end);
  const tag = page.elements[block.element]?.tag ?? "";
  const values = [
    Math.log2(length),
    Math.log2(shape.words + 1),
    block.linkLength / length,
    block.boldLength / length,
    Number(block.afterBreak),
    shape.commas,
    shape.commas / shape.words,
    shape.stops,
    shape.stops / shape.words,
    shape.capitals / (shape.letters + 1),
    shape.digits / length,
    shape.separators / length,
    shape.letters / length,
    Number(shape.endsSentence),
    Number(shape.endsColon),
    Number(shape.startsLower),
    HEADINGS.get(tag) ?? 0,
    Number(tag === "p"),
    Number(tag === "li"),
    Number(tag === "div" || tag === "section" || tag === "article"),
    Number(tag === "td" || tag === "th"),
    Number(tag === "blockquote"),
    Number(tag === "figcaption" || tag === "caption"),
    Number(tag === "button" || tag === "label" || tag === "option" || tag === "legend"),
    at / page.blocks.length,
    block.start / page.text.length,
    Math.min(copies.get(written) ?? 1, 5),
    Math.min(copiesBefore[at] ?? 0, 5),
    self.hasBody ? self.bodyShare(written) : -1,
    Number(self.isTitle(written)),
    Number(self.isSummary(written)),
    sight.titleAt === -1 ? -1 : Number(at > sight.titleAt),
    sight.titleAt === -1 ? 0 : Math.max(-50, Math.min(50, at - sight.titleAt)),
    Number(DIGIT.test(written) && shape.words <= 8),
    Math.min(sight.articles, 20),
  ];
  row.set(values);
}

function fillAround(row: Float32Array, sight: Sight, at: number): void {
  const { page, outline, prose, totalProse } = sight;
  const { blocks, elements } = page;
  const block = blocks[at] as TextBlock;
  const parent = elements[block.element]?.parent ?? -1;
  const grandparent = elements[parent]?.parent ?? -1;
  const great = elements[grandparent]?.parent ?? -1;
  const previous = blocks[at - 1];
  const next = blocks[at + 1];
  const share = (element: number) => (outline.proseIn[element] ?? 0) / (totalProse + 1);
  const values = [
    lengthOf(previous),
    linkShare(previous),
    lengthOf(next),
    linkShare(next),
    prose[at - 1] ?? 0,
    prose[at + 1] ?? 0,
    windowProse(sight, at - 3, at),
    windowProse(sight, at + 1, at + 4),
    windowProse(sight, at - 10, at + 11),
    windowLinks(sight, at - 3, at + 4),
    windowLinks(sight, at + 1, at + 4),
    windowLinks(sight, at - 10, at + 11),
    Number(previous?.element === block.element),
    Number(elements[previous?.element ?? -1]?.parent === parent),
    Number(elements[next?.element ?? -1]?.parent === parent),
    elementLinks(page, block.element),
    elementLinks(page, parent),
    elementLinks(page, grandparent),
    share(block.element),
    share(parent),
    share(grandparent),
    share(great),
    Math.log2((outline.blocksIn[parent] ?? 0) + 1),
    (sight.proseOfKind[outline.kind[block.element] ?? 0] ?? 0) / (totalProse + 1),
  ];
  row.set(values, OWN);
}

function fillDistances(row: Float32Array, { page, outline }: Sight, at: number): void {
  const element = page.blocks[at]?.element ?? -1;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    row[OWN + AROUND + slot] =
      element < 0 ? FAR : (outline.distances[element * SLOTS + slot] ?? FAR);
  }
}

const lengthOf = (block: TextBlock | undefined): number =>
  block === undefined ? 0 : Math.log2(block.end - block.start);

const linkShare = (block: TextBlock | undefined): number =>
  block === undefined ? 0 : block.linkLength / (block.end - block.start);

function windowProse({ proseBefore, page }: Sight, from: number, to: number): number {
  const [low, high] = [Math.max(0, from), Math.min(page.blocks.length, to)];
  return Math.log2(1 + (proseBefore[high] ?? 0) - (proseBefore[low] ?? 0));
}

function windowLinks({ linkBefore, lengthBefore, page }: Sight, from: number, to: number): number {
  const [low, high] = [Math.max(0, from), Math.min(page.blocks.length, to)];
  const length = (lengthBefore[high] ?? 0) - (lengthBefore[low] ?? 0);
  return ((linkBefore[high] ?? 0) - (linkBefore[low] ?? 0)) / (length + 1);
}

function elementLinks({ elements }: HtmlPage, at: number): number {
  const element = elements[at];
  return element === undefined ? 0 : element.linkLength / (element.end - element.start + 1);
}
