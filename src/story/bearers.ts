import type { Report } from "./report.ts";

/** For each term of a title or lead, the reports that have it there; and how much evidence a report shares with each of them. */
export interface Bearers {
  add(report: Report): void;
  remove(report: Report): void;
  /** Adds up, for each report that bears one of the terms, what the terms it bears tell; calls `visit` for each of these reports. */
  eachSharing(
    terms: readonly TellingTerm[],
    visit: (report: Report, evidence: number) => void,
  ): void;
}

export interface TellingTerm {
  readonly slot: number;
  readonly evidence: number;
}

/** Terms that more reports than this share tell nothing. */
const MOST_BEARERS = 400;
const FIRST_SEATS = 1024;

/**
 * An empty table. Each report has a seat, a small number, so that evidence is added up in a list of numbers and not by looking reports up:
 * a report is compared with hundreds.
 */
export function createBearers(): Bearers {
  const lists = new Map<number, number[]>();
  const seatOf = new Map<Report, number>();
  const reports: Report[] = [];
  const free: number[] = [];
  let sums = new Float64Array(FIRST_SEATS);

  const takeSeat = (report: Report): number => {
    const seat = free.pop() ?? reports.length;
    reports[seat] = report;
    seatOf.set(report, seat);
    if (seat < sums.length) return seat;
    sums = new Float64Array(2 * sums.length);
    return seat;
  };
  return {
    add: (report) => {
      const seat = takeSeat(report);
      for (const slot of report.profile.lead) {
        const list = lists.get(slot);
        if (list === undefined) lists.set(slot, [seat]);
        else list.push(seat);
      }
    },
    remove: (report) => {
      const seat = seatOf.get(report);
      if (seat === undefined) return;
      seatOf.delete(report);
      free.push(seat);
      for (const slot of report.profile.lead) {
        const list = lists.get(slot);
        const at = list?.indexOf(seat) ?? -1;
        if (list === undefined || at === -1) continue;
        list.splice(at, 1);
        if (list.length === 0) lists.delete(slot);
      }
    },
    eachSharing: (terms, visit) => {
      const touched: number[] = [];
      for (const { slot, evidence } of terms) {
        const list = lists.get(slot);
        if (list === undefined || list.length > MOST_BEARERS) continue;
        for (let i = 0; i < list.length; i += 1) {
          const seat = list[i] as number;
          const before = sums[seat] as number;
          if (before === 0) touched.push(seat);
          sums[seat] = before + evidence;
        }
      }
      for (const seat of touched) {
        const evidence = sums[seat] as number;
        sums[seat] = 0;
        visit(reports[seat] as Report, evidence);
      }
    },
  };
}
