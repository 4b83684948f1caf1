/** Gradient-boosted trees as numbers: nodes in a row, each tree by where it begins. */
export interface Trees {
  readonly starts: Int32Array;
  readonly column: Int16Array;
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Reads a table that eval/body-model/train.js has written. */
export function readTrees(table: {
  readonly starts: readonly number[];
  readonly nodes: string;
}): Trees {
  const nodes = table.nodes.split(";").map((node) => node.split(",").map(Number));
  const take = (at: number): number[] => nodes.map((node) => node[at] ?? 0);
  return {
    starts: Int32Array.from(table.starts),
    column: Int16Array.from(take(0)),
    threshold: Float64Array.from(take(1)),
    left: Int32Array.from(take(2)),
    right: Int32Array.from(take(3)),
  };
}

/** The chance that the row of `rows` beginning at `from` is what the trees were fitted to tell. */
function chanceOf(trees: Trees, rows: Float32Array, from: number): number {
  const { starts, column, threshold, left, right } = trees;
  let score = 0;
  for (let tree = 0; tree < starts.length; tree += 1) {
    let node = starts[tree] as number;
    let test = column[node] as number;
    while (test !== -1) {
      const below = (rows[from + test] as number) < (threshold[node] as number);
      node = (below ? left[node] : right[node]) as number;
      test = column[node] as number;
    }
    score += threshold[node] as number;
  }
  return 1 / (1 + Math.exp(-score));
}

/** The chances of the rows of a width; 0 for those passed over. */
export function chancesOf(
  trees: Trees,
  rows: Float32Array,
  width: number,
  isOpen: (at: number) => boolean,
): Float64Array {
  const chances = new Float64Array(rows.length / width);
  for (let at = 0; at < chances.length; at += 1) {
    if (isOpen(at)) chances[at] = chanceOf(trees, rows, at * width);
  }
  return chances;
}
