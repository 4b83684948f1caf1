import { type Amount, addAmount, readAmount, toDuration } from "./amount.ts";
import { toCivil } from "./civil.ts";
import {
  type Context,
  isDefinite,
  isRunning,
  near,
  ordinalAt,
  wholeAt,
  wordAt,
} from "./context.ts";
import type { Found } from "./found.ts";
import { type Interval, toInterval, yearDays } from "./interval.ts";
import { LIKELY } from "./placing.ts";
import { readDraft, toSpan } from "./read-draft.ts";
import { resolveAt } from "./read-range.ts";
import type { Grain } from "./time.ts";

const LEAST_YEAR = 1800;
const MOST_YEAR = 2200;

/** What of something is meant: so many units from its start, or up to its end. */
interface Piece {
  readonly amount: Amount;
  readonly next: number;
  readonly side: "first" | "last";
}

const AROUND: ReadonlySet<Grain> = new Set<Grain>([
  "month",
  "quarter",
  "half",
  "year",
  "decade",
  "century",
]);

/** «الأشهر الخمسة الأولى من العام الحالي», «أول تسعة أشهر من 2017»: some units of a span that is told after them. */
export function readFirst(context: Context, at: number): Found | null {
  const piece = readDefinitePiece(context, at) ?? readFirstAmount(context, at);
  if (piece === null || near(context, piece.next)?.is !== "from") return null;
  const around = aroundAt(context, at, piece.next + 1);
  if (around === null || !AROUND.has(around.interval.grain)) return null;
  const { amount, side } = piece;
  const { from, to, confidence } = around.interval;
  const end = side === "first" ? addAmount(from, amount, 1) : to;
  const start = side === "first" ? from : addAmount(to, amount, -1);
  if (start < from || end > to) return null;
  const grain: Grain = amount.counts[0]?.[1] ?? "day";
  return {
    ...toSpan(context, at, around.next),
    interval: { from: start, to: end, grain, confidence },
    grain,
    duration: toDuration(amount),
  };
}

function readDefinitePiece(context: Context, at: number): Piece | null {
  const unit = wordAt(context, at);
  if (unit?.is !== "unit" || unit.count !== "many" || !isDefinite(context, at)) return null;
  const count = wholeAt(context, at + 1);
  if (count === null || !Number.isInteger(count.value) || count.value < 1) return null;
  const ordinal = ordinalAt(context, count.next);
  const isFirst = ordinal?.value === 1 && ordinal.definite;
  const isLast = wordAt(context, count.next)?.is === "last" && isDefinite(context, count.next);
  if (!isFirst && !isLast) return null;
  const next = count.next + 1;
  const counts = [[count.value, unit.unit]] as const;
  const amount = { counts, next, few: false, bare: false, definite: true };
  return { amount, next, side: isFirst ? "first" : "last" };
}

function readFirstAmount(context: Context, at: number): Piece | null {
  const ordinal = ordinalAt(context, at);
  if (ordinal?.value !== 1 || ordinal.definite) return null;
  const amount = readAmount(context, ordinal.next);
  if (amount === null || amount.bare || amount.few || amount.counts.length !== 1) return null;
  return { amount, next: amount.next, side: "first" };
}

interface Around {
  readonly interval: Interval;
  readonly next: number;
}

function aroundAt(context: Context, at: number, from: number): Around | null {
  const reading = readDraft(context, from);
  if (reading !== null) {
    const interval = resolveAt(context, reading.draft, at, reading.next);
    return interval === null ? null : { interval, next: reading.next };
  }
  const said = yearAt(context, from);
  if (said !== null) return said;
  if (context.reference === null || !isRunning(context, from, "year")) return null;
  const { year } = toCivil(context.reference.day);
  return { interval: toInterval(yearDays(year), LIKELY), next: from + 1 };
}

/** «من 2017»: nothing else has months. */
function yearAt(context: Context, at: number): Around | null {
  const year = wholeAt(context, at);
  if (year === null || !year.plain || year.value < LEAST_YEAR || year.value > MOST_YEAR)
    return null;
  return { interval: toInterval(yearDays(year.value)), next: year.next };
}
