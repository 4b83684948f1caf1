import type { TimeUnit } from "../tables/time-words.ts";
import { addMonths, DAY_SECONDS } from "./civil.ts";
import {
  type Context,
  isDefinite,
  jointAt,
  monthAt,
  numberAt,
  wholeAt,
  wordAt,
} from "./context.ts";

/** A length of time: how many of which units. */
export interface Amount {
  readonly counts: readonly (readonly [count: number, unit: TimeUnit])[];
  readonly next: number;
  /** «بضعة», «عدة»: taken as three. */
  readonly few: boolean;
  /** A unit alone, which is a length only after «قبل», «خلال» and the like. */
  readonly bare: boolean;
  readonly definite: boolean;
}

const FEW = 3;
const FEW_AFTER: ReadonlySet<string> = new Set(
  "قليله القليله معدوده المعدوده قلائل القلائل قلايل القلايل".split(" "),
);
/** Plurals that say about how long ago something was, alone: «قبل أيام». «منذ سنوات» says nothing. */
const NEAR_UNITS: ReadonlySet<TimeUnit> = new Set<TimeUnit>(["hour", "day", "week", "month"]);
const DEFINITE = /^ال/u;
const ONE: ReadonlySet<string> = new Set(["واحد", "واحده"]);
const MOST_COUNTS = 6;

/** The length of time at a token: «خمسة أيام», «عامين», «شهر و 2 سنة و 21 يوما»; null for none. */
export function readAmount(context: Context, at: number): Amount | null {
  let amount = readOne(context, at);
  for (let count = 1; amount !== null && count < MOST_COUNTS; count += 1) {
    const more = readMore(context, amount.next);
    if (more === null) break;
    amount = {
      ...amount,
      counts: [...amount.counts, ...more.counts],
      next: more.next,
      bare: false,
    };
  }
  return amount;
}

/** «أيام», «أسابيع» after «قبل» and «منذ»: some of them; of «أيام العيد» the feast is told and not how many. */
export function readSome(context: Context, at: number): Amount | null {
  const word = context.words[at];
  if (word?.word.is !== "unit" || word.word.count !== "many" || word.definite) return null;
  const { unit } = word.word;
  const next = at + 1;
  const isNamed =
    jointAt(context, next) === "space" && DEFINITE.test(context.tokens[next]?.folded ?? "");
  if (!NEAR_UNITS.has(unit) || isNamed) return null;
  return { counts: [[FEW, unit]], next, few: true, bare: false, definite: false };
}

function readOne(context: Context, at: number): Amount | null {
  return readCounted(context, at) ?? readPart(context, at) ?? readUnit(context, at);
}

/** A further «و21 يوما», «وساعتين»; «ونصف» is of the unit before. */
function readMore(context: Context, at: number): Amount | null {
  if (jointAt(context, at) !== "space") return null;
  const alone = context.tokens[at]?.folded === "و";
  if (alone) return jointAt(context, at + 1) === "space" ? readOne(context, at + 1) : null;
  if (context.words[at]?.and === true) return readOne(context, at);
  const number = numberAt(context, at);
  return number?.and === true ? readCounted(context, at) : null;
}

function readCounted(context: Context, at: number): Amount | null {
  const few = wordAt(context, at)?.is === "few";
  const number = few ? null : numberAt(context, at);
  if ((number === null && !few) || number?.word?.kind === "part") return null;
  const next = number?.next ?? at + 1;
  const unit = countedUnitAt(context, next);
  if (unit === null) return null;
  const value = number === null ? FEW : (number.grouped ?? number.value);
  const half = readHalfMore(context, next + 1);
  return {
    counts: [[value + (half?.part ?? 0), unit]],
    next: half?.next ?? next + 1,
    few,
    bare: false,
    definite: isDefinite(context, next) || number?.definite === true,
  };
}

/** A unit right after its number, with nothing joined to it. */
function countedUnitAt(context: Context, at: number): TimeUnit | null {
  const found = context.words[at];
  if (found === undefined || found.and || found.to !== "") return null;
  if (found.word.is !== "unit" || found.word.count === "two") return null;
  return jointAt(context, at) === "space" ? found.word.unit : null;
}

function readHalfMore(context: Context, at: number): { part: number; next: number } | null {
  const { words, tokens } = context;
  if (jointAt(context, at) !== "space") return null;
  const word = words[at];
  if (word?.and !== true) return null;
  const next = overOwnUnit(context, at + 1);
  if (word.word.is === "half") return { part: 0.5, next };
  return word.word.is === "quarter" && tokens[at] !== undefined ? { part: 0.25, next } : null;
}

/** «ساعة ونصف الساعة» names its unit once more. */
function overOwnUnit(context: Context, at: number): number {
  const word = wordAt(context, at);
  const isUnit = word?.is === "clock" || (word?.is === "unit" && word.count === "one");
  const again = isUnit && isDefinite(context, at);
  return again && jointAt(context, at) === "space" ? at + 1 : at;
}

/** «نصف ساعة», «ربع قرن». */
function readPart(context: Context, at: number): Amount | null {
  const word = wordAt(context, at);
  if ((word?.is !== "half" && word?.is !== "quarter") || isDefinite(context, at)) return null;
  const unit = wordAt(context, at + 1);
  if (unit?.is !== "unit" || unit.count !== "one" || jointAt(context, at + 1) !== "space")
    return null;
  if (isDefinite(context, at + 1)) return null;
  const count = word.is === "half" ? 0.5 : 0.25;
  return { counts: [[count, unit.unit]], next: at + 2, few: false, bare: false, definite: false };
}

/** «عامين», «يوم واحد», «شهر», «أيام قليلة». */
function readUnit(context: Context, at: number): Amount | null {
  const word = wordAt(context, at);
  if (word?.is !== "unit") return null;
  const definite = isDefinite(context, at);
  const after = context.tokens[at + 1]?.folded ?? "";
  const near = jointAt(context, at + 1) === "space";
  const base = { few: false, bare: false, definite };
  // «عامي 2021 و2022» are named and not counted.
  if (word.count === "two" && near && context.tokens[at + 1]?.kind === "number") return null;
  if (word.count === "two") return { ...base, counts: [[2, word.unit]], next: at + 1 };
  if (word.count === "many")
    return near && FEW_AFTER.has(after)
      ? { ...base, counts: [[FEW, word.unit]], next: at + 2, few: true }
      : null;
  if (definite) return null;
  if (near && ONE.has(after)) return { ...base, counts: [[1, word.unit]], next: at + 2 };
  const half = readHalfMore(context, at + 1);
  if (half !== null) return { ...base, counts: [[1 + half.part, word.unit]], next: half.next };
  // «عام 2003», «شهر مارس», «يوم الجمعة» are named and not counted.
  if (near && isNamed(context, at + 1)) return null;
  return { ...base, counts: [[1, word.unit]], next: at + 1, bare: true };
}

function isNamed(context: Context, at: number): boolean {
  const word = wordAt(context, at);
  if (word?.is === "weekday" || word?.is === "day" || word?.is === "season") return true;
  return monthAt(context, at) !== null || wholeAt(context, at) !== null;
}

const UNIT_SECONDS: Readonly<Partial<Record<TimeUnit, number>>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: DAY_SECONDS,
  night: DAY_SECONDS,
  week: 7 * DAY_SECONDS,
  weekend: 7 * DAY_SECONDS,
};
const UNIT_MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  season: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** A wall clock some amount away; months first, as a reader counts. */
export function addAmount(seconds: number, { counts }: Amount, sign: 1 | -1): number {
  let months = 0;
  let rest = 0;
  for (const [count, unit] of counts) {
    months += count * (UNIT_MONTHS[unit] ?? 0);
    rest += count * (UNIT_SECONDS[unit] ?? 0);
  }
  const whole = Math.trunc(months);
  const extraDays = Math.round((months - whole) * 30.44);
  const day = Math.floor(seconds / DAY_SECONDS);
  const clock = seconds - day * DAY_SECONDS;
  const moved = addMonths(day, sign * whole) + sign * extraDays;
  return moved * DAY_SECONDS + clock + sign * rest;
}

/** Whether an amount is of clock units, so that the clock of the result counts. */
export function isOfClock({ counts }: Amount): boolean {
  return counts.some(([, unit]) => unit === "hour" || unit === "minute" || unit === "second");
}

const ISO_UNITS: Readonly<Record<TimeUnit, readonly [letter: string, times: number]>> = {
  second: ["S", 1],
  minute: ["M", 1],
  hour: ["H", 1],
  day: ["D", 1],
  night: ["D", 1],
  week: ["W", 1],
  weekend: ["W", 1],
  month: ["M", 1],
  quarter: ["M", 3],
  season: ["M", 3],
  year: ["Y", 1],
  decade: ["Y", 10],
  century: ["Y", 100],
};

/** An amount as an ISO 8601 duration. */
export function toDuration({ counts }: Amount): string {
  let date = "";
  let clock = "";
  for (const [count, unit] of counts) {
    const [letter, times] = ISO_UNITS[unit];
    const written = `${Number((count * times).toFixed(4))}${letter}`;
    if (unit === "hour" || unit === "minute" || unit === "second") clock += written;
    else date += written;
  }
  return `P${date}${clock === "" ? "" : `T${clock}`}`;
}
