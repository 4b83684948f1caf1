import type { HtmlPage } from "../html/page.ts";
import { CONTEXT_WIDTH, measureContext } from "./context.ts";
import { type Features, measure, WIDTH } from "./features.ts";
import { isComment, reasonOf } from "./reason.ts";
import { FIRST_MODEL, SECOND_MODEL } from "./tables/body-model.ts";
import { chanceOf, readTrees } from "./trees.ts";

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
/** Below this the second look is spared: the mean would reach the half only if it were sure. */
const HOPELESS = 0.002;

/**
 * Judges the blocks of a page twice: by what each is and stands in, then by what the first judgement says of those around it.
 * The two models are fitted (eval/body-model/), their evidence is in `features.ts` and `context.ts`.
 */
export function judgeBlocks(page: HtmlPage): readonly JudgedBlock[] {
  const features = measure(page);
  const first = new Float64Array(page.blocks.length);
  for (let at = 0; at < first.length; at += 1) {
    first[at] = chanceOf(FIRST, features.rows, at * WIDTH);
  }
  const rows = joinRows(features, measureContext(page, features, first), first.length);
  return page.blocks.map((_block, at) => {
    const second =
      (first[at] ?? 0) < HOPELESS ? 0 : chanceOf(SECOND, rows, at * (WIDTH + CONTEXT_WIDTH));
    // Each errs where the other does not: their mean is better than either, in cross-validation on every set.
    const chance = ((first[at] ?? 0) + second) / 2;
    const kept = chance >= LIKELY && !isComment(page, features, at);
    return { chance, kept, reason: kept ? null : reasonOf(page, features, at) };
  });
}

/** A block's own numbers and those of its context, side by side. */
export function joinRows(features: Features, context: Float32Array, count: number): Float32Array {
  const width = WIDTH + CONTEXT_WIDTH;
  const rows = new Float32Array(count * width);
  for (let at = 0; at < count; at += 1) {
    rows.set(features.rows.subarray(at * WIDTH, (at + 1) * WIDTH), at * width);
    const own = context.subarray(at * CONTEXT_WIDTH, (at + 1) * CONTEXT_WIDTH);
    rows.set(own, at * width + WIDTH);
  }
  return rows;
}
