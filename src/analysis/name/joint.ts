import {
  fillSlots,
  GAPS,
  JOINT,
  jointFeature,
  OUTSIDE_COARSE,
  OUTSIDE_FINE,
  OUTSIDE_LISTS,
  type Sequence,
  SLOT,
  SLOTS,
} from "./features.ts";
import { LISTINGS, MARKS } from "./gazetteer.ts";
import type { NameModel } from "./model-file.ts";

/** Gives where the weights of a word's joint features stand, in order of `JOINT`; -1 for one that weighs nothing. */
export type PlaceJoint = (sequence: Sequence, at: number, places: Int32Array) => void;

/** The few numbers a slot may hold: how many, and the row of each by the number plus one. */
interface Domain {
  readonly size: number;
  readonly rowOf: Int16Array;
}

/** Where the weights of pairs of two slots stand, by their rows. */
interface Table {
  readonly columns: number;
  readonly places: Int32Array;
}

const UNKNOWN = -2;

/**
 * Looks joint features up in a model. One that has a word in it is hashed each time; one of classes, lists and gaps alone stands in a
 * table that is filled as its pairs are met.
 */
export function createJoint(model: NameModel): PlaceJoint {
  const domains = toDomains(model);
  const tables = JOINT.map(([, first, second]) => toTable(domains, first, second));
  const numbers = new Int32Array(SLOTS);
  const rows = new Int32Array(SLOTS);
  // The same as `JOINT`, laid out for a loop that every word of every text passes.
  const templates = Int32Array.from(JOINT, ([template]) => template);
  const firsts = Int32Array.from(JOINT, ([, first]) => first);
  const seconds = Int32Array.from(JOINT, ([, , second]) => second);
  return (sequence, at, places) => {
    fillSlots(sequence, at, numbers);
    fillRows(domains, numbers, rows);
    for (let k = 0; k < firsts.length; k += 1) {
      const first = firsts[k] as number;
      const second = seconds[k] as number;
      const table = tables[k] as Table | null;
      const cell =
        table === null ? -1 : (rows[first] as number) * table.columns + (rows[second] as number);
      let place = table === null ? UNKNOWN : (table.places[cell] as number);
      if (place === UNKNOWN) {
        place = model.find(
          jointFeature(templates[k] as number, numbers[first] as number, numbers[second] as number),
        );
        if (table !== null) table.places[cell] = place;
      }
      places[k] = place;
    }
  };
}

function toDomain(numbers: readonly number[]): Domain {
  const rowOf = new Int16Array(Math.max(...numbers) + 2);
  numbers.forEach((number, row) => {
    rowOf[number + 1] = row;
  });
  return { size: numbers.length, rowOf };
}

function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, number) => number);
}

/** By slot; a slot of words or of a pair has none. */
function toDomains(model: NameModel): readonly (Domain | null)[] {
  const fine = toDomain([...upTo(model.finest), OUTSIDE_FINE]);
  const coarse = toDomain([...upTo(model.coarsest), OUTSIDE_COARSE]);
  const lists = toDomain([...LISTINGS, OUTSIDE_LISTS]);
  const gap = toDomain(upTo(GAPS - 1));
  const mark = toDomain(upTo(MARKS - 1));
  const constant = toDomain(upTo(2));
  const of: Readonly<Partial<Record<keyof typeof SLOT, Domain>>> = {
    ...{ fineBefore: fine, fine, fineAfter: fine },
    ...{ coarseBefore: coarse, coarse, coarseAfter: coarse },
    ...{ listsBefore: lists, lists, listsAfter: lists },
    ...{ gapBefore: gap, gapAfter: gap },
    ...{ markBefore: mark, mark, markAfter: mark },
    ...{ zero: constant, one: constant, two: constant },
  };
  const domains: (Domain | null)[] = new Array(SLOTS).fill(null);
  for (const [name, domain] of Object.entries(of))
    domains[SLOT[name as keyof typeof SLOT]] = domain;
  return domains;
}

function sizeOf(domains: readonly (Domain | null)[], slot: number): number {
  if (slot === SLOT.coarsePair) return (domains[SLOT.coarse]?.size ?? 0) ** 2;
  return domains[slot]?.size ?? 0;
}

function toTable(domains: readonly (Domain | null)[], first: number, second: number): Table | null {
  const columns = sizeOf(domains, second);
  const cells = sizeOf(domains, first) * columns;
  return cells === 0 ? null : { columns, places: new Int32Array(cells).fill(UNKNOWN) };
}

function fillRows(
  domains: readonly (Domain | null)[],
  numbers: Int32Array,
  rows: Int32Array,
): void {
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const domain = domains[slot];
    if (domain) rows[slot] = domain.rowOf[(numbers[slot] as number) + 1] as number;
  }
  rows[SLOT.coarsePair] =
    (rows[SLOT.coarseBefore] as number) * sizeOf(domains, SLOT.coarse) +
    (rows[SLOT.coarse] as number);
}
