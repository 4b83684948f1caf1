import type { HtmlPage } from "../html/page.ts";
import { findBarred } from "./barred.ts";
import { judgeCells } from "./cells.ts";
import { type FillContext, readContext } from "./context.ts";
import { type Features, measure, ROW, THEMES_AT, WIDTH, WORDS_AT } from "./features.ts";
import { reasonOf } from "./reason.ts";
import { FIRST_MODEL, SECOND_MODEL } from "./tables/body-model.ts";
import { chancesOf, type GiveUp, readTrees } from "./trees.ts";

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
/** Where the first trees are this sure, the second are not asked: on pages of hosts left out of the fitting that changed no figure. */
export const SURE = 0.92;

/** A block between two that are of the body is of it when it is no less likely than this: rows of a list, short lines between paragraphs. */
const BETWEEN = 0.4;

/**
 * Judges the blocks of a page twice: by what each is and stands in, then by what the first judgement says of those around it.
 * The two models are fitted (eval/body-model/), their evidence is in `features.ts` and `context.ts`.
 */
export function judgeBlocks(page: HtmlPage): readonly JudgedBlock[] {
  const features = measure(page);
  const barred = findBarred(page, features);
  const free = freeBlocks(page.blocks.length, barred);
  const table = { rows: features.rows, stride: ROW };
  const first = chancesOf(FIRST, table, free, HOPELESS);
  const unsure = free.filter((at) => isUnsure(first[at] as number));
  const fillContext = contextOf(page, features, first);
  for (const at of unsure) fillContext(features.rows, at * ROW + WIDTH, at);
  const second = chancesOf(SECOND, table, unsure);
  const chances = first.slice();
  for (const at of unsure) chances[at] = together(first[at] as number, second[at] as number);
  const keeps = keptBlocks(page, chances);
  const judged: JudgedBlock[] = [];
  for (let at = 0; at < chances.length; at += 1) {
    const kept = !barred.has(at) && (keeps[at] as boolean);
    const reason = kept ? null : (barred.get(at) ?? reasonOf(page, features, at));
    judged.push({ chance: chances[at] as number, kept, reason });
  }
  return judged;
}

function freeBlocks(count: number, barred: ReadonlyMap<number, unknown>): Int32Array {
  const free = new Int32Array(count);
  let many = 0;
  for (let at = 0; at < count; at += 1) {
    if (barred.has(at)) continue;
    free[many] = at;
    many += 1;
  }
  return free.subarray(0, many);
}

/** Each judgement errs where the other does not; in cross-validation no set fares better with another weight by more than chance. */
export function together(first: number, second: number): number {
  return (first + 2 * second) / 3;
}

/** Which blocks are of the body by their chances: by their own, by those of their neighbors, or with the other cells of their table. */
export function keptBlocks(
  page: HtmlPage,
  chances: Float64Array,
  likely: number = LIKELY,
): readonly boolean[] {
  // On a page where all are in doubt, what is least so is the body.
  const least = chances.some((chance) => chance >= likely) ? likely : BETWEEN;
  const cells = judgeCells(page, chances);
  return page.blocks.map((_block, at) => cells.get(at) ?? isOfBody(chances, at, least, likely));
}

function isOfBody(chances: Float64Array, at: number, least: number, likely: number): boolean {
  const chance = chances[at] as number;
  if (chance >= least || chance < BETWEEN) return chance >= least;
  return (chances[at - 1] ?? 0) >= likely && (chances[at + 1] ?? 0) >= likely;
}

function isUnsure(chance: number): boolean {
  return chance > 1 - SURE && chance < SURE;
}

function contextOf(page: HtmlPage, { rows, outline }: Features, first: Float64Array): FillContext {
  const measured = { rows, stride: ROW, themesAt: THEMES_AT, wordsAt: WORDS_AT };
  return readContext(page, outline, measured, first);
}

/** Fills the numbers of the second look into the rows of all blocks, for fitting. */
export function fillSecondRows(page: HtmlPage, features: Features, first: Float64Array): void {
  const fillContext = contextOf(page, features, first);
  for (let at = 0; at < first.length; at += 1) {
    fillContext(features.rows, at * ROW + WIDTH, at);
  }
}
