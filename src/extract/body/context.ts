import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";
import type { Outline } from "./outline.ts";
import { type Measured, readSections, SECTION_WIDTH } from "./sections.ts";

/** How many numbers the second look adds to a block. */
export const CONTEXT_WIDTH: number = 26 + SECTION_WIDTH;
const SECTION_AT = 26;

/** More of the mass of the likely text than this stands in the body's root. */
const ROOT_SHARE = 0.8;
const LIKELY = 0.5;
const FARTHEST = 30;

/** Fills a block's row, from `row` on. */
export type FillContext = (rows: Float32Array, row: number, at: number) => void;

/** What the first judgement of all blocks says of each, where a body's own place on the page shows. */
export function readContext(
  page: HtmlPage,
  outline: Outline,
  measured: Measured,
  likely: Float64Array,
): FillContext {
  const fillSection = readSections(page, measured, likely);
  const mass = toMass(page, likely, outline.kind, outline.kinds);
  const { since, until } = distances(likely);
  const total = mass.total + 1;
  return (rows, row, at) => {
    const { element } = page.blocks[at] as TextBlock;
    const kind = outline.kind[element] ?? 0;
    rows[row] = likely[at] ?? 0;
    rows[row + 1] = likely[at - 1] ?? 0;
    rows[row + 2] = likely[at - 2] ?? 0;
    rows[row + 3] = likely[at + 1] ?? 0;
    rows[row + 4] = likely[at + 2] ?? 0;
    rows[row + 5] = mass.mean(at - 3, at);
    rows[row + 6] = mass.mean(at + 1, at + 4);
    rows[row + 7] = mass.mean(at - 8, at + 9);
    rows[row + 8] = mass.meanOfKind(kind);
    for (let up = element, step = 0; step < STEPS_UP; step += 1) {
      rows[row + 9 + step] = mass.meanIn(up);
      rows[row + 13 + step] = mass.massIn(up) / total;
      up = up < 0 ? -1 : (page.elements[up]?.parent ?? -1);
    }
    rows[row + 17] = mass.stepsToRoot(element);
    rows[row + 18] = mass.before(at) / total;
    rows[row + 19] = Math.min(since[at] ?? FARTHEST, FARTHEST);
    rows[row + 20] = Math.min(until[at] ?? FARTHEST, FARTHEST);
    rows[row + 21] = Math.log2(total);
    rows[row + 22] = total / (page.text.length + 1);
    rows[row + 23] = mass.kindShare(kind);
    rows[row + 24] = mass.rootBlockMean;
    rows[row + 25] = Math.log2(1 + mass.blocksLikely);
    fillSection(rows, row + SECTION_AT, at);
  };
}

/** The element of a block, its parent, and two more. */
const STEPS_UP = 4;

interface Mass {
  readonly total: number;
  readonly rootBlockMean: number;
  readonly blocksLikely: number;
  mean(from: number, to: number): number;
  before(at: number): number;
  meanOfKind(kind: number): number;
  kindShare(kind: number): number;
  meanIn(element: number): number;
  massIn(element: number): number;
  stepsToRoot(element: number): number;
}

/** How much of the text is likely of the body, by windows, by kinds of elements, by elements. */
function toMass(page: HtmlPage, likely: Float64Array, kind: Int32Array, kinds: number): Mass {
  const { blocks, elements } = page;
  const massBefore = new Float64Array(blocks.length + 1);
  const lengthBefore = new Float64Array(blocks.length + 1);
  const [massOfKind, lengthOfKind] = [new Float64Array(kinds), new Float64Array(kinds)];
  const massIn = new Float64Array(elements.length);
  const lengthIn = new Float64Array(elements.length);
  let blocksLikely = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end, element } = blocks[at] as TextBlock;
    const length = end - start;
    const chance = likely[at] ?? 0;
    const mass = chance * length;
    if (chance > LIKELY) blocksLikely += 1;
    massBefore[at + 1] = (massBefore[at] ?? 0) + mass;
    lengthBefore[at + 1] = (lengthBefore[at] ?? 0) + length;
    const of = kind[element] ?? 0;
    massOfKind[of] = (massOfKind[of] ?? 0) + mass;
    lengthOfKind[of] = (lengthOfKind[of] ?? 0) + length;
    if (element >= 0) lengthIn[element] = (lengthIn[element] as number) + length;
    // Most blocks have none.
    if (mass > 0) addUpwards(elements, massIn, element, mass);
  }
  addToParents(elements, lengthIn);
  const total = massBefore[blocks.length] ?? 0;
  const root = findRoot(page, massIn, total);
  const clamp = (at: number): number => Math.max(0, Math.min(blocks.length, at));
  const share = (mass: number | undefined, length: number | undefined) =>
    (mass ?? 0) / ((length ?? 0) + 1);
  return {
    total,
    rootBlockMean: share(massIn[root], lengthIn[root]),
    blocksLikely,
    mean: (from, to) =>
      share(
        (massBefore[clamp(to)] ?? 0) - (massBefore[clamp(from)] ?? 0),
        (lengthBefore[clamp(to)] ?? 0) - (lengthBefore[clamp(from)] ?? 0),
      ),
    before: (at) => massBefore[at] ?? 0,
    meanOfKind: (of) => share(massOfKind[of], lengthOfKind[of]),
    kindShare: (of) => (massOfKind[of] ?? 0) / (total + 1),
    meanIn: (element) => share(massIn[element], lengthIn[element]),
    massIn: (element) => massIn[element] ?? 0,
    stepsToRoot: (element) => stepsTo(page, element, root),
  };
}

function addUpwards(
  elements: readonly PageElement[],
  sums: Float64Array,
  element: number,
  mass: number,
): void {
  for (let up = element; up >= 0; up = (elements[up] as PageElement).parent)
    sums[up] = (sums[up] as number) + mass;
}

/** Adds what each element has to its parent, which comes before it. */
function addToParents(elements: readonly PageElement[], sums: Float64Array): void {
  for (let at = elements.length - 1; at >= 0; at -= 1) {
    const { parent } = elements[at] as PageElement;
    if (parent >= 0) sums[parent] = (sums[parent] as number) + (sums[at] as number);
  }
}

/** The innermost element that holds nearly all of the likely text; -1 when none does. */
function findRoot({ elements }: HtmlPage, massIn: Float64Array, total: number): number {
  let root = -1;
  for (let at = 0; at < elements.length; at += 1) {
    if ((massIn[at] ?? 0) < total * ROOT_SHARE || total === 0) continue;
    // A later element with as much is inside of the earlier one.
    root = at;
  }
  return root;
}

function stepsTo({ elements }: HtmlPage, from: number, root: number): number {
  let steps = 0;
  for (let up = from; up >= 0; up = (elements[up] as PageElement).parent) {
    if (up === root) return steps;
    steps += 1;
    if (steps > FARTHEST) break;
  }
  return -1;
}

/** How many blocks ago the last likely one was, and in how many the next will be. */
function distances(likely: Float64Array): { since: Int32Array; until: Int32Array } {
  const since = new Int32Array(likely.length);
  const until = new Int32Array(likely.length);
  let ago = FARTHEST;
  for (let at = 0; at < likely.length; at += 1) {
    since[at] = ago;
    ago = (likely[at] ?? 0) > LIKELY ? 1 : ago + 1;
  }
  let ahead = FARTHEST;
  for (let at = likely.length - 1; at >= 0; at -= 1) {
    until[at] = ahead;
    ahead = (likely[at] ?? 0) > LIKELY ? 1 : ahead + 1;
  }
  return { since, until };
}
