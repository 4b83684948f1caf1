/**
 * Terms by small numbers, in the order they are first met: what most texts have is met early, so that what is counted for it stands close
 * together and stays in the processor's memory. Numbers are for looking up only: nothing that is decided may depend on which they are.
 */
const SLOT_BITS = 21;
/** Terms live in this many slots, so that memory does not grow with the language; a clash only blurs two rare words. */
export const SLOTS: number = 2 ** SLOT_BITS;

/** The slot of a hash. */
export function slotOf(hash: number): number {
  return hash >>> (32 - SLOT_BITS);
}

/** For each slot its number, 0 for none yet. */
const numbers = new Int32Array(SLOTS);
let met = 0;

/** The number of a slot's term, from 1 on. */
export function numberOf(slot: number): number {
  const known = numbers[slot] as number;
  if (known > 0) return known;
  met += 1;
  numbers[slot] = met;
  return met;
}

/** The numbers of slots, in their order. */
export function numbersOf(slots: Uint32Array): Uint32Array {
  const all = new Uint32Array(slots.length);
  for (let i = 0; i < slots.length; i += 1) all[i] = numberOf(slots[i] as number);
  return all;
}
