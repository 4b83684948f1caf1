/** Finds the terms of one list in others. News shares few terms with other news: a look into a small table says of most that they are not there. */
export interface TermFinder {
  /** By the last bits of a term, or behind that, its place in the list and one; 0 where none is. */
  readonly seats: Uint16Array;
  list: Uint32Array;
}

/** Twice as many as the longest list has terms, and few enough to stay close to the processor. */
const SEATS = 2 ** 11;
const LAST_BITS = SEATS - 1;

/** A finder that looks for nothing yet. */
export function createTermFinder(): TermFinder {
  return { seats: new Uint16Array(SEATS), list: new Uint32Array() };
}

/** Makes a finder look for the terms of a list, fewer than it has seats for, each there once. */
export function lookFor(finder: TermFinder, list: Uint32Array): void {
  // A report is compared with one after another.
  if (finder.list === list) return;
  const { seats } = finder;
  finder.list = list;
  seats.fill(0);
  for (let at = 0; at < list.length; at += 1) {
    let seat = (list[at] as number) & LAST_BITS;
    while (seats[seat] !== 0) seat = (seat + 1) & LAST_BITS;
    seats[seat] = at + 1;
  }
}

/** The place in the list that a term has; -1 when it is not there. */
export function placeOf({ seats, list }: TermFinder, term: number): number {
  let seat = term & LAST_BITS;
  for (;;) {
    const at = (seats[seat] as number) - 1;
    if (at === -1 || list[at] === term) return at;
    seat = (seat + 1) & LAST_BITS;
  }
}
