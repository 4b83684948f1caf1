import { byLatest, type Report } from "./report.ts";

/** For each term of a title or lead, the reports that have it there; and which of them share most evidence with a report. */
export interface Bearers {
  add(report: Report): void;
  remove(report: Report): void;
  /**
   * The reports that bear most of what the terms tell, by the sum of it, the most first and the latest of equals. Hundreds share a term with
   * any report: sorting them all would cost more than finding them.
   */
  mostSharing(terms: TellingTerms, sought: Sought): Report[];
}

/** The first `count` of each list: which terms, and how much each tells. */
export interface TellingTerms {
  readonly numbers: Uint32Array;
  readonly evidence: Float64Array;
  readonly count: number;
}

/** Which reports are asked for: at most so many, and none farther from an instant than this. */
export interface Sought {
  readonly most: number;
  readonly instant: number;
  readonly withinMs: number;
}

/** Terms that more reports than this share tell nothing. */
const MOST_BEARERS = 400;
const FIRST_SEATS = 1024;

/** The seats of a term's bearers in the order they came, from `first` on: who came first mostly leaves first. */
interface Row {
  seats: number[];
  first: number;
}

function leave(row: Row, seat: number): void {
  if (row.seats[row.first] === seat) row.first += 1;
  else {
    const at = row.seats.indexOf(seat, row.first);
    if (at !== -1) row.seats.splice(at, 1);
  }
  if (2 * row.first < row.seats.length) return;
  row.seats = row.seats.slice(row.first);
  row.first = 0;
}

/** A number for each report that sits in the table; lists of numbers by it, so that evidence is added up without looking reports up. */
interface Seats {
  readonly reports: Report[];
  readonly free: number[];
  readonly seatOf: Map<Report, number>;
  sums: Float64Array;
  instants: Float64Array;
  /** Seats that have a sum, as far as they are counted. */
  touched: Int32Array;
}

function takeSeat(seats: Seats, report: Report): number {
  const seat = seats.free.pop() ?? seats.reports.length;
  seats.reports[seat] = report;
  seats.seatOf.set(report, seat);
  if (seat >= seats.sums.length) {
    const instants = new Float64Array(2 * seats.sums.length);
    instants.set(seats.instants);
    seats.instants = instants;
    seats.sums = new Float64Array(instants.length);
    seats.touched = new Int32Array(instants.length);
  }
  seats.instants[seat] = report.instant;
  return seat;
}

/** An empty table. */
export function createBearers(): Bearers {
  const rows: (Row | undefined)[] = [];
  const seats: Seats = {
    reports: [],
    free: [],
    seatOf: new Map(),
    sums: new Float64Array(FIRST_SEATS),
    instants: new Float64Array(FIRST_SEATS),
    touched: new Int32Array(FIRST_SEATS),
  };
  return {
    add: (report) => {
      const seat = takeSeat(seats, report);
      for (const number of report.profile.leadNumbers) {
        while (rows.length <= number) rows.push(undefined);
        const row = rows[number];
        if (row === undefined) rows[number] = { seats: [seat], first: 0 };
        else row.seats.push(seat);
      }
    },
    remove: (report) => {
      const seat = seats.seatOf.get(report);
      if (seat === undefined) return;
      seats.seatOf.delete(report);
      seats.free.push(seat);
      for (const number of report.profile.leadNumbers) {
        const row = rows[number];
        if (row === undefined) continue;
        leave(row, seat);
        if (row.seats.length === 0) rows[number] = undefined;
      }
    },
    mostSharing: (terms, sought) => mostOf(seats, addUp(rows, seats, terms, sought), sought),
  };
}

/** Adds up what the terms tell at each seat in reach that bears one, and returns how many seats that are. */
function addUp(
  rows: readonly (Row | undefined)[],
  { sums, instants, touched }: Seats,
  terms: TellingTerms,
  { instant, withinMs }: Sought,
): number {
  let count = 0;
  const from = instant - withinMs;
  const to = instant + withinMs;
  for (let term = 0; term < terms.count; term += 1) {
    const row = rows[terms.numbers[term] as number];
    if (row === undefined || row.seats.length - row.first > MOST_BEARERS) continue;
    const evidence = terms.evidence[term] as number;
    const { seats } = row;
    for (let i = row.first; i < seats.length; i += 1) {
      const seat = seats[i] as number;
      const at = instants[seat] as number;
      if (at < from || at > to) continue;
      const before = sums[seat] as number;
      if (before === 0) touched[count++] = seat;
      sums[seat] = before + evidence;
    }
  }
  return count;
}

/** The reports of the seats with the highest sums, of equals the latest first; all sums are cleared. */
function mostOf({ reports, sums, touched }: Seats, count: number, { most }: Sought): Report[] {
  const best: Report[] = [];
  const told = new Float64Array(most);
  for (let each = 0; each < count; each += 1) {
    const seat = touched[each] as number;
    const evidence = sums[seat] as number;
    sums[seat] = 0;
    const report = reports[seat] as Report;
    let place = best.length;
    for (; place > 0; place -= 1) {
      const other = told[place - 1] as number;
      const isEqual = evidence === other;
      if (evidence < other || (isEqual && byLatest(report, best[place - 1] as Report) > 0)) break;
      if (place === most) continue;
      best[place] = best[place - 1] as Report;
      told[place] = other;
    }
    if (place === most) continue;
    best[place] = report;
    told[place] = evidence;
  }
  return best;
}
