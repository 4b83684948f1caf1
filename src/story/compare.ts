import { tokenize } from "../text/index.ts";

/** A run of words of one text: in the other text too, or only in this one. */
export interface Piece {
  readonly text: string;
  readonly shared: boolean;
}

/** Two paragraphs that answer each other, or one that has no answer. */
export interface ComparedRow {
  readonly left: readonly Piece[] | null;
  readonly right: readonly Piece[] | null;
}

interface Paragraph {
  readonly text: string;
  readonly words: readonly {
    readonly start: number;
    readonly end: number;
    readonly folded: string;
  }[];
}

/** Under this share of common words two paragraphs are not versions of each other. */
const LEAST_ALIKE = 0.3;
/** Longer texts are compared paragraph by paragraph only, so that the cost stays bounded. */
const MOST_CELLS = 4_000_000;

/** Sets two texts side by side, paragraph by paragraph, and marks the words they share. Joining the pieces of a side gives that text back. */
export function compareTexts(left: string, right: string): readonly ComparedRow[] {
  const a = toParagraphs(left);
  const b = toParagraphs(right);
  const alike = (i: number, k: number) => likeness(a[i], b[k]);
  return align(a.length, b.length, alike).map(([i, k]) => toRow(a[i ?? -1], b[k ?? -1]));
}

function toParagraphs(text: string): Paragraph[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: line, words: tokenize(line) }));
}

/** Share of the shorter paragraph's words that the longer one has; 0 when too unlike to be set against each other. */
function likeness(a: Paragraph | undefined, b: Paragraph | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const has = new Set(long.words.map(({ folded }) => folded));
  const common = short.words.filter(({ folded }) => has.has(folded)).length;
  const share = common / Math.max(1, short.words.length);
  return share >= LEAST_ALIKE ? share * short.words.length : 0;
}

type Step = readonly [left: number | null, right: number | null];

/** The alignment with the most likeness in order (Needleman and Wunsch 1970, gaps free). */
function align(
  rows: number,
  columns: number,
  likenessOf: (i: number, k: number) => number,
): Step[] {
  if (rows * columns > MOST_CELLS) return inParallel(rows, columns);
  const alike = Array.from({ length: rows }, (_, i) =>
    Float64Array.from({ length: columns }, (_, k) => likenessOf(i, k)),
  );
  return walk(rows, columns, alike, toBest(rows, columns, alike));
}

type Table = readonly Float64Array[];

/** For each cell the most likeness that can still be gathered from there on. */
function toBest(rows: number, columns: number, alike: Table): Table {
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  for (let i = rows - 1; i >= 0; i -= 1) {
    const cells = best[i] ?? new Float64Array();
    for (let k = columns - 1; k >= 0; k -= 1) {
      const score = at(alike, i, k);
      const match = score > 0 ? score + at(best, i + 1, k + 1) : 0;
      cells[k] = Math.max(match, at(best, i + 1, k), at(best, i, k + 1));
    }
  }
  return best;
}

function walk(rows: number, columns: number, alike: Table, best: Table): Step[] {
  const steps: Step[] = [];
  let i = 0;
  let k = 0;
  while (i < rows && k < columns) {
    const score = at(alike, i, k);
    if (score > 0 && at(best, i, k) === score + at(best, i + 1, k + 1)) steps.push([i++, k++]);
    else if (at(best, i + 1, k) >= at(best, i, k + 1)) steps.push([i++, null]);
    else steps.push([null, k++]);
  }
  while (i < rows) steps.push([i++, null]);
  while (k < columns) steps.push([null, k++]);
  return steps;
}

function at(table: Table, i: number, k: number): number {
  return table[i]?.[k] ?? 0;
}

function inParallel(rows: number, columns: number): Step[] {
  return Array.from({ length: Math.max(rows, columns) }, (_, i) => [
    i < rows ? i : null,
    i < columns ? i : null,
  ]);
}

function toRow(left: Paragraph | undefined, right: Paragraph | undefined): ComparedRow {
  if (left === undefined || right === undefined) {
    return {
      left: left === undefined ? null : alone(left),
      right: right === undefined ? null : alone(right),
    };
  }
  const pairs = align(left.words.length, right.words.length, (i, k) =>
    left.words[i]?.folded === right.words[k]?.folded ? 1 : 0,
  ).filter((step): step is readonly [number, number] => step[0] !== null && step[1] !== null);
  return {
    left: toPieces(left, new Set(pairs.map(([i]) => i))),
    right: toPieces(right, new Set(pairs.map(([, k]) => k))),
  };
}

function alone(paragraph: Paragraph): Piece[] {
  return [{ text: paragraph.text, shared: false }];
}

/** Cuts a paragraph where shared words begin or end; what stands between two words goes with the first. */
function toPieces({ text, words }: Paragraph, shared: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; shared: boolean }[] = [];
  let from = 0;
  words.forEach((_, place) => {
    const to = words[place + 1]?.start ?? text.length;
    const last = pieces.at(-1);
    const isShared = shared.has(place);
    if (last?.shared === isShared) last.text += text.slice(from, to);
    else pieces.push({ text: text.slice(from, to), shared: isShared });
    from = to;
  });
  return pieces.length > 0 ? pieces : [{ text, shared: false }];
}
