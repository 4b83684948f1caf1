import type { HtmlPage } from "../html/page.ts";
import { CONTEXT_WIDTH, type FillContext, readContext } from "./context.ts";
import { type Features, measure, WIDTH } from "./features.ts";
import { isComment, reasonOf } from "./reason.ts";
import { FIRST_MODEL, SECOND_MODEL } from "./tables/body-model.ts";
import { chanceOf, type GiveUp, readTrees } from "./trees.ts";

/** What is made of a block of a page: how likely it is of the body, and why not when it is left out. */
export interface JudgedBlock {
  readonly chance: number;
  readonly kept: boolean;
  /** Why it is left out; null when it is kept. */
  readonly reason: string | null;
}

const FIRST = readTrees(FIRST_MODEL);
const SECOND = readTrees(SECOND_MODEL);
const LIKELY = 0.5;
/** A block that the first trees find this unlikely is not looked at further: over half of a page's. */
export const HOPELESS: GiveUp = { after: 30, below: -3.5 };

/**
 * Judges the blocks of a page twice: by what each is and stands in, then by what the first judgement says of those around it.
 * The two models are fitted (eval/body-model/), their evidence is in `features.ts` and `context.ts`.
 */
export function judgeBlocks(page: HtmlPage): readonly JudgedBlock[] {
  const features = measure(page);
  const first = firstChances(features, page.blocks.length);
  const fillContext = readContext(page, features, first);
  const row = new Float32Array(SECOND_WIDTH);
  return page.blocks.map((_block, at) => {
    const own = first[at] as number;
    let second = 0;
    if (own > 0) {
      fillSecondRow(row, 0, features, fillContext, at);
      second = chanceOf(SECOND, row, 0);
    }
    // Each errs where the other does not: their mean is better than either, in cross-validation on every set.
    const chance = (own + second) / 2;
    const kept = chance >= LIKELY && !isComment(page, features, at);
    return { chance, kept, reason: kept ? null : reasonOf(page, features, at) };
  });
}

function firstChances({ rows }: Features, count: number): Float64Array {
  const chances = new Float64Array(count);
  for (let at = 0; at < count; at += 1) chances[at] = chanceOf(FIRST, rows, at * WIDTH, HOPELESS);
  return chances;
}

/** How many numbers a block has at the second look: its own, then those of its context. */
export const SECOND_WIDTH: number = WIDTH + CONTEXT_WIDTH;

function fillSecondRow(
  rows: Float32Array,
  row: number,
  features: Features,
  fillContext: FillContext,
  at: number,
): void {
  const own = at * WIDTH;
  for (let column = 0; column < WIDTH; column += 1) {
    rows[row + column] = features.rows[own + column] as number;
  }
  fillContext(rows, row + WIDTH, at);
}

/** The rows of all blocks at the second look, for fitting. */
export function toSecondRows(
  page: HtmlPage,
  features: Features,
  first: Float64Array,
): Float32Array {
  const fillContext = readContext(page, features, first);
  const rows = new Float32Array(first.length * SECOND_WIDTH);
  for (let at = 0; at < first.length; at += 1) {
    fillSecondRow(rows, at * SECOND_WIDTH, features, fillContext, at);
  }
  return rows;
}
