/**
 * Short-lived lists of numbers that are used again and again: the engine gives each new list, even one cut from another, a block or a record
 * outside its young heap, which costs more than filling it. What was taken is void once the room is cleared.
 */
export interface Room {
  /** A list at least so long; what stands in it is left over from before. */
  take(length: number): Float64Array;
  clear(): void;
}

/**
 * Most lists are of the terms of a title and a text, of which no more than 512 are looked at. Not a power of two: lists a power of two apart
 * would drive each other out of the processor's memory.
 */
const LENGTH = 520;

/** A room that grows as it is needed. */
export function createRoom(): Room {
  const lists: Float64Array[] = [];
  let used = 0;
  return {
    take: (length) => {
      const known = lists[used];
      const list =
        known !== undefined && known.length >= length
          ? known
          : new Float64Array(Math.max(LENGTH, length));
      lists[used] = list;
      used += 1;
      return list;
    },
    clear: () => {
      used = 0;
    },
  };
}
