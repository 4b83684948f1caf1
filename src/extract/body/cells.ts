import type { HtmlPage, PageElement, TextBlock } from "../html/page.ts";

/** A table with a longer cell is a layout of the page, or text. */
const LONGEST_CELL = 80;
const LEAST_CELLS = 4;
/** How far up a cell's table is looked for. */
const MOST_STEPS = 6;
/** What the cells of a table must be together. Lower than for a block: in cross-validation most tables in doubt are of the body. */
const LIKELY = 0.3;
/** Counts short cells for more than their letters. */
const CELL = 3;

/** For each cell of the tables of figures whether it is of the body: rows without some of their cells say nothing, so a table is taken or left as a whole. */
export function judgeCells(page: HtmlPage, chances: Float64Array): ReadonlyMap<number, boolean> {
  const judged = new Map<number, boolean>();
  for (const table of findTables(page)) {
    if (!isOfFigures(page, table)) continue;
    let [sum, weights] = [0, 0];
    for (const at of table.blocks) {
      const weight = lengthOf(page, at) + CELL;
      sum += weight * (chances[at] as number);
      weights += weight;
    }
    for (const at of table.blocks) judged.set(at, sum >= LIKELY * weights);
  }
  return judged;
}

interface Table {
  /** The blocks that stand in its cells. */
  readonly blocks: number[];
  readonly cells: Set<number>;
}

/** A cell of figures is short and one block: what has lines in its cells, or mostly links, is a layout or a menu. */
function isOfFigures(page: HtmlPage, { blocks, cells }: Table): boolean {
  if (blocks.length < LEAST_CELLS || cells.size < blocks.length) return false;
  let [total, links] = [0, 0];
  for (const at of blocks) {
    const length = lengthOf(page, at);
    if (length > LONGEST_CELL) return false;
    total += length;
    links += (page.blocks[at] as TextBlock).linkLength;
  }
  return links <= total / 2;
}

function lengthOf({ blocks }: HtmlPage, at: number): number {
  const { start, end } = blocks[at] as TextBlock;
  return end - start;
}

/** The blocks in cells, by their innermost table. */
function findTables(page: HtmlPage): Iterable<Table> {
  const tables = new Map<number, Table>();
  if (!page.elements.some(({ tag }) => isCell(tag))) return [];
  for (let at = 0; at < page.blocks.length; at += 1) {
    const cell = cellOf(page, (page.blocks[at] as TextBlock).element);
    if (cell === null) continue;
    const table = tables.get(cell.table) ?? { blocks: [], cells: new Set() };
    table.blocks.push(at);
    table.cells.add(cell.cell);
    tables.set(cell.table, table);
  }
  return tables.values();
}

const isCell = (tag: string): boolean => tag === "td" || tag === "th";

/** The innermost cell in which an element stands, and its table; null when it stands in none. */
function cellOf({ elements }: HtmlPage, element: number): { cell: number; table: number } | null {
  let cell = -1;
  let up = element;
  for (let step = 0; step < MOST_STEPS && up >= 0; step += 1) {
    const { tag, parent } = elements[up] as PageElement;
    if (tag === "table") return cell === -1 ? null : { cell, table: up };
    if (cell === -1 && isCell(tag)) cell = up;
    up = parent;
  }
  return null;
}
