import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";
import { PARTS, partsOf } from "./parts.ts";

/** Elements that say what stands in them. */
const TELLING_TAGS = [
  "article",
  "main",
  "aside",
  "nav",
  "header",
  "footer",
  "form",
  "figure",
  "figcaption",
  "li",
  "table",
  "a",
  "button",
  "blockquote",
  "section",
  "p",
  "pre",
  "dl",
] as const;
const TAG_SLOT: ReadonlyMap<string, number> = new Map(TELLING_TAGS.map((tag, at) => [tag, at]));

/** Where the distance to a caption's own element is. */
export const FIGCAPTION_SLOT: number = PARTS.length + TELLING_TAGS.indexOf("figcaption");

/** How many distances an element has: one for each part of a page, one for each telling tag. */
export const SLOTS: number = PARTS.length + TELLING_TAGS.length;
/** How far the distances of one element stand from those of the next: whole words of four bytes, which are counted up at once. */
export const STRIDE: number = Math.ceil(SLOTS / 4) * 4;
/** The distance of what no ancestor is. */
export const FAR = 20;

/** What the elements that hold a page's blocks are, by themselves and by their ancestors. */
export interface Outline {
  /** For each element `SLOTS` numbers, `STRIDE` apart: how many steps up the nearest ancestor of that part or tag is, 0 for itself, `FAR` for none. */
  readonly distances: Uint8Array;
  /** Elements of one tag and class inside of one tag and class have one kind. */
  readonly kind: Int32Array;
  readonly kinds: number;
  /** How many blocks stand in each element, and how much of their text is prose. */
  readonly blocksIn: Int32Array;
  readonly proseIn: Float64Array;
}

/** Reads the elements that blocks stand in; `prose` has how much running text each block is. */
export function toOutline(page: HtmlPage, prose: Float64Array): Outline {
  const { elements } = page;
  const { blocksIn, proseIn } = fillElements(page, prose);
  const distances = new Uint8Array(elements.length * STRIDE);
  const words = new Int32Array(distances.buffer);
  const kind = new Int32Array(elements.length);
  const kinds = new Map<number, number>();
  // A small number on most pages: more makes than elements there are not.
  const mostMakes = elements.length + 1;
  const makes: Makes = { count: 0, byTag: new Map() };
  const parts = new Map<string, number>();
  const own = new Int32Array(elements.length);
  for (let at = 0; at < elements.length; at += 1) {
    if (blocksIn[at] === 0) continue;
    const { tag, parent, names } = elements[at] as PageElement;
    // What the page as a whole is called says nothing of its parts.
    const isRoot = tag === "html" || tag === "body";
    inherit(words, at, parent);
    mark(distances, at, isRoot ? 0 : partsOf(names, parts), tag);
    const number = numberOf(makes, tag, isRoot ? "" : names.className);
    own[at] = number;
    const key = (own[parent] ?? 0) * mostMakes + number;
    const known = kinds.get(key) ?? kinds.size;
    kinds.set(key, known);
    kind[at] = known;
  }
  return { distances, kind, kinds: kinds.size, blocksIn, proseIn };
}

/** The numbers of elements of one tag and class, from 1: no parent is 0. */
interface Makes {
  count: number;
  readonly byTag: Map<string, Map<string, number>>;
}

function numberOf(makes: Makes, tag: string, className: string): number {
  let byClass = makes.byTag.get(tag);
  if (byClass === undefined) {
    byClass = new Map();
    makes.byTag.set(tag, byClass);
  }
  const known = byClass.get(className);
  if (known !== undefined) return known;
  makes.count += 1;
  byClass.set(className, makes.count);
  return makes.count;
}

/** Adds what each block is to its element, then each element to its parent, which comes before it. */
function fillElements({ elements, blocks }: HtmlPage, prose: Float64Array) {
  const blocksIn = new Int32Array(elements.length);
  const proseIn = new Float64Array(elements.length);
  for (let at = 0; at < blocks.length; at += 1) {
    const { element } = blocks[at] as TextBlock;
    if (element < 0) continue;
    blocksIn[element] = (blocksIn[element] as number) + 1;
    proseIn[element] = (proseIn[element] as number) + (prose[at] as number);
  }
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    const { parent } = elements[at] as PageElement;
    if (parent < 0 || blocksIn[at] === 0) continue;
    blocksIn[parent] = (blocksIn[parent] as number) + (blocksIn[at] as number);
    proseIn[parent] = (proseIn[parent] as number) + (proseIn[at] as number);
  }
  return { blocksIn, proseIn };
}

const WORDS: number = STRIDE / 4;
const EACH = 0x01010101;
const ALL_FAR = FAR * EACH;
/** Lifts a byte of `FAR` to its highest bit, and no lower one. */
const TO_HIGHEST = (0x80 - FAR) * EACH;

/** What is a step up from the parent is two steps up from its child; four bytes at a time, none beyond `FAR`. */
function inherit(words: Int32Array, at: number, parent: number): void {
  const own = at * WORDS;
  if (parent < 0) {
    words.fill(ALL_FAR, own, own + WORDS);
    return;
  }
  const from = parent * WORDS;
  for (let word = 0; word < WORDS; word += 1) {
    const above = words[from + word] as number;
    const isFar = ((above + TO_HIGHEST) >>> 7) & EACH;
    words[own + word] = above + EACH - isFar;
  }
}

function mark(distances: Uint8Array, at: number, mask: number, tag: string): void {
  for (let left = mask; left !== 0; left &= left - 1) {
    distances[at * STRIDE + HIGHEST_BIT - Math.clz32(left & -left)] = 0;
  }
  const slot = TAG_SLOT.get(tag);
  if (slot !== undefined) distances[at * STRIDE + PARTS.length + slot] = 0;
}

const HIGHEST_BIT = 31;
