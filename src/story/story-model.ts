import type { Comparison } from "./similarity.ts";

/**
 * Log-odds that two reports are of one event: a logistic model with six inputs, fitted by `eval/fit-stories.js` on pairs of
 * hand-labelled reports of seven days. Few inputs, so that it learns what events look like and not which ones there were.
 */
const MODEL = {
  bias: -8.98,
  whole: 8,
  title: 4.62,
  titles: 1.96,
  rare: 0.327,
  gapDays: -2.97,
  sameOutlet: -0.66,
} as const;

/** Beyond this gap the model has seen nothing; it is taken as no farther. */
const FARTHEST_DAYS = 4;

/**
 * The more articles there are, the fewer of all pairs are of one event: the odds before any evidence fall as one over their
 * number. Bounded, because far from where the model was fitted it knows less.
 */
const MOST_PRIOR = 3;
const LEAST_PRIOR = 0;

/** Log-odds that two reports are of one event, in a window so full; above 0 is likelier than not. */
export function toLogOdds(pair: Comparison, fullness: number): number {
  return (
    MODEL.bias +
    Math.min(MOST_PRIOR, Math.max(LEAST_PRIOR, -fullness)) +
    MODEL.whole * pair.whole +
    MODEL.title * pair.title +
    MODEL.titles * pair.titles +
    MODEL.rare * pair.rare +
    MODEL.gapDays * Math.min(pair.gapDays, FARTHEST_DAYS) +
    MODEL.sameOutlet * pair.sameOutlet
  );
}
