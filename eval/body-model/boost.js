// Gradient-boosted trees with a logistic loss over binned features (Friedman 2001; histograms as in LightGBM). Small, deterministic.
const BINS = 64;

/** Edges that cut each column into bins of like size. */
export function toEdges(rows, width, count) {
  const edges = [];
  const step = Math.max(1, Math.floor(count / 20_000));
  for (let column = 0; column < width; column += 1) {
    const values = [];
    for (let at = 0; at < count; at += step) values.push(rows[at * width + column]);
    const sorted = Float32Array.from(values).sort();
    const own = new Set();
    for (let bin = 1; bin < BINS; bin += 1)
      own.add(sorted[Math.floor((bin * sorted.length) / BINS)]);
    edges.push([...own].filter((edge) => edge > sorted[0]).sort((a, b) => a - b));
  }
  return edges;
}

/** The bin of each value, column after column: the number of edges at or below it. */
export function toBins(rows, width, count, edges) {
  const bins = new Uint8Array(count * width);
  for (let column = 0; column < width; column += 1) {
    const own = edges[column];
    for (let at = 0; at < count; at += 1) {
      const value = rows[at * width + column];
      let [low, high] = [0, own.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value < own[middle]) high = middle;
        else low = middle + 1;
      }
      bins[column * count + at] = low;
    }
  }
  return bins;
}

function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const sigmoid = (value) => 1 / (1 + Math.exp(-value));

/** Trains `trees` trees. A tree is arrays: column, threshold (left when below), left, right; a leaf has column -1 and its value in threshold. */
export function train({ bins, edges, count, labels, weights, members, options }) {
  const { trees, leaves, rate, leastHessian, rowShare, columnShare, seed, lambda } = options;
  const random = createRandom(seed);
  const width = edges.length;
  const scores = new Float64Array(count);
  const [gradient, hessian] = [new Float64Array(count), new Float64Array(count)];
  const model = [];
  for (let round = 0; round < trees; round += 1) {
    for (const at of members) {
      const chance = sigmoid(scores[at]);
      gradient[at] = weights[at] * (chance - labels[at]);
      hessian[at] = weights[at] * Math.max(chance * (1 - chance), 1e-6);
    }
    const chosen = members.filter(() => random() < rowShare);
    const columns = [];
    for (let column = 0; column < width; column += 1)
      if (edges[column].length > 0 && random() < columnShare) columns.push(column);
    const data = { bins, edges, count, gradient, hessian, columns };
    const tree = grow(data, chosen, { leaves, leastHessian, lambda, rate });
    for (const at of members) scores[at] += leafOf(tree, bins, count, at);
    model.push(tree);
  }
  return model;
}

function grow(data, members, options) {
  const tree = { column: [-1], threshold: [0], bin: [0], left: [0], right: [0] };
  const open = [toLeaf(data, Int32Array.from(members), 0, options)];
  for (let leaves = 1; leaves < options.leaves; leaves += 1) {
    open.sort((a, b) => (a.split?.gain ?? 0) - (b.split?.gain ?? 0));
    const leaf = open.pop();
    if (leaf === undefined || leaf.split === null) {
      if (leaf !== undefined) open.push(leaf);
      break;
    }
    const { column, bin } = leaf.split;
    const [left, right] = [tree.column.length, tree.column.length + 1];
    tree.column[leaf.node] = column;
    tree.bin[leaf.node] = bin;
    tree.threshold[leaf.node] = data.edges[column][bin - 1];
    tree.left[leaf.node] = left;
    tree.right[leaf.node] = right;
    for (const node of [left, right]) {
      tree.column[node] = -1;
      for (const field of ["threshold", "bin", "left", "right"]) tree[field][node] = 0;
    }
    const offset = column * data.count;
    const isLeft = (at) => data.bins[offset + at] < bin;
    open.push(toLeaf(data, leaf.members.filter(isLeft), left, options));
    open.push(
      toLeaf(
        data,
        leaf.members.filter((at) => !isLeft(at)),
        right,
        options,
      ),
    );
  }
  for (const { node, value } of open) tree.threshold[node] = value;
  return tree;
}

function toLeaf(data, members, node, { leastHessian, lambda, rate }) {
  let [sumGradient, sumHessian] = [0, 0];
  for (const at of members) {
    sumGradient += data.gradient[at];
    sumHessian += data.hessian[at];
  }
  const value = (-rate * sumGradient) / (sumHessian + lambda);
  const split =
    sumHessian < 2 * leastHessian
      ? null
      : bestSplit(data, members, sumGradient, sumHessian, leastHessian, lambda);
  return { members, node, value, split };
}

function bestSplit(data, members, sumGradient, sumHessian, leastHessian, lambda) {
  const gain = (g, h) => (g * g) / (h + lambda);
  const whole = gain(sumGradient, sumHessian);
  let best = null;
  const gradients = new Float64Array(BINS + 1);
  const hessians = new Float64Array(BINS + 1);
  for (const column of data.columns) {
    gradients.fill(0);
    hessians.fill(0);
    const offset = column * data.count;
    for (let i = 0; i < members.length; i += 1) {
      const at = members[i];
      const bin = data.bins[offset + at];
      gradients[bin] += data.gradient[at];
      hessians[bin] += data.hessian[at];
    }
    let [g, h] = [0, 0];
    const last = data.edges[column].length;
    for (let bin = 1; bin <= last; bin += 1) {
      g += gradients[bin - 1];
      h += hessians[bin - 1];
      if (h < leastHessian || sumHessian - h < leastHessian) continue;
      const better = gain(g, h) + gain(sumGradient - g, sumHessian - h) - whole;
      if (better > (best?.gain ?? 1e-6)) best = { gain: better, column, bin };
    }
  }
  return best;
}

function leafOf(tree, bins, count, at) {
  let node = 0;
  while (tree.column[node] !== -1) {
    const below = bins[tree.column[node] * count + at] < tree.bin[node];
    node = below ? tree.left[node] : tree.right[node];
  }
  return tree.threshold[node];
}

/** The chance a model gives to a row; 0 when it is given up, as in src/extract/body/trees.ts. */
export function predict(model, bins, count, at, { after, below } = { after: 0, below: -Infinity }) {
  let score = 0;
  for (const [index, tree] of model.entries()) {
    if (index === after && score < below) return 0;
    score += leafOf(tree, bins, count, at);
  }
  return sigmoid(score);
}
