import type { HtmlPage } from "../html/page.ts";
import type { Features } from "./features.ts";

/** How many numbers the second look adds to a block. */
export const CONTEXT_WIDTH = 26;

/** More of the mass of the likely text than this stands in the body's root. */
const ROOT_SHARE = 0.8;
const LIKELY = 0.5;
const FARTHEST = 30;

/** What the first judgement of all blocks says of each: a row of numbers, where a body's own place on the page shows. */
export function measureContext(
  page: HtmlPage,
  { outline }: Features,
  likely: Float64Array,
): Float32Array {
  const mass = toMass(page, likely, outline.kind, outline.kinds);
  const rows = new Float32Array(page.blocks.length * CONTEXT_WIDTH);
  const { since, until } = distances(likely);
  for (const [at, block] of page.blocks.entries()) {
    const parent = page.elements[block.element]?.parent ?? -1;
    const grandparent = page.elements[parent]?.parent ?? -1;
    const great = page.elements[grandparent]?.parent ?? -1;
    const total = mass.total + 1;
    const values = [
      likely[at] ?? 0,
      likely[at - 1] ?? 0,
      likely[at - 2] ?? 0,
      likely[at + 1] ?? 0,
      likely[at + 2] ?? 0,
      mass.mean(at - 3, at),
      mass.mean(at + 1, at + 4),
      mass.mean(at - 8, at + 9),
      mass.meanOfKind(outline.kind[block.element] ?? 0),
      mass.meanIn(block.element),
      mass.meanIn(parent),
      mass.meanIn(grandparent),
      mass.meanIn(great),
      mass.massIn(block.element) / total,
      mass.massIn(parent) / total,
      mass.massIn(grandparent) / total,
      mass.massIn(great) / total,
      mass.stepsToRoot(block.element),
      mass.before(at) / total,
      Math.min(since[at] ?? FARTHEST, FARTHEST),
      Math.min(until[at] ?? FARTHEST, FARTHEST),
      Math.log2(total),
      total / (page.text.length + 1),
      mass.kindShare(outline.kind[block.element] ?? 0),
      mass.rootBlockMean,
      Math.log2(1 + mass.blocksLikely),
    ];
    rows.set(values, at * CONTEXT_WIDTH);
  }
  return rows;
}

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
  for (const [at, { start, end, element }] of blocks.entries()) {
    const length = end - start;
    const chance = likely[at] ?? 0;
    const mass = chance * length;
    if (chance > LIKELY) blocksLikely += 1;
    massBefore[at + 1] = (massBefore[at] ?? 0) + mass;
    lengthBefore[at + 1] = (lengthBefore[at] ?? 0) + length;
    const of = kind[element] ?? 0;
    massOfKind[of] = (massOfKind[of] ?? 0) + mass;
    lengthOfKind[of] = (lengthOfKind[of] ?? 0) + length;
    for (let up = element; up >= 0; up = elements[up]?.parent ?? -1) {
      massIn[up] = (massIn[up] ?? 0) + mass;
      lengthIn[up] = (lengthIn[up] ?? 0) + length;
    }
  }
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
  for (let up = from; up >= 0; up = elements[up]?.parent ?? -1) {
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
