import type { HtmlPage } from "../html/page.ts";
import { nameElements, PARTS } from "./parts.ts";

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

/** How many distances an element has: one for each part of a page, one for each telling tag. */
export const SLOTS: number = PARTS.length + TELLING_TAGS.length;
/** More than a page has elements. */
const MOST_MAKES = 1_000_000;
/** The distance of what no ancestor is. */
export const FAR = 20;

/** What the elements that hold a page's blocks are, by themselves and by their ancestors. */
export interface Outline {
  /** For each element `SLOTS` numbers: how many steps up the nearest ancestor of that part or tag is, 0 for itself, `FAR` for none. */
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
  const { elements, blocks } = page;
  const needed = new Uint8Array(elements.length);
  const blocksIn = new Int32Array(elements.length);
  const proseIn = new Float64Array(elements.length);
  for (const [at, { element }] of blocks.entries()) {
    for (let up = element; up >= 0; up = elements[up]?.parent ?? -1) {
      needed[up] = 1;
      blocksIn[up] = (blocksIn[up] ?? 0) + 1;
      proseIn[up] = (proseIn[up] ?? 0) + (prose[at] ?? 0);
    }
  }
  const { mask, names } = nameElements(page, needed);
  const distances = new Uint8Array(elements.length * SLOTS);
  const kind = new Int32Array(elements.length);
  const kinds = new Map<number, number>();
  const makes = new Map<string, number>();
  const own = new Int32Array(elements.length);
  for (const [at, { tag, parent }] of elements.entries()) {
    if (needed[at] !== 1) continue;
    inherit(distances, at, parent);
    mark(distances, at, mask[at] ?? 0, tag);
    const make = `${tag}.${names[at]}`;
    // From 1: no parent is 0.
    const number = makes.get(make) ?? makes.size + 1;
    makes.set(make, number);
    own[at] = number;
    const key = (own[parent] ?? 0) * MOST_MAKES + number;
    const known = kinds.get(key) ?? kinds.size;
    kinds.set(key, known);
    kind[at] = known;
  }
  return { distances, kind, kinds: kinds.size, blocksIn, proseIn };
}

function inherit(distances: Uint8Array, at: number, parent: number): void {
  const own = at * SLOTS;
  if (parent < 0) {
    distances.fill(FAR, own, own + SLOTS);
    return;
  }
  const from = parent * SLOTS;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    distances[own + slot] = Math.min((distances[from + slot] ?? FAR) + 1, FAR);
  }
}

function mark(distances: Uint8Array, at: number, mask: number, tag: string): void {
  for (let bit = 0; bit < PARTS.length; bit += 1) {
    if ((mask & (1 << bit)) !== 0) distances[at * SLOTS + bit] = 0;
  }
  const slot = TAG_SLOT.get(tag);
  if (slot !== undefined) distances[at * SLOTS + PARTS.length + slot] = 0;
}
