/** Gradient-boosted trees as numbers: nodes in a row, each tree by where it begins, a node's lower branch right after it. */
export interface Trees {
  readonly starts: Int32Array;
  /** What a node tests and where its upper branch is, as `column << COLUMN_SHIFT | place`; -1 for a leaf. */
  readonly tests: Int32Array;
  /** What a value is tested against; a leaf's own value. */
  readonly threshold: Float64Array;
}

const COLUMN_SHIFT = 16;
const PLACE = (1 << COLUMN_SHIFT) - 1;
const LEAF = -1;

/** Reads a table that eval/body-model/train.js has written. */
export function readTrees(table: {
  readonly starts: readonly number[];
  readonly nodes: string;
}): Trees {
  const nodes = table.nodes.split(";").map((node) => node.split(",").map(Number));
  const starts: number[] = [];
  const tests: number[] = [];
  const threshold: number[] = [];
  // Walking down is then mostly going on to the next number.
  const lay = (from: number): void => {
    const [column = LEAF, value = 0, left = 0, right = 0] = nodes[from] ?? [];
    const own = tests.length;
    tests.push(LEAF);
    threshold.push(value);
    if (column === LEAF) return;
    lay(left);
    tests[own] = (column << COLUMN_SHIFT) | tests.length;
    lay(right);
  };
  for (const start of table.starts) {
    starts.push(tests.length);
    lay(start);
  }
  return {
    starts: Int32Array.from(starts),
    tests: Int32Array.from(tests),
    threshold: Float64Array.from(threshold),
  };
}

/** After so many trees a row whose sum is below this is given up; what it costs is in the cross-validation of eval/body-model/train.js. */
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
  { starts, tests, threshold }: Trees,
  rows: Float32Array,
  from: number,
  first: number,
  last: number,
  start: number,
): number {
  let score = start;
  for (let tree = first; tree < last; tree += 1) {
    let node = starts[tree] as number;
    let test = tests[node] as number;
    while (test !== LEAF) {
      const value = rows[from + (test >> COLUMN_SHIFT)] as number;
      node = value < (threshold[node] as number) ? node + 1 : test & PLACE;
      test = tests[node] as number;
    }
    score += threshold[node] as number;
  }
  return score;
}
