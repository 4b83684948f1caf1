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

/** After so many trees a row whose sum is below this is given up: on 44,000 blocks of labelled pages none of them was of a body. */
export interface GiveUp {
  readonly after: number;
  readonly below: number;
}

/** The chance that the row of `rows` beginning at `from` is what the trees were fitted to tell; 0 when it is given up. */
export function chanceOf(
  trees: Trees,
  rows: Float32Array,
  from: number,
  giveUp: GiveUp | null = null,
): number {
  const count = trees.starts.length;
  const early = giveUp === null ? count : giveUp.after;
  const start = scoreOf(trees, rows, from, 0, early, 0);
  if (giveUp !== null && start < giveUp.below) return 0;
  return 1 / (1 + Math.exp(-scoreOf(trees, rows, from, early, count, start)));
}

function scoreOf(
  { starts, column, threshold, left, right }: Trees,
  rows: Float32Array,
  from: number,
  first: number,
  last: number,
  start: number,
): number {
  let score = start;
  for (let tree = first; tree < last; tree += 1) {
    let node = starts[tree] as number;
    let test = column[node] as number;
    while (test !== -1) {
      const below = (rows[from + test] as number) < (threshold[node] as number);
      node = (below ? left[node] : right[node]) as number;
      test = column[node] as number;
    }
    score += threshold[node] as number;
  }
  return score;
}
