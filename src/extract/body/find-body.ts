import type { HtmlPage } from "../html/page.ts";
import { readContext } from "./context.ts";
import { type Features, measure, ROW, WIDTH } from "./features.ts";
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
/** Where the first trees are this sure, the second are not asked: on pages of hosts left out of the fitting, every figure stays the same. */
export const SURE = 0.92;

/**
 * Judges the blocks of a page twice: by what each is and stands in, then by what the first judgement says of those around it.
 * The two models are fitted (eval/body-model/), their evidence is in `features.ts` and `context.ts`.
 */
export function judgeBlocks(page: HtmlPage): readonly JudgedBlock[] {
  const features = measure(page);
  const first = firstChances(features, page.blocks.length);
  const fillContext = readContext(page, features.outline, first);
  const { rows } = features;
  return page.blocks.map((_block, at) => {
    const own = first[at] as number;
    let second = own;
    if (own > 1 - SURE && own < SURE) {
      fillContext(rows, at * ROW + WIDTH, at);
      second = chanceOf(SECOND, rows, at * ROW);
    }
    // Each errs where the other does not: their mean is better than either, in cross-validation on every set.
    const chance = (own + second) / 2;
    const kept = chance >= LIKELY && !isComment(page, features, at);
    return { chance, kept, reason: kept ? null : reasonOf(page, features, at) };
  });
}

function firstChances({ rows }: Features, count: number): Float64Array {
  const chances = new Float64Array(count);
  for (let at = 0; at < count; at += 1) chances[at] = chanceOf(FIRST, rows, at * ROW, HOPELESS);
  return chances;
}

/** Fills the numbers of the second look into the rows of all blocks, for fitting. */
export function fillSecondRows(page: HtmlPage, features: Features, first: Float64Array): void {
  const fillContext = readContext(page, features.outline, first);
  for (let at = 0; at < first.length; at += 1) {
    fillContext(features.rows, at * ROW + WIDTH, at);
  }
}
