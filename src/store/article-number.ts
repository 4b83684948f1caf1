/** Room for this many articles of one second. */
const SLOTS_PER_SECOND = 2 ** 20;
/** A dated article never lands in second 0: that slot belongs to the undated. */
const FIRST_SECOND = 1;
const LAST_SECOND = 2 ** 33 - 1;

/** A range of article numbers, half open; null is an open end. */
export interface NumberRange {
  readonly from: number | null;
  readonly to: number | null;
}

function toSecond(instant: number): number {
  return Math.min(Math.max(Math.floor(instant / 1000), FIRST_SECOND), LAST_SECOND);
}

/** The number of an article with this instant (milliseconds since 1970, null when unknown): order by number is order by time, the undated first. */
export function toArticleNumber(instant: number | null, sequence: number): number {
  const second = instant === null ? 0 : toSecond(instant);
  return second * SLOTS_PER_SECOND + (sequence % SLOTS_PER_SECOND);
}

/** The second since 1970 that a number stands for; 0 when the time is unknown. */
export function toSecondOf(number: number): number {
  return Math.floor(number / SLOTS_PER_SECOND);
}

/** The numbers of a range of instants, to the second. A range with any end leaves the undated out; one without ends is everything. */
export function toNumberRange(range: {
  readonly from: number | null;
  readonly to: number | null;
}): NumberRange {
  const { from, to } = range;
  if (from === null && to === null) return { from: null, to: null };
  return {
    from: (from === null ? FIRST_SECOND : toSecond(from)) * SLOTS_PER_SECOND,
    to: to === null ? null : toSecond(to) * SLOTS_PER_SECOND,
  };
}
