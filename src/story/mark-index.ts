import type { Report } from "./report.ts";

/** Which reports have which marks. Memory is in proportion to the marks of the reports it holds. */
export interface MarkIndex {
  add(report: Report): void;
  remove(report: Report): void;
  /** Calls `visit` for each report that has marks of this one, with their number. Of the bearers of one mark only the latest added count. */
  eachSharing(report: Report, visit: (other: Report, marks: number) => void): void;
}

/** A mark that more reports than this have is boilerplate; only the latest of them are looked at. */
const MOST_BEARERS = 40;
const FIRST_ROOM = 2 ** 12;

/** Two numbers a place, side by side in memory: a mark and the last link of its chain, 0 for an empty place. */
const PLACE = 2;
/** Two numbers a link: the seat of a report, and the link before it in the chain. */
const LINK = 2;
const GOLDEN = 0x9e_37_79_b1;

interface Table {
  readonly places: Int32Array;
  readonly shift: number;
  readonly links: Int32Array;
  used: number;
  /** The reports in the order they were added; null for one that is gone. */
  readonly seated: (Report | null)[];
  readonly seatOf: Map<Report, number>;
  readonly counts: Int32Array;
}

/** A table with room for so many marks, a power of two. */
function newTable(room: number): Table {
  return {
    places: new Int32Array(2 * room * PLACE),
    shift: 31 - Math.log2(room),
    links: new Int32Array((room + 1) * LINK),
    used: 0,
    seated: [],
    seatOf: new Map(),
    counts: new Int32Array(room),
  };
}

function roomOf({ links }: Table): number {
  return links.length / LINK - 1;
}

/** Where a mark is in the table, or where it would be. */
function placeOf({ places, shift }: Table, mark: number): number {
  const last = places.length / PLACE - 1;
  let place = Math.imul(mark, GOLDEN) >>> shift;
  for (;;) {
    const link = places[place * PLACE + 1] as number;
    if (link === 0 || places[place * PLACE] === mark) return place;
    place = (place + 1) & last;
  }
}

function seat(table: Table, report: Report): void {
  const { places, links, seated, seatOf } = table;
  const own = seated.length;
  seated.push(report);
  seatOf.set(report, own);
  for (const mark of report.fingerprint.marks) {
    const at = placeOf(table, mark | 0) * PLACE;
    table.used += 1;
    links[table.used * LINK] = own;
    links[table.used * LINK + 1] = places[at + 1] as number;
    places[at] = mark | 0;
    places[at + 1] = table.used;
  }
}

/** The same without the reports that are gone, with room for so many marks more, and as many again: most of the time there is nothing to do. */
function rebuilt({ seated }: Table, more: number): Table {
  const live = seated.filter((report) => report !== null);
  const marks = live.reduce((sum, { fingerprint }) => sum + fingerprint.marks.length, more);
  let room = FIRST_ROOM;
  while (room < 2 * marks || room < 2 * live.length) room *= 2;
  const table = newTable(room);
  for (const report of live) seat(table, report);
  return table;
}

/** An index without reports. */
export function createMarkIndex(): MarkIndex {
  let table = newTable(FIRST_ROOM);
  return {
    add: (report) => {
      const { length } = report.fingerprint.marks;
      const isFull = table.used + length > roomOf(table) || table.seated.length === roomOf(table);
      if (isFull) table = rebuilt(table, length);
      seat(table, report);
    },
    remove: (report) => {
      const at = table.seatOf.get(report);
      if (at === undefined) return;
      table.seatOf.delete(report);
      table.seated[at] = null;
    },
    eachSharing: (report, visit) => {
      for (const at of countShared(table, report.fingerprint.marks)) {
        const marks = table.counts[at] as number;
        table.counts[at] = 0;
        visit(table.seated[at] as Report, marks);
      }
    },
  };
}

/** Counts for each report's seat the marks it has, and returns the seats counted for. */
function countShared(table: Table, marks: Uint32Array): number[] {
  const { places, links, seated, counts } = table;
  const touched: number[] = [];
  for (const mark of marks) {
    let link = places[placeOf(table, mark | 0) * PLACE + 1] as number;
    for (let bearers = 0; link !== 0 && bearers < MOST_BEARERS; ) {
      const at = links[link * LINK] as number;
      link = links[link * LINK + 1] as number;
      if (seated[at] === null) continue;
      if (counts[at] === 0) touched.push(at);
      counts[at] = (counts[at] as number) + 1;
      bearers += 1;
    }
  }
  return touched;
}
