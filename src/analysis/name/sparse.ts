/** A wide table with few rows in it. */
export interface Sparse {
  /** Where the row of a cell begins in `rows`; -1 for a cell without one. Ask before reading `rows`, which the answer may replace. */
  readonly at: (cell: number) => number;
  readonly rows: () => Int16Array;
}

const UNKNOWN = 0;
const EMPTY = 1;
/** Rows are numbered in two bytes, so that a table of many cells stays in the processor's cache. */
const MOST_ROWS = 0xff_ff;

/**
 * A table of so many cells and numbers a row, whose rows are made when they are first asked for. `make` writes one, and says whether there
 * was anything to write.
 */
export function createSparse(
  cells: number,
  width: number,
  make: (cell: number, row: Int16Array) => boolean,
): Sparse {
  const rowOf = new Uint16Array(cells);
  const made = new Int16Array(width);
  let rows = new Int16Array(width * 64);
  let count = EMPTY + 1;
  const add = (cell: number): number => {
    made.fill(0);
    if (!make(cell, made)) {
      rowOf[cell] = EMPTY;
      return -1;
    }
    // Beyond the last number, the row of number 0 is made anew each time.
    const row = count === MOST_ROWS ? UNKNOWN : count;
    if (row !== UNKNOWN) count += 1;
    if ((row + 1) * width > rows.length) {
      const wider = new Int16Array(rows.length * 2);
      wider.set(rows);
      rows = wider;
    }
    rows.set(made, row * width);
    rowOf[cell] = row;
    return row * width;
  };
  return {
    at: (cell) => {
      const row = rowOf[cell] as number;
      if (row === EMPTY) return -1;
      return row === UNKNOWN ? add(cell) : row * width;
    },
    rows: () => rows,
  };
}
