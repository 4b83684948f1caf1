/**
 * Short-lived lists of numbers, cut from one large one: the engine gives each list of its own a block outside its heap, which costs more
 * than filling it. What was taken is void once the room is cleared.
 */
export interface Room {
  /** A list so long; what stands in it is left over from before. */
  take(length: number): Float64Array;
  clear(): void;
}

const FIRST_SIZE = 2 ** 14;

/** A room that grows as it is needed. */
export function createRoom(): Room {
  let space = new Float64Array(FIRST_SIZE);
  let used = 0;
  return {
    take: (length) => {
      // Lists taken before keep the smaller space they were cut from.
      if (used + length > space.length) {
        space = new Float64Array(2 * (space.length + length));
        used = 0;
      }
      used += length;
      return space.subarray(used - length, used);
    },
    clear: () => {
      used = 0;
    },
  };
}
