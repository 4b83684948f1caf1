/**
 * A list that is filled, read and void again before the next is asked for: the engine gives each new list of numbers a block outside its heap,
 * which costs more than filling it.
 */
export type Scratch = (length: number) => Uint32Array;

const FIRST_LENGTH = 2 ** 12;
/** A longer list is rare, and its space is not kept. */
const LONGEST_KEPT = 2 ** 17;

/** A scratch for one place of the code; what stands in its lists is left over from before. */
export function createScratch(): Scratch {
  let space = new Uint32Array(FIRST_LENGTH);
  return (length) => {
    if (length > LONGEST_KEPT) return new Uint32Array(length);
    if (length > space.length) space = new Uint32Array(2 * length);
    return space.subarray(0, length);
  };
}
