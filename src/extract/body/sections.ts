import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";
import { THEMES } from "./furniture-words.ts";

/** How many numbers are told of the section that a block stands in. */
export const SECTION_WIDTH: number = THEMES + 9;

/** What was measured of the blocks already: where the rows are, and in them the words of furniture. */
export interface Measured {
  readonly rows: Float32Array;
  readonly stride: number;
  readonly themesAt: number;
  readonly wordsAt: number;
}

/** Writes what is known of a block's section into its row. */
export type FillSection = (rows: Float32Array, row: number, at: number) => void;

const LEVELS: ReadonlyMap<string, number> = new Map(
  ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag, at) => [tag, at + 1]),
);
/** A line all in bold, of few words and no link, heads a section where headings are not marked. */
const BOLD_LEVEL = 7;
const MOST_BOLD_WORDS = Math.log2(11);
const ALL_BOLD = 0.9;
const MOST_LINKS = 0.5;
const LEAST_HEADING = 3;
const FARTHEST = 60;
const MOST_STEPS = 6;
const NOT_WITHIN = 9;
const NONE = -1;
/** Distance, level, chance and steps of a heading that is not there. */
const WITHOUT_HEADING = [FARTHEST, 0, NONE, NOT_WITHIN];

/**
 * Reads the sections of a page, from heading to heading: what is under «Related» or «About the author» is told by its heading, and blocks of one
 * section are mostly of one kind. `likely` is the first judgement.
 */
export function readSections(
  page: HtmlPage,
  measured: Measured,
  likely: Float64Array,
): FillSection {
  const { blocks } = page;
  const level = toLevels(page, measured);
  const { above, below } = headingsAround(level);
  const sums = toSums(page, likely);
  const { stride, themesAt } = measured;
  return (rows, row, at) => {
    const [heading, next] = [above[at] as number, below[at] as number];
    const own = row + THEMES;
    if (heading === NONE) {
      rows.fill(0, row, own);
      rows.set(WITHOUT_HEADING, own);
    } else {
      const themes = heading * stride + themesAt;
      for (let theme = 0; theme < THEMES; theme += 1)
        rows[row + theme] = measured.rows[themes + theme] as number;
      rows[own] = Math.min(FARTHEST, at - heading);
      rows[own + 1] = level[heading] as number;
      rows[own + 2] = likely[heading] as number;
      rows[own + 3] = stepsToShared(page, heading, at);
    }
    rows[own + 4] = next < blocks.length ? (likely[next] as number) : NONE;
    rows[own + 5] = Math.min(FARTHEST, next - at);
    const start = level[at] === 0 ? Math.max(0, heading) : at;
    const length = sums.length(start, next);
    rows[own + 6] = sums.mass(start, next) / (length + 1);
    rows[own + 7] = sums.links(start, next) / (length + 1);
    rows[own + 8] = Math.log2(1 + length);
  };
}

function toLevels({ blocks, elements }: HtmlPage, { rows, stride, wordsAt }: Measured): Uint8Array {
  const level = new Uint8Array(blocks.length);
  for (let at = 0; at < blocks.length; at += 1) {
    const { element, start, end, boldLength, linkLength } = blocks[at] as TextBlock;
    const length = end - start;
    const marked = LEVELS.get((elements[element] as PageElement | undefined)?.tag ?? "") ?? 0;
    const isBold =
      boldLength > length * ALL_BOLD &&
      linkLength < length * MOST_LINKS &&
      length > LEAST_HEADING &&
      (rows[at * stride + wordsAt] as number) < MOST_BOLD_WORDS;
    level[at] = marked === 0 && isBold ? BOLD_LEVEL : marked;
  }
  return level;
}

/** The last heading before each block, and the first behind it. */
function headingsAround(level: Uint8Array): { above: Int32Array; below: Int32Array } {
  const above = new Int32Array(level.length);
  const below = new Int32Array(level.length);
  let heading = NONE;
  for (let at = 0; at < level.length; at += 1) {
    above[at] = heading;
    if (level[at] !== 0) heading = at;
  }
  heading = level.length;
  for (let at = level.length - 1; at >= 0; at -= 1) {
    below[at] = heading;
    if (level[at] !== 0) heading = at;
  }
  return { above, below };
}

/** How far up from a heading the element is that holds the block too. */
function stepsToShared({ blocks, elements }: HtmlPage, heading: number, at: number): number {
  const { start, end } = blocks[at] as TextBlock;
  let up = (blocks[heading] as TextBlock).element;
  for (let step = 0; step < MOST_STEPS && up >= 0; step += 1) {
    const element = elements[up] as PageElement;
    if (element.start <= start && element.end >= end) return step;
    up = element.parent;
  }
  return NOT_WITHIN;
}

/** Running sums over the blocks: their likely text, their length, their links. */
function toSums({ blocks }: HtmlPage, likely: Float64Array) {
  const [mass, length, links] = [0, 1, 2].map(() => new Float64Array(blocks.length + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let at = 0; at < blocks.length; at += 1) {
    const { start, end, linkLength } = blocks[at] as TextBlock;
    mass[at + 1] = (mass[at] as number) + (likely[at] as number) * (end - start);
    length[at + 1] = (length[at] as number) + end - start;
    links[at + 1] = (links[at] as number) + linkLength;
  }
  const between = (sums: Float64Array) => (from: number, to: number) =>
    (sums[to] as number) - (sums[from] as number);
  return { mass: between(mass), length: between(length), links: between(links) };
}
