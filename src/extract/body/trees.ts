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
  { rows, stride }: Table,
  asked: Int32Array,
  giveUp: GiveUp | null = null,
): Float64Array {
  const open: Open = {
    starts: asked.map((row) => row * stride),
    sums: new Float64Array(asked.length),
    count: asked.length,
  };
  const count = trees.starts.length;
  const looked = giveUp?.after ?? count;
  addScores(trees, rows, open, 0, looked);
  if (giveUp !== null) {
    closeBelow(open, giveUp.below);
    addScores(trees, rows, open, looked, count);
  }
  const chances = new Float64Array(rows.length / stride);
  for (let at = 0; at < open.count; at += 1) {
    const row = (open.starts[at] as number) / stride;
    chances[row] = 1 / (1 + Math.exp(-(open.sums[at] as number)));
  }
  return chances;
}

/** The rows that are still looked at: where each begins, and what the trees so far say of it together. */
interface Open {
  readonly starts: Int32Array;
  readonly sums: Float64Array;
  count: number;
}

function closeBelow(open: Open, least: number): void {
  const { starts, sums } = open;
  let kept = 0;
  for (let at = 0; at < open.count; at += 1) {
    const sum = sums[at] as number;
    if (sum < least) continue;
    starts[kept] = starts[at] as number;
    sums[kept] = sum;
    kept += 1;
  }
  open.count = kept;
}

/** Adds what the trees from the one numbered `first` to before `last` say of each open row. */
function addScores(
  trees: Trees,
  rows: Float32Array,
  open: Open,
  first: number,
  last: number,
): void {
  for (let tree = first; tree < last; tree += 1)
    addTree(trees, rows, open, trees.starts[tree] as number);
}

/** A tree's first test is the same for all rows, and most walks are short: it is held. */
function addTree(
  { tests, threshold }: Trees,
  rows: Float32Array,
  { starts, sums, count }: Open,
  root: number,
): void {
  const first = tests[root] as number;
  // A tree without tests says one thing of all rows.
  const [column, lower, upper] =
    first === LEAF ? [0, root, root] : [first >> COLUMN_SHIFT, root + 1, first & PLACE];
  const least = threshold[root] as number;
  for (let at = 0; at < count; at += 1) {
    const from = starts[at] as number;
    let node = (rows[from + column] as number) < least ? lower : upper;
    let test = tests[node] as number;
    while (test !== LEAF) {
      const value = rows[from + (test >> COLUMN_SHIFT)] as number;
      node = value < (threshold[node] as number) ? node + 1 : test & PLACE;
      test = tests[node] as number;
    }
    sums[at] = (sums[at] as number) + (threshold[node] as number);
  }
}
