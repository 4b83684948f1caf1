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

/** Rows of numbers, one after another. */
export interface Table {
  readonly rows: Float32Array;
  /** How long a row is. */
  readonly stride: number;
}

/**
 * The chances that some rows, given by their numbers, are what the trees were fitted to tell; 0 for every other row of the table, and for those given up.
 * All rows go down one tree, then all down the next: neighbors mostly take the same branches, which processors foresee.
 */
export function chancesOf(
  trees: Trees,
  table: Table,
  asked: Int32Array,
  giveUp: GiveUp | null = null,
): Float64Array {
  const count = trees.starts.length;
  const scores = new Float64Array(table.rows.length / table.stride);
  let open = asked;
  let from = 0;
  if (giveUp !== null) {
    from = giveUp.after;
    addScores(trees, table, open, scores, 0, from);
    open = open.filter((row) => !((scores[row] as number) < giveUp.below));
  }
  addScores(trees, table, open, scores, from, count);
  const chances = new Float64Array(scores.length);
  for (const row of open) chances[row] = 1 / (1 + Math.exp(-(scores[row] as number)));
  return chances;
}

/** Adds what the trees from the one numbered `first` to before `last` say of each open row. */
function addScores(
  { starts, tests, threshold }: Trees,
  { rows, stride }: Table,
  open: Int32Array,
  scores: Float64Array,
  first: number,
  last: number,
): void {
  for (let tree = first; tree < last; tree += 1) {
    const root = starts[tree] as number;
    for (let which = 0; which < open.length; which += 1) {
      const row = open[which] as number;
      const from = row * stride;
      let node = root;
      let test = tests[node] as number;
      while (test !== LEAF) {
        const value = rows[from + (test >> COLUMN_SHIFT)] as number;
        node = value < (threshold[node] as number) ? node + 1 : test & PLACE;
        test = tests[node] as number;
      }
      scores[row] = (scores[row] as number) + (threshold[node] as number);
    }
  }
}
