import type { HeadComparison, WholeComparison } from "./similarity.ts";

/**
 * Log-odds that two reports are of one event: a logistic model with nine inputs, fitted by `eval/fit-stories.js` on pairs of
 * hand-labelled reports of seven days and of the sample press. Few inputs, so that it learns what events look like and not which ones there were.
 */
const MODEL = {
  bias: -10.97,
  whole: 5.57,
  title: 5.458,
  titles: 1.475,
  leads: -5.8,
  rare: 0.39,
  rareAnywhere: 0.059,
  near: 1.75,
  gapDays: -1.039,
  sameOutlet: -0.894,
} as const;

/** Beyond this gap the model has seen nothing; it is taken as no farther. */
const FARTHEST_DAYS = 4;

/**
 * The more articles there are, the fewer of all pairs are of one event: the odds before any evidence fall as one over their
 * number. Bounded, because far from where the model was fitted it knows less. Two reports of one outlet gain nothing by it: what an
 * outlet writes in every report, its sovereign's titles or its own name, is as rare as news until the window is full.
 */
const MOST_PRIOR = 3;
const LEAST_PRIOR = 0;

/** Log-odds that two reports are of one event, by what their heads and wholes share, in a window so full; above 0 is likelier than not. */
export function toLogOdds(head: HeadComparison, whole: WholeComparison, fullness: number): number {
  return (
    MODEL.bias +
    (head.sameOutlet === 1 ? 0 : Math.min(MOST_PRIOR, Math.max(LEAST_PRIOR, -fullness))) +
    MODEL.whole * whole.whole +
    MODEL.title * head.title +
    MODEL.titles * head.titles +
    MODEL.leads * head.leads +
    MODEL.rare * head.rare +
    MODEL.rareAnywhere * whole.rareAnywhere +
    MODEL.near * head.near +
    MODEL.gapDays * Math.min(head.gapDays, FARTHEST_DAYS) +
    MODEL.sameOutlet * head.sameOutlet
  );
}
